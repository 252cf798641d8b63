/** When a channel is spoken to: at its hour, once on every local day that exists, whatever its clocks are put to. */

import { addDays } from "../model/day.ts";
import type { LocalDay } from "../model/subscription.ts";

/** A moment, in milliseconds since 1970, and the local day it is of. */
export type Occurrence = { readonly at: number; readonly day: LocalDay };

/** Whether `text` is an hour of the day, `HH:MM`. */
export const isHour = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether `zone` is the name of an IANA time zone; an offset such as `+02:00` is none, since it knows no daylight saving. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

/** The local day of a moment. */
export const localDay = (at: number, zone: string): LocalDay =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The hour `at` of a local day. An hour that the clocks leap over is taken as much later as they leap, or as much earlier where
 * that would be tomorrow, as on spring nights in Scoresbysund; one that comes twice is taken the first time.
 * @returns undefined for a day that the zone leapt over whole, as Samoa did with 30 December 2011
 */
const hourOf = (day: LocalDay, at: string, zone: string): number | undefined => {
  const wanted = Temporal.PlainDateTime.from(`${day}T${at}`);
  const found = (["compatible", "earlier"] as const)
    .map((disambiguation) => wanted.toZonedDateTime(zone, { disambiguation }))
    .find((moment) => moment.toPlainDate().toString() === day);
  return found?.epochMilliseconds;
};

/** The hour of the first local day from `day` on that exists. */
export const occurrenceFrom = (day: LocalDay, at: string, zone: string): Occurrence => {
  const found = hourOf(day, at, zone);
  return found === undefined ? occurrenceFrom(addDays(day, 1), at, zone) : { at: found, day };
};

/** The first hour after a moment. */
export const occurrenceAfter = (moment: number, at: string, zone: string): Occurrence => {
  const today = occurrenceFrom(localDay(moment, zone), at, zone);
  return today.at > moment ? today : occurrenceFrom(addDays(today.day, 1), at, zone);
};
