/** Channels that can no longer be posted to: the first to find out learns that it is the first. */

import type { Kysely } from "kysely";
import type { Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

export const createClosures = (db: Kysely<Tables>): Store["closures"] => ({
  close: async ({ platform, workspace, channel, reason, at }) => {
    const fresh = await db
      .insertInto("closures")
      .values({ platform, workspace, channel, reason, closed_at: at })
      .onConflict((conflict) => conflict.columns(["platform", "workspace", "channel"]).doNothing())
      .returning("channel")
      .execute();
    return fresh.length > 0;
  },
  reopen: async ({ platform, workspace, channel }) => {
    await db
      .deleteFrom("closures")
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .where("channel", "=", channel)
      .execute();
  },
  of: async ({ platform, workspace }) => {
    const rows = await db
      .selectFrom("closures")
      .selectAll()
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .orderBy("channel")
      .execute();
    return rows.map(({ channel, reason, closed_at }) => ({ platform, workspace, channel, reason, at: closed_at }));
  },
});
