/** Deadlines as chains: what stood on a day is computed from the steps known by that day. */

import { type Day, daysBetween } from "./day.ts";
import type { Deadline, Step } from "./record.ts";

export type DeadlineState = "pending" | "met" | "lapsed" | "stayed" | "revoked" | "overtaken";

export type Standing = {
  readonly deadline: Deadline;
  readonly state: DeadlineState;
  /** The date in force, or the last one that was. */
  readonly due: Day;
  /** Null unless pending. */
  readonly daysLeft: number | null;
  readonly history: readonly [Step, ...Step[]];
};

const stateAfter: Record<Step["what"], DeadlineState> = {
  set: "pending",
  moved: "pending",
  lifted: "pending",
  stayed: "stayed",
  lapsed: "lapsed",
  met: "met",
  revoked: "revoked",
  overtaken: "overtaken",
};

/**
 * How `deadline` stood on `day`, from what was known by then.
 * @returns undefined where it had not been set by that day. A date that passes with nothing said has lapsed.
 */
export const standing = (deadline: Deadline, day: Day): Standing | undefined => {
  const [first, ...rest] = deadline.steps.filter((step) => step.on <= day);
  if (!first) return undefined;
  const history: [Step, ...Step[]] = [first, ...rest];
  const due = history.findLast((step) => step.due)?.due ?? first.on;
  const said = stateAfter[(history.at(-1) ?? first).what];
  const state = said === "pending" && due < day ? "lapsed" : said;
  return { deadline, state, due, daysLeft: state === "pending" ? daysBetween(day, due) : null, history };
};
