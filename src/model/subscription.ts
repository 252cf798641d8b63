/** A channel that wants to be reminded: its hour, its language, its wishes and its clock. */

import { addDays, type Day, daysBetween } from "./day.ts";
import type { Language } from "./language.ts";
import type { Id } from "./record.ts";
import type { ReminderStyle, Told } from "./reminder.ts";

/** A calendar day where the channel is, not in New York. */
export type LocalDay = Day;

/** Which day a channel lives: today, or a past day moved on by one every day since `since`, and by `steps` days more. */
export type ChannelClock =
  | { readonly kind: "live" }
  | { readonly kind: "replay"; readonly from: Day; readonly since: LocalDay; readonly steps: number };

export type Subscription = {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: Id;
  /** Who asked for it: the one told when it can no longer be served. */
  readonly owner: string;
  /** The local hour, `HH:MM`. */
  readonly at: string;
  /** The IANA time zone of that hour. */
  readonly zone: string;
  readonly language: Language;
  readonly style: ReminderStyle;
  /** Strands of the record; all where the list is empty. */
  readonly strands: readonly string[];
  /** Posted without a notification, where the platform can. */
  readonly silent: boolean;
  readonly clock: ChannelClock;
  /** Why nothing is sent; undefined where it is. */
  readonly paused: string | undefined;
  /** What it has been told by messages known to have arrived. */
  readonly told: Told | undefined;
  /** Days that should have been told about and could not, since the last message. */
  readonly missed: number;
  /** When it is next to be looked at, in milliseconds since 1970, and the local day that is then. */
  readonly nextAt: number;
  readonly nextDay: LocalDay;
};

/**
 * The day a channel lives.
 * @param localDay what day it is where the channel is
 * @param today what day it is in New York: no clock runs past it
 */
export const dayLived = (clock: ChannelClock, localDay: LocalDay, today: Day): Day => {
  if (clock.kind === "live") return today;
  const lived = addDays(clock.from, Math.max(0, daysBetween(clock.since, localDay)) + clock.steps);
  return lived < today ? lived : today;
};
