/** The scheduler of a platform: looks at the clock, writes what is due into the ledger, delivers what is in it. One process at a time. */

import { randomUUID } from "node:crypto";
import type { Claimed, LedgerState, LedgerStep, Logger, Ninety, Poster, Store, Subscription } from "../../src/index.ts";
import { type Delivered, deliver } from "./deliver.ts";
import { enter, longestWait, type Today } from "./entry.ts";
import { createLease } from "./lease.ts";
import { createPace } from "./pace.ts";
import { pump, type Writing } from "./pump.ts";

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

  const { hold, release } = createLease({ store, name: `post:${platform}`, holder: worker, length: rhythm.lease, now });
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

  const giveBack = ({ entry }: Claimed): Promise<void> =>
    store.ledger.settle(entry, worker, { state: "waiting", notBefore: now(), surelyNot: false });

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
    await Promise.all([written, pump({ claim, deliver: noted, giveBack, over }, writing)]);
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
      await release().catch((cause: unknown) => log.warn("lease not released", { platform, cause }));
    },
    pass,
    counts: () => ({ ...counts }),
  };
};
