/** What curators learn from: questions without an answer, and what readers thought of facts. */

import type { Kysely } from "kysely";
import type { Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

export const createGaps = (db: Kysely<Tables>): Store["gaps"] => ({
  keep: async ({ question, language, at, newAsker }) => {
    await db
      .insertInto("gaps")
      .values({ question, language, times: 1, askers: 1, last_at: at })
      .onConflict((conflict) =>
        conflict.columns(["language", "question"]).doUpdateSet((set) => ({
          times: set("gaps.times", "+", 1),
          askers: set("gaps.askers", "+", newAsker ? 1 : 0),
          last_at: at,
        })),
      )
      .execute();
  },
  list: (askers) =>
    db
      .selectFrom("gaps")
      .select(["question", "language", "times", "askers"])
      .where("askers", ">=", askers)
      .orderBy("askers", "desc")
      .orderBy("times", "desc")
      .orderBy("question")
      .execute(),
  sweep: async (before) => Number((await db.deleteFrom("gaps").where("last_at", "<", before).executeTakeFirst()).numDeletedRows),
});

export const createFeedback = (db: Kysely<Tables>): Store["feedback"] => ({
  count: async (facts, verdict) => {
    // always in the same order, so that two processes never wait for each other
    const rows = [...new Set(facts)].sort().map((fact) => ({ fact, verdict, times: 1 }));
    if (rows.length === 0) return;
    await db
      .insertInto("feedback")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["fact", "verdict"]).doUpdateSet((set) => ({ times: set("feedback.times", "+", 1) })))
      .execute();
  },
  list: () => db.selectFrom("feedback").selectAll().orderBy("times", "desc").orderBy("fact").execute(),
});
