/** The conductor: understand, retrieve, judge, then tell or compute, compose. */

import { learnt as shipped } from "../evidence/learnt.ts";
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

/** A part of a question answers for the whole from this chance on: below it, what was left out may have mattered. */
const sureOfPart = 0.4;

/** More clauses than this are a story, and cost more time than a reply should take. */
const mostClauses = 4;

/** What was read, and what was made of it. */
type Read = Pick<Answered, "understood" | "candidates" | "verdict">;

/** The likeliest answer among what was read, if any is likely enough; of equals the first. */
const surest = (all: readonly Read[]): Read | undefined => {
  const chance = ({ verdict }: Read): number => (verdict.kind === "answer" ? verdict.chosen.probability : 0);
  return all.filter((one) => chance(one) >= sureOfPart).sort((a, b) => chance(b) - chance(a))[0];
};

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
 * @param learnt where the words of each language lie, where it is not what was last learnt from the whole record
 */
export const createAsk = (base: Base, pretended?: Day, learnt = shipped): Ask => {
  const retrieve = createRetrieve(base, learnt);
  const compute = createCompute(base);
  const tell = createTell(base);
  const read = (inquiry: Inquiry, undated = false): Read => {
    const understood = understand(base, inquiry, undated);
    const candidates = retrieve(understood);
    return { understood, candidates, verdict: judge(understood, candidates) };
  };
  /** Clause by clause; one that names nothing itself leans on the rest. */
  const byClause = (inquiry: Inquiry): Read[] =>
    clauses(inquiry.question)
      .slice(0, mostClauses)
      .map(({ text, rest }) => {
        const alone = read({ ...inquiry, question: text });
        const names = alone.understood.onSubject || alone.understood.entities.size > 0;
        return names ? alone : read({ ...inquiry, question: text, context: [rest, inquiry.context ?? ""].join(" ").trim() });
      });
  /** Without the one day that a yes-or-no question claims, which may mislead: where the answer to the rest is a day. */
  const withoutDay = (inquiry: Inquiry, { wants, days }: Understood): Read[] =>
    wants === "yes-no" && days.length === 1
      ? [read(inquiry, true)].filter(({ verdict }) => verdict.kind === "answer" && verdict.chosen.topic.wants === "day")
      : [];
  return (inquiry) => {
    const whole = read(inquiry);
    const otherwise = whole.verdict.kind === "answer" ? [] : [...byClause(inquiry), ...withoutDay(inquiry, whole.understood)];
    const { understood, candidates, verdict } = surest(otherwise) ?? whole;
    const computation = verdict.kind === "answer" ? verdict.chosen.topic.computed : undefined;
    const computed = computation && compute(understood, computation);
    const told = verdict.kind === "answer" ? tell(understood, verdict) : undefined;
    const message = compose(base, understood, verdict, told, computed, inquiry.on);
    const notes = pretended === undefined ? message.notes : [phrases.pretended(pretended)[message.language], ...message.notes];
    return { message: { ...message, notes }, understood, candidates, verdict };
  };
};
