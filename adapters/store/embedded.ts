/** The embedded database: node:sqlite in one file, for one process. */

import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type Dialect, SqliteDialect } from "kysely";

/** How long a statement waits for another process that writes, in milliseconds. */
const patience = 5_000;
/** Statements kept ready: the same few dozen come again and again. */
const mostPrepared = 200;

const wrap = (statement: StatementSync) => ({
  reader: statement.columns().length > 0,
  all: (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[])),
  run: (values: readonly unknown[]) => statement.run(...(values as SQLInputValue[])),
  iterate: (values: readonly unknown[]) => statement.iterate(...(values as SQLInputValue[])),
});

/**
 * The dialect over a file.
 * @param file its path, made with its folder where it is missing, readable by its owner alone; `:memory:` for a database that goes with the process
 */
export const embedded = (file: string): Dialect =>
  new SqliteDialect({
    database: async () => {
      if (file !== ":memory:") {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        // made before it is opened: the files beside it take over its mode
        closeSync(openSync(file, "a", 0o600));
      }
      const database = new DatabaseSync(file, { timeout: patience });
      // full: what has been acknowledged survives a power cut
      database.exec("pragma journal_mode = wal; pragma synchronous = full;");
      const prepared = new Map<string, ReturnType<typeof wrap>>();
      return {
        close: () => database.close(),
        prepare: (sql) => {
          const ready = prepared.get(sql);
          if (ready) return ready;
          const fresh = wrap(database.prepare(sql));
          // statements that change the schema are not worth keeping, and a full shelf is cleared at once
          if (prepared.size >= mostPrepared) prepared.clear();
          if (/^\s*(select|insert|update|delete|with)\b/i.test(sql)) prepared.set(sql, fresh);
          return fresh;
        },
      };
    },
  });
