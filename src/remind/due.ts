/** First stage: how every deadline of the wanted strands stood on a day. */

import type { Base } from "../knowledge/base.ts";
import type { Day } from "../model/day.ts";
import { type Standing, standing } from "../model/deadline.ts";
import type { Deadline } from "../model/record.ts";

/** The strand of a deadline: that of the fact which set it. */
const strandOf = (base: Base, { steps: [first] }: Deadline): string | undefined => base.fact(first.fact)?.strand;

/** The strands that hold a deadline, in the order of the alphabet: what a subscriber may choose from. */
export const deadlineStrands = (base: Base): readonly string[] =>
  [...new Set(base.deadlines.flatMap((deadline) => strandOf(base, deadline) ?? []))].sort();

/**
 * Every deadline set by `day`, as it stood then, the next due first.
 * @param day in America/New_York
 * @param strands only these; all where the list is empty
 */
export const due = (base: Base, day: Day, strands: readonly string[]): readonly Standing[] =>
  base.deadlines
    .filter((deadline) => strands.length === 0 || strands.includes(strandOf(base, deadline) ?? ""))
    .flatMap((deadline) => standing(deadline, day) ?? [])
    .sort((a, b) => (a.due === b.due ? (a.deadline.id < b.deadline.id ? -1 : 1) : a.due < b.due ? -1 : 1));
