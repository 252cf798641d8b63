/** The scheduler of a platform: looks at the clock, writes what is due into the ledger, delivers what is in it. One process at a time. */

import { randomUUID } from "node:crypto";
import type { Claimed, LedgerState, LedgerStep, Logger, Ninety, Poster, Store, Subscription } from "../../src/index.ts";
import { type Delivered, deliver } from "./deliver.ts";
import { enter, longestWait, type Today } from "./entry.ts";
import { createPace } from "./pace.ts";

/** How long things take and hold, in milliseconds. */
export type Rhythm = {
  /** Between two looks at the clock. */
  readonly tick: number;
  /** How long a process that falls silent keeps the others from posting. */
  readonly lease: number;
  /** How long a claimed reminder is nobody else's; longer than a post may take. */
  readonly claim: number;
};

const calm: Rhythm = { tick: 1_000, lease: 15_000, claim: 30_000 };

const batch = 500;
const claimedAtOnce = 24;
const mostInFlight = 16;
/** How long settled entries are kept, in milliseconds: thirty days. */
const kept = 30 * 86_400_000;
const sweepEvery = 3_600_000;

export type Scheduler = {
  readonly start: () => void;
  /** Lets what is in flight finish, then gives the task up to other processes. */
  readonly stop: () => Promise<void>;
  /** One look at the clock. False where another process holds the task. */
  readonly pass: () => Promise<boolean>;
  /** How many reminders ended how in this process. */
  readonly counts: () => Readonly<Partial<Record<LedgerState | "lost", number>>>;
};

export type SchedulerParts = {
  readonly ninety: Ninety;
  readonly store: Store;
  readonly poster: Poster;
  readonly today: Today;
  readonly now: () => number;
  readonly log: Logger;
  readonly rhythm?: Rhythm;
  readonly worker?: string;
};

/** How far writing is: whether it is done, and a promise for its next batch. */
type Writing = { done: boolean; batch: PromiseWithResolvers<void> };

/** Makes the scheduler of one platform; nothing happens before `start` or `pass`. */
export const createScheduler = ({
  ninety,
  store,
  poster,
  today,
  now,
  log,
  rhythm = calm,
  worker = randomUUID(),
}: SchedulerParts): Scheduler => {
  const { platform, ahead } = poster;
  const lease = `post:${platform}`;
  const pace = createPace(poster.perSecond);
  const stopping = new AbortController();
  const counts: Partial<Record<LedgerState | "lost", number>> = {};
  const delivery = {
    ninety,
    store,
    poster,
    today,
    now,
    log,
    worker,
    stopping: stopping.signal,
    turn: pace.next,
    halted: () => refused !== undefined,
  };
  let refused: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let sweptAt = 0;
  let failing = false;

  /** Until when the task is surely ours: renewed at half time, not at every look. */
  let heldUntil = 0;
  const hold = async (): Promise<boolean> => {
    const moment = now();
    const left = heldUntil - moment;
    if (left > rhythm.lease / 2 && left <= rhythm.lease) return true;
    const held = await store.leases.hold(lease, worker, moment, moment + rhythm.lease);
    heldUntil = held ? moment + rhythm.lease : 0;
    return held;
  };
  const over = (): boolean => stopping.signal.aborted || refused !== undefined;

  /** One subscription that cannot be worked out must not hold up the others. */
  const entered = async (subscription: Subscription, moment: number): Promise<LedgerStep | undefined> => {
    try {
      return enter(ninety, subscription, moment, ahead, today);
    } catch (cause) {
      log.error("subscription cannot be worked out", { platform, channel: subscription.channel, cause });
      await store.subscriptions.pause(subscription, "it cannot be worked out");
      return undefined;
    }
  };

  const write = async (written: Writing): Promise<void> => {
    while (!over()) {
      const moment = now();
      const due = await store.subscriptions.due(platform, moment + ahead, moment + longestWait, batch);
      if (due.length === 0) return;
      const steps = await Promise.all(due.map((subscription) => entered(subscription, moment)));
      await store.ledger.enter(steps.flatMap((step) => step ?? []));
      written.batch.resolve();
      written.batch = Promise.withResolvers();
      if (due.length < batch || !(await hold())) return;
    }
  };

  const noted = async (claimed: Claimed): Promise<void> => {
    const { state, wait, refused: reason }: Delivered = await deliver(delivery, claimed);
    counts[state] = (counts[state] ?? 0) + 1;
    if (wait !== undefined) pace.wait(wait);
    if (reason !== undefined && refused === undefined) {
      refused = reason;
      log.error("posting stopped: the platform refuses our token", { platform, reason });
    }
  };

  const claim = async (): Promise<readonly Claimed[]> =>
    over() || !(await hold()) ? [] : store.ledger.claim(platform, { worker, at: now(), until: now() + rhythm.claim, most: claimedAtOnce });

  /** A claim that will not be used is free at once for the next process. */
  const giveBack = ({ entry }: Claimed): Promise<void> =>
    store.ledger.settle(entry, worker, { state: "waiting", notBefore: now(), surelyNot: false });

  const post = async (writing: Writing): Promise<void> => {
    const inFlight = new Set<Promise<void>>();
    const failures: unknown[] = [];
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
        if (over()) {
          await giveBack(one);
          continue;
        }
        if (inFlight.size >= mostInFlight) await Promise.race(inFlight);
        const task = noted(one)
          .catch((cause: unknown) => void failures.push(cause))
          .finally(() => inFlight.delete(task));
        inFlight.add(task);
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

  const sweep = async (): Promise<void> => {
    if (now() - sweptAt < sweepEvery) return;
    sweptAt = now();
    await store.ledger.sweep(sweptAt - kept);
  };

  const pass = async (): Promise<boolean> => {
    if (over() || !(await hold())) return false;
    const writing: Writing = { done: false, batch: Promise.withResolvers() };
    const written = write(writing).finally(() => {
      writing.done = true;
      writing.batch.resolve();
    });
    // posting need not wait until ten thousand are written
    await Promise.all([written, post(writing)]);
    await sweep();
    return true;
  };

  const loop = async (): Promise<void> => {
    try {
      await pass();
      if (failing) log.info("reminders go on", { platform });
      failing = false;
    } catch (cause) {
      // said once, not at every tick of a long outage
      if (!failing) log.error("reminders interrupted", { platform, cause });
      failing = true;
    }
    if (over()) return;
    timer = setTimeout(() => {
      running = loop();
    }, rhythm.tick);
  };

  return {
    start: () => {
      log.info("reminders ready", { platform });
      running = loop();
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
      await store.leases.release(lease, worker).catch((cause: unknown) => log.warn("lease not released", { platform, cause }));
    },
    pass,
    counts: () => ({ ...counts }),
  };
};
