/** The ledger of reminders, which is their queue too: an entry for each channel and local day. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("ledger")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("not_before", "bigint", (column) => column.notNull())
    .addColumn("worker", "text")
    .addColumn("tries", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("tried_at", "bigint")
    .addColumn("post_at", "bigint")
    .addColumn("reference", "text")
    .addColumn("reason", "text")
    .execute();
  await db.schema.createIndex("ledger_by_time").on("ledger").columns(["platform", "state", "not_before"]).execute();
  await db.schema.createIndex("ledger_by_channel").on("ledger").columns(["platform", "workspace", "channel"]).execute();
};
