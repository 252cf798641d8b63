/** Anything a question can be about: a question of the record, a misconception, a fact, an entity. All are matched alike. */

import type { Day } from "./day.ts";
import type { Both } from "./language.ts";
import type { Answer, Computation, Id, Wants } from "./record.ts";

export type TopicKind = "question" | "misconception" | "fact" | "entity";

export type Topic = {
  readonly id: Id;
  readonly kind: TopicKind;
  /** A question that leads here, as shown on a button. */
  readonly title: Both;
  readonly phrasings: Both<readonly string[]>;
  readonly about: readonly Id[];
  readonly wants: Wants | undefined;
  /** About the dispute as a whole: what most people ask. */
  readonly broad: boolean;
  /** The first day on which this may be spoken of. */
  readonly from: Day;
  /** Dated answers, oldest first; empty where the answer is computed. */
  readonly answers: readonly Answer[];
  readonly computed: Computation | undefined;
  readonly related: readonly Id[];
};

/** The answer in force on `day`, or undefined where there was none yet. */
export const answerOn = (topic: Topic, day: Day): Answer | undefined => topic.answers.findLast(({ from }) => from <= day);
