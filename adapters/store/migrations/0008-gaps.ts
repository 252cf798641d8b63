/** What curators learn from: questions without an answer, and what readers thought of facts. No person, no place. */

import type { Kysely } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("gaps")
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("askers", "integer", (column) => column.notNull())
    .addColumn("last_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("gaps_key", ["language", "question"])
    .execute();
  await db.schema
    .createTable("feedback")
    .addColumn("fact", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("feedback_key", ["fact", "verdict"])
    .execute();
};
