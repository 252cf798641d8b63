/** Channels that can no longer be posted to, and why. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("closures")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("closed_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("closures_key", ["platform", "workspace", "channel"])
    .execute();
};
