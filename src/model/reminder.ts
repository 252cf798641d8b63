/** What a channel wants to be told about the deadlines, and what it has been told: the shapes of the reminders. */

import type { Day } from "./day.ts";
import type { DeadlineState, Standing } from "./deadline.ts";
import type { Citation, Sourced } from "./message.ts";
import type { Id, Step, StepKind } from "./record.ts";

/** How often a channel is spoken to: every day on which something is pending, on round numbers of days left, or when something moves. */
export const reminderStyles = ["daily", "milestones", "changes"] as const;
export type ReminderStyle = (typeof reminderStyles)[number];

/** The numbers of days left on which the style `milestones` speaks. */
export const milestones: readonly number[] = [90, 60, 30, 14, 7, 3, 1, 0];

/** What was told of one deadline: how it stood, and the marks of the steps known then. */
export type ToldDeadline = { readonly state: DeadlineState; readonly due: Day; readonly steps: readonly string[] };

/** What a channel has been told, and as of which day. */
export type Told = { readonly on: Day; readonly deadlines: Readonly<Record<Id, ToldDeadline>> };

/** What a part of a reminder is about: a step since the last message, a countdown, a correction of the record, or that nothing is pending. */
type ReminderKind = StepKind | "pending" | "corrected" | "none";

/** One deadline that is worth telling about. */
export type Notice = {
  readonly kind: Exclude<ReminderKind, "none">;
  readonly standing: Standing;
  /** Steps not told before, oldest first. */
  readonly news: readonly Step[];
};

/** What is to be said on a day, before a word is written. */
export type ReminderPlan = {
  readonly notices: readonly Notice[];
  /** That nothing is pending is said, once. */
  readonly none: boolean;
  /** How many deadlines are pending, told about or not. */
  readonly pending: number;
  /** What the channel will have been told once this is said. */
  readonly told: Told;
};

/** One deadline as it is said. */
export type ReminderPart = {
  readonly kind: ReminderKind;
  readonly deadline?: Id;
  readonly due?: Day;
  readonly daysLeft?: number;
  readonly text: string;
  readonly sources: readonly [Citation, ...Citation[]];
};

/** A reminder: one message however many deadlines, and the parts it was made of. */
export type Reminder = { readonly message: Sourced; readonly parts: readonly ReminderPart[] };
