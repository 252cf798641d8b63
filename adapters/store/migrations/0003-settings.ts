/** What a workspace has set for itself. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("settings")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addPrimaryKeyConstraint("settings_key", ["platform", "workspace"])
    .execute();
};
