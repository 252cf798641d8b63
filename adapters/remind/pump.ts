/** Claims reminders and hands them to delivery, some at once, until nothing is left to claim and nothing more will be written. */

import type { Claimed } from "../../src/index.ts";

/** More at once would not be faster, and each may be left in doubt by a crash. */
const mostInFlight = 16;

/** How far writing is: whether it is done, and a promise for its next batch. */
export type Writing = { done: boolean; batch: PromiseWithResolvers<void> };

export type PumpParts = {
  /** None where there are none, or where the task is not ours any more. */
  readonly claim: () => Promise<readonly Claimed[]>;
  readonly deliver: (claimed: Claimed) => Promise<void>;
  /** A claim that will not be used is free at once for the next process. */
  readonly giveBack: (claimed: Claimed) => Promise<void>;
  /** Whether nothing is to be begun any more. */
  readonly over: () => boolean;
};

/** Throws the first failure of a delivery, when all that is in flight has ended. */
export const pump = async ({ claim, deliver, giveBack, over }: PumpParts, writing: Writing): Promise<void> => {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const launch = (claimed: Claimed): void => {
    const task = deliver(claimed)
      .catch((cause: unknown) => void failures.push(cause))
      .finally(() => inFlight.delete(task));
    inFlight.add(task);
  };
  // whether all was written is asked before claiming: what is written after that is found by the next claim
  const next = async (): Promise<{ readonly claimed: readonly Claimed[]; readonly all: boolean }> => {
    const all = writing.done;
    return { claimed: await claim(), all };
  };

  let upcoming = next();
  while (!over() && failures.length === 0) {
    const { batch: more } = writing;
    const { claimed, all } = await upcoming;
    if (claimed.length === 0 && inFlight.size === 0) {
      if (all) break;
      await more.promise;
    }
    // what is in flight may be put back at once: then it is claimed again
    if (claimed.length === 0) await Promise.all(inFlight);
    upcoming = next();
    // a failure is thrown when its turn comes, not while nobody listens
    upcoming.catch(() => undefined);
    for (const one of claimed) {
      if (inFlight.size >= mostInFlight) await Promise.race(inFlight);
      if (over()) await giveBack(one);
      else launch(one);
    }
  }
  await Promise.all(inFlight);
  const unused = await upcoming.catch((cause: unknown) => {
    failures.push(cause);
    return { claimed: [] };
  });
  for (const one of unused.claimed) await giveBack(one);
  if (failures.length > 0) throw failures[0];
};
