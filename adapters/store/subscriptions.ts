/** Channels that want to be reminded. */

import type { Kysely, Selectable } from "kysely";
import type { Channel, Store, Subscription, Told } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

type Row = Selectable<Tables["subscriptions"]>;

/** A row as the core knows it. */
export const subscriptionOf = (row: Row): Subscription => ({
  platform: row.platform,
  workspace: row.workspace,
  channel: row.channel,
  owner: row.owner,
  at: row.local_hour,
  zone: row.zone,
  language: row.language,
  style: row.style,
  strands: JSON.parse(row.strands) as string[],
  silent: row.silent === 1,
  clock:
    row.replay_from !== null && row.replay_since !== null
      ? { kind: "replay", from: row.replay_from, since: row.replay_since, steps: row.replay_steps }
      : { kind: "live" },
  paused: row.paused ?? undefined,
  told: row.told === null ? undefined : (JSON.parse(row.told) as Told),
  missed: row.missed,
  nextAt: row.next_at,
  nextDay: row.next_day,
});

const rowOf = ({ at, strands, silent, clock, paused, told, nextAt, nextDay, ...same }: Subscription): Row => ({
  ...same,
  local_hour: at,
  strands: JSON.stringify(strands),
  silent: silent ? 1 : 0,
  replay_from: clock.kind === "replay" ? clock.from : null,
  replay_since: clock.kind === "replay" ? clock.since : null,
  replay_steps: clock.kind === "replay" ? clock.steps : 0,
  paused: paused ?? null,
  told: told ? JSON.stringify(told) : null,
  next_at: nextAt,
  next_day: nextDay,
});

export const createSubscriptions = (db: Kysely<Tables>): Store["subscriptions"] => {
  const dropWaiting = (all: Kysely<Tables>, { platform, workspace, channel }: Channel) =>
    all
      .deleteFrom("ledger")
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .where("channel", "=", channel)
      .where("state", "=", "waiting")
      .execute();
  return {
    save: async (subscription) => {
      const row = rowOf(subscription);
      await db
        .insertInto("subscriptions")
        .values(row)
        .onConflict((conflict) => conflict.columns(["platform", "workspace", "channel"]).doUpdateSet(row))
        .execute();
    },
    find: async ({ platform, workspace, channel }) => {
      const row = await db
        .selectFrom("subscriptions")
        .selectAll()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("channel", "=", channel)
        .executeTakeFirst();
      return row && subscriptionOf(row);
    },
    of: async ({ platform, workspace }) => {
      const rows = await db
        .selectFrom("subscriptions")
        .selectAll()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .orderBy("channel")
        .execute();
      return rows.map(subscriptionOf);
    },
    due: async (platform, before, beyond, most) => {
      const rows = await db
        .selectFrom("subscriptions")
        .selectAll()
        .where("platform", "=", platform)
        .where("paused", "is", null)
        .where((where) => where.or([where("next_at", "<=", before), where("next_at", ">", beyond)]))
        .orderBy("next_at")
        .limit(most)
        .execute();
      return rows.map(subscriptionOf);
    },
    pause: (channel, reason) =>
      db.transaction().execute(async (all) => {
        const { numUpdatedRows } = await all
          .updateTable("subscriptions")
          .set({ paused: reason })
          .where("platform", "=", channel.platform)
          .where("workspace", "=", channel.workspace)
          .where("channel", "=", channel.channel)
          .where("paused", "is", null)
          .executeTakeFirst();
        await dropWaiting(all, channel);
        return numUpdatedRows > 0n;
      }),
    remove: (channel) =>
      db.transaction().execute(async (all) => {
        const { numDeletedRows } = await all
          .deleteFrom("subscriptions")
          .where("platform", "=", channel.platform)
          .where("workspace", "=", channel.workspace)
          .where("channel", "=", channel.channel)
          .executeTakeFirst();
        await dropWaiting(all, channel);
        return numDeletedRows > 0n;
      }),
  };
};
