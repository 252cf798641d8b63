/** PostgreSQL, which several processes may share. */

import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";
import type { Logger } from "../../src/index.ts";

/** PostgreSQL's number for its eight-byte integers, which the driver gives back as text unless told otherwise. */
const int8 = 20;
const mostConnections = 10;
/** How long to wait for a connection before a request fails, in milliseconds. */
const patience = 5_000;

/**
 * The dialect over a server.
 * @param url `postgres://…`; `?options=-csearch_path%3Dname` puts the tables in a schema of their own
 */
export const postgres = (url: string, log?: Logger): Dialect => {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patience,
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        id === int8 && format !== "binary" ? Number : pg.types.getTypeParser(id, format),
    } as pg.CustomTypesConfig,
  });
  // an idle connection that the server drops must not end the process; the next request opens another
  pool.on("error", (cause) => log?.warn("store connection lost", { cause }));
  // nor must one that breaks between two statements of a transaction: the pool listens to idle ones only, and the next statement fails anyway
  pool.on("connect", (client) => void client.on("error", (cause) => log?.warn("store connection lost in use", { cause })));
  return new PostgresDialect({ pool });
};
