/** The conductor: due, plan, compose. */

import type { Base } from "../knowledge/base.ts";
import { reminderPhrases } from "../message/reminder-phrases.ts";
import { addDays, type Day, daysBetween } from "../model/day.ts";
import type { Both, Language } from "../model/language.ts";
import type { Reminder, ReminderStyle, Told } from "../model/reminder.ts";
import { compose } from "./compose.ts";
import { due } from "./due.ts";
import { plan } from "./plan.ts";

/** For whom a reminder is made. */
type ReminderWish = {
  /** The day as of which it is told, in America/New_York. */
  readonly day: Day;
  readonly language: Language;
  readonly style: ReminderStyle;
  /** Strands of the record; all where the list is empty. */
  readonly strands: readonly string[];
  /** What the channel was told before; undefined for its first message. */
  readonly told: Told | undefined;
  /** Whether the day is a past one lived again: then the message says so. */
  readonly replay: boolean;
  /** Where it comes after its hour: the hour and the zone it was meant for. */
  readonly late?: { readonly at: string; readonly zone: string };
  /** How many earlier days could not be sent. */
  readonly missed?: number;
};

/** What is to be said, if anything, and what the channel will have been told then. */
type Reminded = { readonly reminder: Reminder | undefined; readonly told: Told };

export type Remind = (wish: ReminderWish) => Reminded;

/** Readies the reminders over a record. */
export const createRemind =
  (base: Base): Remind =>
  ({ day, language, style, strands, told, replay, late, missed = 0 }) => {
    const standings = due(base, day, strands);
    const planned = plan(standings, told, style, day);
    const remarks: readonly Both[] = [
      ...(late ? [reminderPhrases.late(late.at, late.zone)] : []),
      ...(missed > 0 ? [reminderPhrases.missed(missed)] : []),
    ];
    return { reminder: compose(base, planned, standings, language, day, reminderPhrases.head(day, replay), remarks), told: planned.told };
  };

/** A stretch of days to be lived again. */
export type ReplayWish = Omit<ReminderWish, "day" | "told" | "late" | "missed"> & { readonly from: Day; readonly to: Day };

/** A day and what is said on it. */
export type ReplayedDay = { readonly day: Day; readonly reminder: Reminder | undefined };

/**
 * What a channel that subscribed on `from` is told on each day up to `to`, quiet days included.
 * @returns undefined where that is more than `most` days
 */
export const replayDays = (remind: Remind, { from, to, ...wish }: ReplayWish, most: number): readonly ReplayedDay[] | undefined => {
  if (daysBetween(from, to) >= most) return undefined;
  const days: ReplayedDay[] = [];
  let told: Told | undefined;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const said = remind({ ...wish, day, told });
    told = said.told;
    days.push({ day, reminder: said.reminder });
  }
  return days;
};
