/** The conductor: understand, retrieve, judge, compute, compose. */

import type { Base } from "../knowledge/base.ts";
import type { Message } from "../model/message.ts";
import type { Candidate, Inquiry, Understood } from "../model/reading.ts";
import type { Verdict } from "../model/verdict.ts";
import { compose } from "./compose.ts";
import { createCompute } from "./compute.ts";
import { judge } from "./judge.ts";
import { createRetrieve } from "./retrieve.ts";
import { understand } from "./understand.ts";

/** A reply and how it came about. */
export type Answered = {
  readonly message: Message;
  readonly understood: Understood;
  readonly candidates: readonly Candidate[];
  readonly verdict: Verdict;
};

export type Ask = (inquiry: Inquiry) => Answered;

/** Readies the engine over a record: indexing happens here, once. */
export const createAsk = (base: Base): Ask => {
  const retrieve = createRetrieve(base);
  const compute = createCompute(base);
  return (inquiry) => {
    const understood = understand(base, inquiry);
    const candidates = retrieve(understood);
    const verdict = judge(understood, candidates);
    const computation = verdict.kind === "answer" ? verdict.chosen.topic.computed : undefined;
    const computed = computation && compute(understood, computation);
    return { message: compose(base, understood, verdict, computed, inquiry.on), understood, candidates, verdict };
  };
};
