/** The bot as added to a workspace, with what lets it act there, sealed. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("installations")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("installed_by", "text")
    .addColumn("installed_at", "bigint", (column) => column.notNull())
    .addColumn("secret", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("installations_key", ["platform", "workspace"])
    .execute();
};
