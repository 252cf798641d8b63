/** The conductor: understand, retrieve, judge, then tell or compute, compose. */

import type { Base } from "../knowledge/base.ts";
import { phrases } from "../message/phrases.ts";
import type { Day } from "../model/day.ts";
import type { Message } from "../model/message.ts";
import type { Candidate, Inquiry, Understood } from "../model/reading.ts";
import type { Verdict } from "../model/verdict.ts";
import { clauses } from "../text/clauses.ts";
import { compose } from "./compose.ts";
import { createCompute } from "./compute.ts";
import { judge } from "./judge.ts";
import { createRetrieve } from "./retrieve.ts";
import { createTell } from "./tell.ts";
import { understand } from "./understand.ts";

/** A last clause answers for the whole question from this chance on: below it, what was left out may have mattered. */
const sureOfClause = 0.4;

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
  const read = (inquiry: Inquiry): Pick<Answered, "understood" | "candidates" | "verdict"> => {
    const understood = understand(base, inquiry);
    const candidates = retrieve(understood);
    return { understood, candidates, verdict: judge(understood, candidates) };
  };
  return (inquiry) => {
    const whole = read(inquiry);
    // what cannot be read whole is read by its last clause, the rest being what it leans on
    const [rest, last] = whole.verdict.kind === "answer" ? [] : clauses(inquiry.question);
    const apart =
      last === undefined ? whole : read({ ...inquiry, question: last, context: [rest, inquiry.context ?? ""].join(" ").trim() });
    const { understood, candidates, verdict } =
      apart.verdict.kind === "answer" && apart.verdict.chosen.probability >= sureOfClause ? apart : whole;
    const computation = verdict.kind === "answer" ? verdict.chosen.topic.computed : undefined;
    const computed = computation && compute(understood, computation);
    const told = verdict.kind === "answer" ? tell(understood, verdict) : undefined;
    const message = compose(base, understood, verdict, told, computed, inquiry.on);
    const notes = pretended === undefined ? message.notes : [phrases.pretended(pretended)[message.language], ...message.notes];
    return { message: { ...message, notes }, understood, candidates, verdict };
  };
};
