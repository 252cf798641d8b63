/** Brings the tables up to date, forward only. Several processes may start at once: on PostgreSQL the migrator holds a lock. */

import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/all.ts";

/**
 * Runs the migrations that have not run.
 * @param engine on PostgreSQL the tables go where the connection's search path says, whatever other schemas hold
 * @param to the last migration to run; a test uses it to make an older database
 * @throws the first migration's error, with the database left as that migration found it; or where the database is of a newer version than this code
 */
export const migrate = async <T>(db: Kysely<T>, engine: "embedded" | "postgres", to?: string): Promise<void> => {
  const schema =
    engine === "postgres" ? (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name : undefined;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    ...(schema ? { migrationTableSchema: schema } : {}),
  });
  const { error } = to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  if (error) throw new Error("the database could not be brought up to date", { cause: error });
};
