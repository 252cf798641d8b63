/** One claimed reminder: post it, or find out whether it was posted, and say in the ledger how that ended. */

import { setTimeout } from "node:timers/promises";
import {
  type Claimed,
  type LedgerEntry,
  type LedgerOutcome,
  type Logger,
  type Ninety,
  type Posted,
  type Poster,
  remindWords,
  type Store,
  type Subscription,
} from "../../src/index.ts";
import type { Today } from "./entry.ts";

/** Later than this it says that it is late, in milliseconds. */
const lateAfter = 10 * 60_000;
/** A moment nearer than this is too near to be scheduled for, or to be sure that the platform still lists what waits for it. */
const margin = 30_000;
/** How long to wait before asking again after no answer: doubled each time. */
const firstWait = 5_000;
const longestWait = 5 * 60_000;
/** After a wait as long as this the claim is looked at again, in milliseconds. */
const longTurn = 5_000;
/** How often a settled truth is offered to a database that does not answer, in milliseconds. */
const settleEvery = 500;
const longestOutage = 15 * 60_000;

export type Delivery = {
  readonly ninety: Ninety;
  readonly store: Store;
  readonly poster: Poster;
  readonly today: Today;
  readonly now: () => number;
  readonly log: Logger;
  readonly worker: string;
  /** Resolves when this post may begin, as far as the platform's rate goes. */
  readonly turn: () => Promise<void>;
  /** Whether the platform takes nothing from us any more. */
  readonly halted: () => boolean;
  /** Aborted when the process is to stop: then nothing is waited for any more. */
  readonly stopping: AbortSignal;
};

/** What came of it: the ledger's state, or that the claim was lost before anything was posted. */
export type Delivered = { readonly state: LedgerOutcome["state"] | "lost"; readonly wait?: number; readonly refused?: string };

/** Writes the outcome down, however long the database takes: what was posted is known only here until then. */
const settle = async ({ store, worker, log, stopping }: Delivery, entry: LedgerEntry, outcome: LedgerOutcome): Promise<void> => {
  const began = performance.now();
  for (let told = false; ; told = true) {
    try {
      return await store.ledger.settle(entry, worker, outcome);
    } catch (cause) {
      // what is wrong for so long is not an outage, and must not hold up everything else
      if (stopping.aborted || performance.now() - began > longestOutage) throw cause;
      if (!told) log.warn("reminder posted, ledger not answering", { entry: entry.id, cause });
      await setTimeout(settleEvery);
    }
  }
};

/** What is known of an earlier attempt whose end was never written. */
const lookBack = async (
  { poster, now }: Delivery,
  entry: LedgerEntry,
  subscription: Subscription,
): Promise<LedgerOutcome | { readonly state: "again" } | { readonly state: "found"; readonly reference: string }> => {
  if (entry.triedAt === undefined) return { state: "again" };
  const at = entry.postAt ?? entry.dueAt;
  if (!poster.find)
    return now() - entry.triedAt < poster.repeatable
      ? { state: "again" }
      : { state: "doubtful", reason: "an attempt ended without an answer, and the platform no longer recognises a repetition" };
  const found = await poster.find({ ...entry, at, silent: subscription.silent });
  if (found.kind === "found") return { state: "found", reference: found.reference };
  if (found.kind === "unknown") return { state: "waiting", notBefore: now() + margin, surelyNot: false };
  return at > now() + margin
    ? { state: "again" }
    : { state: "doubtful", reason: "its moment passed before it could be found out whether it was scheduled" };
};

const outcomeOf = (posted: Posted, { tries, triedAt }: LedgerEntry, now: number): LedgerOutcome | undefined => {
  // a no to this attempt says nothing of an earlier one whose end is not known
  const surelyNot = triedAt === undefined;
  switch (posted.kind) {
    case "later":
      return { state: "waiting", notBefore: now + Math.ceil(posted.after), surelyNot };
    case "refused":
      return { state: "waiting", notBefore: now + longestWait, surelyNot };
    case "unknown":
      return { state: "waiting", notBefore: now + Math.min(longestWait, firstWait * 2 ** Math.min(tries - 1, 10)), surelyNot: false };
    case "closed":
    case "rejected":
      return { state: "failed", reason: posted.reason };
    case "posted":
      return undefined;
  }
};

/** Nothing more is sent there, and whoever asked for it hears so, once. */
const close = async ({ store, poster, log }: Delivery, subscription: Subscription, reason: string): Promise<void> => {
  if (!(await store.subscriptions.pause(subscription, reason))) return;
  log.warn("reminders paused", { platform: subscription.platform, channel: subscription.channel, reason });
  try {
    await poster.tellOwner(subscription, subscription.owner, remindWords.closed(reason)[subscription.language]);
  } catch (cause) {
    log.warn("owner not told of the pause", { channel: subscription.channel, cause });
  }
};

/** Delivers one claimed reminder. Throws only where the database does not answer before anything was posted. */
export const deliver = async (delivery: Delivery, { entry, subscription }: Claimed): Promise<Delivered> => {
  const { ninety, store, poster, today, now, log, worker } = delivery;
  const end = async (outcome: LedgerOutcome, more: Omit<Delivered, "state"> = {}): Promise<Delivered> => {
    await settle(delivery, entry, outcome);
    if (outcome.state === "doubtful")
      log.warn("reminder in doubt, not repeated", { entry: entry.id, channel: entry.channel, slot: entry.slot, reason: outcome.reason });
    return { state: outcome.state, ...more };
  };
  if (!subscription || subscription.paused !== undefined) return end({ state: "failed", reason: "stopped meanwhile" });
  const moment = now();
  if (moment > entry.expiresAt)
    return end(
      entry.triedAt === undefined
        ? { state: "expired", reason: "its day went by" }
        : { state: "doubtful", reason: "its day went by after an attempt without an answer" },
    );

  const late = moment - entry.dueAt > lateAfter;
  const { reminder, told } = ninety.remind({
    day: entry.day,
    language: subscription.language,
    style: subscription.style,
    strands: subscription.strands,
    told: subscription.told,
    replay: subscription.clock.kind === "replay" || today.pretended,
    missed: subscription.missed,
    ...(late ? { late: { at: subscription.at, zone: subscription.zone } } : {}),
  });
  const earlier = await lookBack(delivery, entry, subscription);
  if (earlier.state === "found") return end({ state: "posted", reference: earlier.reference, told });
  if (earlier.state !== "again") return end(earlier);
  if (!reminder) return end({ state: "failed", reason: "the record has nothing to say any more" });

  const soonest = poster.ahead > 0 ? moment + 2 * margin : moment;
  const at =
    entry.postAt !== undefined && entry.postAt > moment + margin ? entry.postAt : Math.ceil(Math.max(entry.dueAt, soonest) / 1_000) * 1_000;
  if (!(await store.ledger.begin(entry.id, { worker, at: moment, postAt: at }))) return { state: "lost" };
  // after everything that takes time of its own, so that posts leave as evenly as they take turns
  await delivery.turn();
  if (delivery.halted()) return end({ state: "waiting", notBefore: now() + longestWait, surelyNot: entry.triedAt === undefined });
  // where the platform made us wait long, the claim may be another's by now
  if (now() - moment > longTurn && !(await store.ledger.begin(entry.id, { worker, at: now(), postAt: at }))) return { state: "lost" };
  const posted = await poster
    .post({ ...entry, message: reminder.message, silent: subscription.silent, at })
    .catch((cause: unknown): Posted => {
      log.error("poster failed", { cause });
      return { kind: "unknown", reason: "the poster failed" };
    });
  const outcome = outcomeOf(posted, entry, now()) ?? { state: "posted", reference: posted.kind === "posted" ? posted.reference : "", told };
  if (posted.kind === "rejected") log.error("reminder rejected by the platform", { entry: entry.id, reason: posted.reason });
  if (posted.kind === "closed") await close(delivery, subscription, posted.reason);
  return end(outcome, {
    ...(posted.kind === "later" && posted.everyone ? { wait: posted.after } : {}),
    ...(posted.kind === "refused" ? { refused: posted.reason } : {}),
  });
};
