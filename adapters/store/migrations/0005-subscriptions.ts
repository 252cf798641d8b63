/** Channels that want to be reminded, with their wishes, their clock and what they have been told. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("subscriptions")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("local_hour", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("style", "text", (column) => column.notNull())
    .addColumn("strands", "text", (column) => column.notNull())
    .addColumn("silent", "integer", (column) => column.notNull())
    .addColumn("replay_from", "text")
    .addColumn("replay_since", "text")
    .addColumn("replay_steps", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("paused", "text")
    .addColumn("told", "text")
    .addColumn("missed", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("next_at", "bigint", (column) => column.notNull())
    .addColumn("next_day", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("subscriptions_key", ["platform", "workspace", "channel"])
    .execute();
  await db.schema.createIndex("subscriptions_by_time").on("subscriptions").columns(["platform", "next_at"]).execute();
};
