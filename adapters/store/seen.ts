/** Which deliveries were taken up: the first to claim one wins, in whatever process. */

import type { Kysely } from "kysely";
import type { Delivery, Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

type Waiting = { readonly delivery: Delivery; readonly resolve: (first: boolean) => void; readonly reject: (cause: unknown) => void };

/** Rows of one statement: four values each, well under the engines' limits on values. */
const mostRows = 500;

/** In a rush, which is more than a few at once, the next claims are gathered for so many milliseconds: each write waits for the disk. */
const few = 3;
const gather = 10;

const keyOf = ({ platform, id }: { readonly platform: string; readonly id: string }): string => `${platform} ${id}`;

/** Claims that come together are written together: one wait for the disk instead of one each. */
export const createSeen = (db: Kysely<Tables>): Store["seen"] => {
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      // always in the same order: two processes that claim the same ids in different orders would wait for each other for ever
      const rows = new Map(batch.map(({ delivery }) => [keyOf(delivery), delivery]));
      const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delivery]) => delivery);
      const won = await db
        .insertInto("seen")
        .values(sorted.map(({ platform, id, at, workspace }) => ({ platform, id, seen_at: at, workspace: workspace ?? null })))
        .onConflict((conflict) => conflict.columns(["platform", "id"]).doNothing())
        .returning(["platform", "id"])
        .execute();
      const fresh = new Set(won.map(keyOf));
      // the same delivery twice in a batch: the first of the two wins
      for (const { delivery, resolve } of batch) resolve(fresh.delete(keyOf(delivery)));
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostRows);
      waiting = waiting.slice(mostRows);
      await write(batch);
      if (batch.length > few) await new Promise((resolve) => void setTimeout(resolve, gather));
    }
    writing = false;
  };

  return {
    claim: (delivery) =>
      new Promise((resolve, reject) => {
        waiting.push({ delivery, resolve, reject });
        if (writing) return;
        writing = true;
        setImmediate(drain);
      }),
    sweep: async (before) => Number((await db.deleteFrom("seen").where("seen_at", "<", before).executeTakeFirst()).numDeletedRows),
  };
};
