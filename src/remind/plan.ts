/** Second stage: what of it is worth saying to a channel that has been told certain things already. */

import { type Day, daysBetween } from "../model/day.ts";
import type { Standing } from "../model/deadline.ts";
import type { Step } from "../model/record.ts";
import { milestones, type Notice, type ReminderPlan, type ReminderStyle, type Told, type ToldDeadline } from "../model/reminder.ts";

/** A step in a few characters: a step that the record corrects is a step not told before. */
const markOf = ({ on, what, due }: Step): string => [on, what, due].filter(Boolean).join(" ");

const toldOf = ({ state, due, history }: Standing): ToldDeadline => ({ state, due, steps: history.map(markOf) });

/** Steps are news on the day they become known; on a first message everything older is taken as given. */
const firstNotice = (standing: Standing, day: Day): Notice | undefined => {
  const news = standing.history.filter(({ on }) => on === day);
  const last = news.at(-1);
  if (last) return { kind: last.what, standing, news };
  return standing.state === "pending" ? { kind: "pending", standing, news: [] } : undefined;
};

/**
 * What moved since the channel was told. A step that curators add late is news where it changes how the deadline stands;
 * a past that is merely completed is not.
 */
const change = (standing: Standing, before: ToldDeadline | undefined, told: Told): Notice | undefined => {
  const news = standing.history.filter((step) => !before?.steps.includes(markOf(step)));
  const last = news.at(-1);
  const ended = standing.state === "lapsed" && before?.state === "lapsed";
  const happened = news.some(({ on, what }) => on > told.on && !(ended && what === "lapsed"));
  const differs = before ? before.state !== standing.state || before.due !== standing.due : standing.state === "pending";
  if (!happened && !differs) return undefined;
  // a date that passes with nothing said has lapsed, though no step says so
  const passed = standing.state === "lapsed" && !ended;
  return { kind: passed ? "lapsed" : (last?.what ?? "corrected"), standing, news };
};

const speaksToday = ({ due, daysLeft }: Standing, style: ReminderStyle, told: Told): boolean => {
  if (daysLeft === null || style === "changes") return false;
  if (style === "daily") return true;
  // days on which nothing could be sent are made up for: a milestone counts where it was reached since the last message
  return milestones.some((milestone) => milestone >= daysLeft && milestone < daysBetween(told.on, due));
};

/**
 * What a channel is to be told on `day`. Changes first, then countdowns, each the next due first; an end is said once.
 * @param told what it was told before, undefined where this is its first message
 */
export const plan = (standings: readonly Standing[], told: Told | undefined, style: ReminderStyle, day: Day): ReminderPlan => {
  const notices = standings.flatMap((standing): readonly Notice[] => {
    const notice = told ? change(standing, told.deadlines[standing.deadline.id], told) : firstNotice(standing, day);
    if (notice) return [notice];
    return told && speaksToday(standing, style, told) ? [{ kind: "pending", standing, news: [] }] : [];
  });
  const pending = standings.filter(({ state }) => state === "pending").length;
  return {
    notices: [...notices.filter(({ kind }) => kind !== "pending"), ...notices.filter(({ kind }) => kind === "pending")],
    none: told === undefined && pending === 0,
    pending,
    told: { on: day, deadlines: Object.fromEntries(standings.map((standing) => [standing.deadline.id, toldOf(standing)])) },
  };
};
