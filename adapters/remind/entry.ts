/** From a subscription that is due to its next entry in the ledger: which local day it is for, and whether there is anything to say. */

import { createHash } from "node:crypto";
import {
  type Channel,
  type Day,
  dayLived,
  type LedgerEntry,
  type LedgerStep,
  localDay,
  type Ninety,
  occurrenceAfter,
  occurrenceFrom,
  type Subscription,
} from "../../src/index.ts";

/** What day it is in New York at a moment, and whether that is only pretended. */
export type Today = { readonly at: (moment: number) => Day; readonly pretended: boolean };

/** The longest stretch between an hour and the same hour of the next local day that exists, with room: whatever is put off further was put off by a clock that ran wild. */
export const longestWait = 50 * 3_600_000;

/** A reminder of a late hour may still go out a little after midnight, in milliseconds. */
const leastGrace = 3_600_000;

/** Discord takes a nonce of 25 characters at most. */
const idLength = 24;

/** The ledger's key: the same channel and slot give the same id in every process. */
const entryId = ({ platform, workspace, channel }: Channel, slot: string): string =>
  createHash("sha256").update([platform, workspace, channel, slot].join("\n")).digest("base64url").slice(0, idLength);

const nextDay = (day: Day): Day => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const endOf = (day: Day, zone: string): number => Temporal.PlainDate.from(nextDay(day)).toZonedDateTime(zone).epochMilliseconds;

/** A reminder for a channel, ready to be written. */
export const entryFor = (subscription: Subscription, slot: string, day: Day, dueAt: number): LedgerEntry => {
  const { platform, workspace, channel, zone } = subscription;
  return {
    platform,
    workspace,
    channel,
    id: entryId(subscription, slot),
    slot,
    day,
    dueAt,
    expiresAt: Math.max(endOf(localDay(dueAt, zone), zone), dueAt + leastGrace),
    state: "waiting",
    tries: 0,
    triedAt: undefined,
    postAt: undefined,
    reference: undefined,
    reason: undefined,
  };
};

/**
 * What becomes of a subscription that is due.
 * @param now in milliseconds since 1970
 * @param ahead how long before its hour a reminder is written, in milliseconds
 * @returns its next hour, and an entry where there is something to say for the present local day; days gone by are folded into it
 */
export const enter = (ninety: Ninety, subscription: Subscription, now: number, ahead: number, today: Today): LedgerStep => {
  const { at, zone, clock, told } = subscription;
  if (subscription.nextAt > now + longestWait) {
    const { at: nextAt, day } = occurrenceAfter(now, at, zone);
    return { subscription, next: { nextAt, nextDay: day, missed: subscription.missed, told: undefined }, entry: undefined };
  }
  const present = localDay(now + ahead, zone);
  const gone = Math.max(0, Temporal.PlainDate.from(subscription.nextDay).until(Temporal.PlainDate.from(present)).days);
  const occurrence = gone === 0 ? { at: subscription.nextAt, day: subscription.nextDay } : occurrenceFrom(present, at, zone);
  const missed = subscription.missed + gone;
  if (occurrence.at > now + ahead)
    return { subscription, next: { nextAt: occurrence.at, nextDay: occurrence.day, missed, told: undefined }, entry: undefined };

  const day = dayLived(clock, occurrence.day, today.at(occurrence.at));
  const following = occurrenceFrom(nextDay(occurrence.day), at, zone);
  const said = ninety.remind({
    day,
    language: subscription.language,
    style: subscription.style,
    strands: subscription.strands,
    told,
    replay: clock.kind === "replay" || today.pretended,
    missed,
  });
  const next = { nextAt: following.at, nextDay: following.day };
  return said.reminder
    ? { subscription, next: { ...next, missed, told: undefined }, entry: entryFor(subscription, occurrence.day, day, occurrence.at) }
    : { subscription, next: { ...next, missed: 0, told: said.told }, entry: undefined };
};
