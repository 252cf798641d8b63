/** Ids of deliveries already taken up, so that a platform's second delivery of one does nothing. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("seen")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("seen_at", "bigint", (column) => column.notNull())
    .addColumn("workspace", "text")
    .addPrimaryKeyConstraint("seen_key", ["platform", "id"])
    .execute();
  await db.schema.createIndex("seen_by_time").on("seen").column("seen_at").execute();
  await db.schema.createIndex("seen_by_workspace").on("seen").columns(["platform", "workspace"]).execute();
};
