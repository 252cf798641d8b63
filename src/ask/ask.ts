/** The conductor: understand, retrieve, judge, then tell or compute, compose. */

import type { Base } from "../knowledge/base.ts";
import { phrases } from "../message/phrases.ts";
import type { Day } from "../model/day.ts";
import type { Message } from "../model/message.ts";
import type { Candidate, Inquiry, Understood } from "../model/reading.ts";
import type { Verdict } from "../model/verdict.ts";
import { compose } from "./compose.ts";
import { createCompute } from "./compute.ts";
import { judge } from "./judge.ts";
import { createRetrieve } from "./retrieve.ts";
import { createTell } from "./tell.ts";
import { understand } from "./understand.ts";

/** A reply and how it came about. */
export type Answered = {
  readonly message: Message;
  readonly understood: Understood;
  readonly candidates: readonly Candidate[];
  readonly verdict: Verdict;
};

export type Ask = (inquiry: Inquiry) => Answered;

/**
 * Readies the engine over a record; a language is indexed when it is first asked in.
 * @param pretended the day that is pretended to be today: every reply says so
 */
export const createAsk = (base: Base, pretended?: Day): Ask => {
  const retrieve = createRetrieve(base);
  const compute = createCompute(base);
  const tell = createTell(base);
  return (inquiry) => {
    const understood = understand(base, inquiry);
    const candidates = retrieve(understood);
    const verdict = judge(understood, candidates);
    const computation = verdict.kind === "answer" ? verdict.chosen.topic.computed : undefined;
    const computed = computation && compute(understood, computation);
    const told = verdict.kind === "answer" ? tell(understood, verdict) : undefined;
    const message = compose(base, understood, verdict, told, computed, inquiry.on);
    const notes = pretended === undefined ? message.notes : [phrases.pretended(pretended)[message.language], ...message.notes];
    return { message: { ...message, notes }, understood, candidates, verdict };
  };
};
