/** Between judging and composing: which dated answer of the chosen topic is given, and which facts follow it. */

import type { Base } from "../knowledge/base.ts";
import { type Day, firstDay, lastDay } from "../model/day.ts";
import type { Understood } from "../model/reading.ts";
import type { Answer, Fact, Id } from "../model/record.ts";
import { answerOn, type Topic } from "../model/topic.ts";
import type { Told, Verdict } from "../model/verdict.ts";
import { findDates } from "../text/dates.ts";

/** More facts than this no reply has room for. */
const mostFacts = 6;

/**
 * What a fact is worth telling, before the words of the question are looked at. People ask from within the dispute, years
 * after it: the answer of today leads, and what stood earlier follows it as far as there is room.
 */
const merit = {
  /** The answer's own facts after the first, which always comes first. */
  own: 1.5,
  /** The facts of topics that would say the same. */
  alike: 1.2,
  /** The facts of the answer before, of the one before that, and so on. */
  earlier: (back: number) => 1 / (1 + 0.3 * back),
  /** Lost with each place in a list of facts. */
  perPlace: 0.3,
  /** Gained with the question's words that the fact uses, each weighed by how rare it is among facts. */
  perWord: 0.4,
} as const;

export type Tell = (understood: Understood, verdict: Extract<Verdict, { kind: "answer" }>) => Told | undefined;

/** Readies the choice of what is told. */
export const createTell = (base: Base): Tell => {
  const facts = base.topics.filter(({ kind }) => kind === "fact").length;

  /** How much of what is asked a fact speaks of. */
  const relevance = ({ features, language }: Understood): ((fact: Fact) => number) => {
    const { said, tellings } = base.wording(language);
    const worth = features.ids.map((id, place) => ({
      id,
      value: (features.weights[place] ?? 0) * Math.log(facts / Math.max(1, tellings(id))),
    }));
    return (fact) => {
      const words = said(fact.id);
      return worth.reduce((sum, { id, value }) => (words.includes(id) ? sum + value : sum), 0);
    };
  };

  /**
   * Whether the day that a yes-or-no question claims is the one that the answer opens with, or one that neither it nor its facts know of.
   * A day they do mention, but not first, proves neither.
   */
  const claimedDay = ({ wants, days, language, on }: Understood, topic: Topic, answer: Answer): Told["claimedDay"] => {
    const [claimed, ...more] = days;
    if (!claimed || more.length > 0 || wants !== "yes-no" || topic.wants !== "day" || answer.polarity) return undefined;
    // a month or a year names no day of it
    const falls = ({ from, to }: { readonly from: Day; readonly to: Day }): boolean =>
      from <= claimed.to && to >= claimed.from && (from === to || claimed.from !== claimed.to);
    const [opening, ...others] = findDates(answer.lead[language], language, on);
    if (opening && falls(opening)) return "right";
    const facts = known(answer.facts, on);
    const mentioned = [
      ...others,
      ...facts.flatMap(({ text }) => findDates(text[language], language, on)),
      ...facts.map(({ date }) => ({ from: firstDay(date), to: lastDay(date) })),
    ];
    return opening && !mentioned.some(falls) ? "wrong" : undefined;
  };

  const known = (ids: readonly Id[], on: Day): Fact[] => ids.flatMap((id) => base.fact(id) ?? []).filter((fact) => base.isKnown(fact, on));

  return (understood, { chosen, alike, day }) => {
    const { topic } = chosen;
    const { on } = understood;
    const answer = answerOn(topic, day) ?? answerOn(topic, on);
    const [first, ...own] = answer ? known(answer.facts, on) : [];
    if (!answer || !first) return undefined;
    const merits = new Map<Fact, number>();
    const offer = (some: readonly Fact[], worth: number) => {
      for (const [place, fact] of some.entries())
        if (fact !== first) merits.set(fact, Math.max(merits.get(fact) ?? 0, worth - merit.perPlace * place));
    };
    offer(own, merit.own);
    for (const other of alike) offer(known(answerOn(other.topic, day)?.facts.slice(0, 2) ?? [], on), merit.alike);
    const before = topic.answers.filter(({ from }) => from < answer.from);
    for (const [back, one] of before.reverse().entries()) offer(known(one.facts, on), merit.earlier(back));
    const relevant = relevance(understood);
    const others = [...merits]
      .map(([fact, worth]) => ({ fact, worth: worth + merit.perWord * relevant(fact) }))
      .sort((a, b) => b.worth - a.worth)
      .map(({ fact }) => fact);
    return { answer, facts: [first, ...others].slice(0, mostFacts), claimedDay: claimedDay(understood, topic, answer) };
  };
};
