/** The ledger of reminders: written once, claimed by one process at a time, settled once. */

import type { Kysely, Selectable } from "kysely";
import type { LedgerEntry, LedgerOutcome, Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";
import { subscriptionOf } from "./subscriptions.ts";

const entryOf = (row: Selectable<Tables["ledger"]>): LedgerEntry => ({
  id: row.id,
  platform: row.platform,
  workspace: row.workspace,
  channel: row.channel,
  slot: row.slot,
  day: row.day,
  dueAt: row.due_at,
  expiresAt: row.expires_at,
  state: row.state,
  tries: row.tries,
  triedAt: row.tried_at ?? undefined,
  postAt: row.post_at ?? undefined,
  reference: row.reference ?? undefined,
  reason: row.reason ?? undefined,
});

/** What an outcome writes into the entry. */
const settled = (outcome: LedgerOutcome) => {
  switch (outcome.state) {
    case "posted":
      return { state: outcome.state, reference: outcome.reference, worker: null };
    case "waiting":
      return {
        state: outcome.state,
        not_before: outcome.notBefore,
        worker: null,
        ...(outcome.surelyNot ? { tried_at: null, post_at: null } : {}),
      };
    default:
      return { state: outcome.state, reason: outcome.reason, worker: null };
  }
};

/** @param engine on PostgreSQL a claim passes over rows that another process is claiming; the embedded database has one writer anyway */
export const createLedger = (db: Kysely<Tables>, engine: "embedded" | "postgres"): Store["ledger"] => ({
  enter: (steps) =>
    db.transaction().execute(async (all) => {
      const fresh = steps.flatMap(({ entry }) => entry ?? []);
      if (fresh.length > 0)
        await all
          .insertInto("ledger")
          .values(
            fresh.map((entry) => ({
              id: entry.id,
              platform: entry.platform,
              workspace: entry.workspace,
              channel: entry.channel,
              slot: entry.slot,
              day: entry.day,
              due_at: entry.dueAt,
              expires_at: entry.expiresAt,
              state: entry.state,
              not_before: 0,
              tries: 0,
            })),
          )
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
      for (const { subscription, next } of steps)
        await all
          .updateTable("subscriptions")
          .set({
            next_at: next.nextAt,
            next_day: next.nextDay,
            missed: next.missed,
            ...(next.told ? { told: JSON.stringify(next.told) } : {}),
          })
          .where("platform", "=", subscription.platform)
          .where("workspace", "=", subscription.workspace)
          .where("channel", "=", subscription.channel)
          // somebody who changed or moved it meanwhile has the last word
          .where("next_at", "=", subscription.nextAt)
          .execute();
    }),

  claim: async (platform, { worker, at, until, most }) => {
    const open = db
      .selectFrom("ledger")
      .select("id")
      .where("platform", "=", platform)
      .where("state", "in", ["waiting", "claimed"])
      .where("not_before", "<=", at)
      // what was begun and has no known end goes first: platforms recognise a repetition for minutes only, and a long queue lasts longer
      .orderBy("tried_at", (order) => order.asc().nullsLast())
      .orderBy("not_before")
      .orderBy("due_at")
      .limit(most);
    // picked once, before anything is changed: a plan may run a mere subquery again for each row, and claim more than asked
    const rows = await db
      .with(
        (cte) => cte("picked").materialized(),
        () => (engine === "postgres" ? open.forUpdate().skipLocked() : open),
      )
      .updateTable("ledger")
      .set((set) => ({ state: "claimed", worker, not_before: until, tries: set("tries", "+", 1) }))
      .where("id", "in", (from) => from.selectFrom("picked").select("picked.id"))
      .returningAll()
      .execute();
    if (rows.length === 0) return [];
    const subscriptions = await db
      .selectFrom("subscriptions")
      .selectAll()
      .where("platform", "=", platform)
      .where(
        "channel",
        "in",
        rows.map(({ channel }) => channel),
      )
      .execute();
    const keyOf = ({ workspace, channel }: { readonly workspace: string; readonly channel: string }) => `${workspace} ${channel}`;
    const byKey = new Map(subscriptions.map((row) => [keyOf(row), subscriptionOf(row)]));
    return rows.map(entryOf).map((entry) => ({ entry, subscription: byKey.get(keyOf(entry)) }));
  },

  begin: async (id, { worker, at, postAt }) => {
    const { numUpdatedRows } = await db
      .updateTable("ledger")
      .set((set) => ({ tried_at: set.fn.coalesce("tried_at", set.val(at)), post_at: postAt }))
      .where("id", "=", id)
      .where("state", "=", "claimed")
      .where("worker", "=", worker)
      .where("not_before", ">", at)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  settle: ({ id, platform, workspace, channel }, worker, outcome) =>
    db.transaction().execute(async (all) => {
      const entry = all.updateTable("ledger").set(settled(outcome)).where("id", "=", id);
      const { numUpdatedRows } = await (outcome.state === "posted"
        ? entry.where("state", "in", ["claimed", "waiting", "doubtful"])
        : entry.where("state", "=", "claimed").where("worker", "=", worker)
      ).executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      const subscription = all
        .updateTable("subscriptions")
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("channel", "=", channel);
      if (outcome.state === "posted") await subscription.set({ told: JSON.stringify(outcome.told), missed: 0 }).execute();
      if (outcome.state === "expired") await subscription.set((set) => ({ missed: set("missed", "+", 1) })).execute();
    }),

  of: async ({ platform, workspace }) => {
    const rows = await db
      .selectFrom("ledger")
      .selectAll()
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .orderBy("due_at")
      .execute();
    return rows.map(entryOf);
  },

  sweep: async (before) => {
    const { numDeletedRows } = await db
      .deleteFrom("ledger")
      .where("due_at", "<", before)
      .where("state", "not in", ["waiting", "claimed"])
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
