/** Tasks for one process at a time. */

import type { Kysely } from "kysely";
import type { Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

export const createLeases = (db: Kysely<Tables>): Store["leases"] => ({
  hold: async (name, holder, at, until) => {
    const held = await db
      .insertInto("leases")
      .values({ name, holder, until })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({ holder, until })
          .where((where) => where.or([where("leases.until", "<=", at), where("leases.holder", "=", holder)])),
      )
      .returning("name")
      .execute();
    return held.length > 0;
  },
  release: async (name, holder) => {
    await db.deleteFrom("leases").where("name", "=", name).where("holder", "=", holder).execute();
  },
});
