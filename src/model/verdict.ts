/** What was decided about a question, before a word is written. */

import type { Day } from "./day.ts";
import type { Both } from "./language.ts";
import type { Candidate } from "./reading.ts";
import type { Answer, Fact } from "./record.ts";

export type Judged = Candidate & { readonly probability: number };

export type Verdict =
  | {
      readonly kind: "answer";
      readonly chosen: Judged;
      /** Other topics that would say the same: their facts fill in what the chosen one leaves out. */
      readonly alike: readonly Judged[];
      /** The next likely reading, where the first is not sure: its answer is told beside. */
      readonly beside: Judged | undefined;
      /** The day whose answer is given: the day of the reply, or the day that the question names. */
      readonly day: Day;
    }
  | { readonly kind: "choose"; readonly among: readonly [Judged, Judged, ...Judged[]] }
  | { readonly kind: "silence"; readonly nearest: readonly Judged[] }
  | { readonly kind: "outside" };

/** A worked-out answer: a lead, further lines, and the facts they rest on. None where the record has nothing to work with. */
export type Computed = {
  readonly lead: Both | undefined;
  readonly lines: readonly Both[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Both[];
};

/** What is told of the topic that was chosen: one of its dated answers, and the facts that follow it, the most telling first. */
export type Told = {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
  /** Where the question claims a day and the answer gives one: whether it is that day. */
  readonly claimedDay: "right" | "wrong" | undefined;
};
