/** The Store port: the same tables and the same statements on the embedded database and on PostgreSQL. */

import { Kysely, sql } from "kysely";
import type { Logger, Store } from "../../src/index.ts";
import { createClosures } from "./closures.ts";
import { embedded } from "./embedded.ts";
import { createFeedback, createGaps } from "./gaps.ts";
import { createInstallations } from "./installations.ts";
import { createLeases } from "./leases.ts";
import { createLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { postgres } from "./postgres.ts";
import { aboutWorkspaces, type Tables } from "./schema.ts";
import { createSeal } from "./seal.ts";
import { createSeen } from "./seen.ts";
import { createSettings } from "./settings.ts";
import { createSubscriptions } from "./subscriptions.ts";

export type StorePlace = {
  /** PostgreSQL, `postgres://…`; it wins over `file`. */
  readonly url?: string | undefined;
  /** The embedded database; `:memory:` for one that goes with the process. */
  readonly file?: string | undefined;
  /** 32 bytes in hexadecimal, for the tokens of workspaces; needed only where there are any. */
  readonly key?: string | undefined;
  readonly log?: Logger;
};

/**
 * Opens the store and brings its tables up to date.
 * @throws where the database does not answer, or is of a newer version than this code
 */
export const openStore = async ({ url, file = ":memory:", key, log }: StorePlace): Promise<Store> => {
  const db = new Kysely<Tables>({ dialect: url === undefined ? embedded(file) : postgres(url, log) });
  try {
    await migrate(db, url === undefined ? "embedded" : "postgres");
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
  return {
    installations: createInstallations(db, createSeal(key)),
    seen: createSeen(db),
    settings: createSettings(db),
    closures: createClosures(db),
    subscriptions: createSubscriptions(db),
    ledger: createLedger(db, url === undefined ? "embedded" : "postgres"),
    leases: createLeases(db),
    gaps: createGaps(db),
    feedback: createFeedback(db),
    forget: ({ platform, workspace }, keep) =>
      db.transaction().execute(async (all) => {
        for (const table of aboutWorkspaces.filter((each) => keep === undefined || each !== "installations"))
          await all.deleteFrom(table).where("platform", "=", platform).where("workspace", "=", workspace).execute();
      }),
    ping: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  };
};
