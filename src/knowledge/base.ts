/** The record made ready to be asked: frozen, indexed by id, with everything that can be answered as one list of topics. */

import { type Day, firstDay, lastDay } from "../model/day.ts";
import type { Both, Language } from "../model/language.ts";
import type { Deadline, Entity, Fact, Id, Knowledge, Source } from "../model/record.ts";
import type { Topic } from "../model/topic.ts";
import { createWording, type Wording } from "./wording.ts";

export type Base = {
  readonly revision: string;
  readonly verified: Day;
  readonly topics: readonly Topic[];
  readonly deadlines: readonly Deadline[];
  /** The record's words in a language: read when first asked for, since most processes are asked in one. */
  readonly wording: (language: Language) => Wording;
  readonly fact: (id: Id) => Fact | undefined;
  readonly source: (id: Id) => Source | undefined;
  readonly entity: (id: Id) => Entity | undefined;
  readonly topic: (id: Id) => Topic | undefined;
  /** The sources of a fact that were out by `day`, best first. A page without an exact date counts only where no exactly dated one was out. */
  readonly sourcesOf: (fact: Fact, day: Day) => readonly Source[];
  /** Whether a fact could be known on `day`, with a source out by then. */
  readonly isKnown: (fact: Fact, day: Day) => boolean;
  /** Facts that happened from `from` to `to` and could be known on `on`, oldest first. */
  readonly happened: (from: Day, to: Day, on: Day) => readonly Fact[];
};

/** The folder of the questions about the dispute as a whole. */
const broadStrand = "general";

const questionTitle: Record<Entity["kind"], Both<(name: string) => string>> = (() => {
  const who = { en: (name: string) => `Who is ${name}?`, fr: (name: string) => `Qui est ${name} ?` };
  const what = { en: (name: string) => `What is ${name}?`, fr: (name: string) => `Qu'est-ce que ${name} ?` };
  return {
    person: who,
    company: what,
    court: what,
    agency: what,
    order: what,
    statute: what,
    bill: what,
    case: what,
    app: what,
    country: { en: (name) => `What happened with TikTok in ${name}?`, fr: (name) => `Que s'est-il passé avec TikTok : ${name} ?` },
    idea: what,
  };
})();

/** The ways in which people ask who or what a name is. */
const entityPhrasings = (entity: Entity): Both<readonly string[]> => {
  const ask: Record<Language, (name: string) => string[]> = {
    en: (name) =>
      entity.kind === "person"
        ? [
            `who is ${name}`,
            `who was ${name}`,
            `${name}`,
            `tell me about ${name}`,
            `what role did ${name} play`,
            `what does ${name} do`,
            `who's ${name} again`,
          ]
        : [
            `what is ${name}`,
            `what's ${name}`,
            `${name}`,
            `tell me about ${name}`,
            `explain ${name}`,
            `what does ${name} mean`,
            `definition of ${name}`,
            `what was ${name}`,
          ],
    fr: (name) =>
      entity.kind === "person"
        ? [
            `qui est ${name}`,
            `c'est qui ${name}`,
            `qui était ${name}`,
            `${name}`,
            `quel rôle a joué ${name}`,
            `que fait ${name}`,
            `${name} c'est qui`,
          ]
        : [
            `qu'est-ce que ${name}`,
            `c'est quoi ${name}`,
            `${name}`,
            `${name} c'est quoi`,
            `explique ${name}`,
            `que veut dire ${name}`,
            `définition de ${name}`,
            `que signifie ${name}`,
          ],
  };
  // an alias counts as the name does: asking for it once is enough
  return {
    en: [...ask.en(entity.name.en), ...entity.aliases.en],
    fr: [...ask.fr(entity.name.fr), ...entity.aliases.fr],
  };
};

/** The first phrasing that asks: what a misconception states must not stand on a button as if it were so. */
const asQuestion = (phrasings: readonly string[]): string | undefined =>
  phrasings.find((phrasing) => phrasing.endsWith("?")) ?? phrasings[0];

const topicsOf = (knowledge: Knowledge, availableFrom: (fact: Fact) => Day): Topic[] => [
  ...knowledge.questions.map(
    (question): Topic => ({
      id: question.id,
      kind: "question",
      title: { en: question.asked.en[0] ?? question.id, fr: question.asked.fr[0] ?? question.id },
      phrasings: question.asked,
      about: question.about,
      wants: question.wants,
      broad: question.strand === broadStrand,
      from: question.answers[0]?.from ?? "2019-01-01",
      answers: question.answers,
      computed: question.computed,
      related: question.related ?? [],
    }),
  ),
  ...knowledge.misconceptions.map(
    (misconception): Topic => ({
      id: misconception.id,
      kind: "misconception",
      title: { en: asQuestion(misconception.asked.en) ?? misconception.id, fr: asQuestion(misconception.asked.fr) ?? misconception.id },
      phrasings: misconception.asked,
      about: misconception.about,
      wants: undefined,
      broad: false,
      from: misconception.answers[0]?.from ?? knowledge.verified,
      answers: misconception.answers,
      computed: undefined,
      related: [],
    }),
  ),
  ...knowledge.facts.map(
    (fact): Topic => ({
      id: fact.id,
      kind: "fact",
      title: { en: fact.asked.en[0] ?? fact.id, fr: fact.asked.fr[0] ?? fact.id },
      phrasings: fact.asked,
      about: fact.about,
      wants: undefined,
      broad: false,
      from: availableFrom(fact),
      answers: [{ from: availableFrom(fact), lead: fact.text, facts: [fact.id] }],
      computed: undefined,
      related: [],
    }),
  ),
  ...knowledge.entities
    .filter(({ answers }) => answers.length > 0)
    .map(
      (entity): Topic => ({
        id: entity.id,
        kind: "entity",
        title: { en: questionTitle[entity.kind].en(entity.name.en), fr: questionTitle[entity.kind].fr(entity.name.fr) },
        phrasings: entityPhrasings(entity),
        about: [entity.id],
        broad: false,
        wants: entity.kind === "person" ? "person" : "what",
        from: entity.answers[0]?.from ?? knowledge.verified,
        answers: entity.answers,
        computed: undefined,
        related: [],
      }),
    ),
];

/** Makes a sound record ready to be asked. */
export const createBase = (knowledge: Knowledge): Base => {
  const byId = <T extends { readonly id: Id }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]));
  const facts = byId(knowledge.facts);
  const sources = byId(knowledge.sources);
  const entities = byId(knowledge.entities);
  const chronicle = knowledge.facts.map((fact) => ({ fact, first: firstDay(fact.date) })).sort((a, b) => (a.first < b.first ? -1 : 1));
  /** Where in the chronicle a day begins. */
  const placeOf = (day: Day): number => {
    let low = 0;
    let high = chronicle.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chronicle[middle]?.first ?? "") < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const sourcesOf = (fact: Fact, day: Day): readonly Source[] => {
    const listed = fact.sources.flatMap((id) => sources.get(id) ?? []);
    const dated = listed.filter(({ published }) => published !== null && lastDay(published) <= day);
    return dated.length > 0 ? dated : listed.filter(({ published }) => published === null || firstDay(published) <= day);
  };
  const isKnown = (fact: Fact, day: Day): boolean => fact.known <= day && sourcesOf(fact, day).length > 0;
  const availableFrom = (fact: Fact): Day => {
    const listed = fact.sources.flatMap((id) => sources.get(id) ?? []);
    if (listed.some(({ published }) => published === null)) return fact.known;
    const earliest = listed.map(({ published }) => firstDay(published ?? "9999")).sort()[0] ?? fact.known;
    return earliest > fact.known ? earliest : fact.known;
  };

  const topics = topicsOf(knowledge, availableFrom);
  const topicById = new Map<Id, Topic>();
  for (const topic of [...topics].reverse()) topicById.set(topic.id, topic);

  const wordings: { en?: Wording; fr?: Wording } = {};
  const wording = (language: Language): Wording => {
    const found = wordings[language] ?? createWording(language, knowledge, topics, knowledge.facts);
    wordings[language] = found;
    return found;
  };

  return {
    revision: knowledge.revision,
    verified: knowledge.verified,
    topics,
    deadlines: knowledge.deadlines,
    wording,
    fact: (id) => facts.get(id),
    source: (id) => sources.get(id),
    entity: (id) => entities.get(id),
    topic: (id) => topicById.get(id),
    sourcesOf,
    isKnown,
    happened: (from, to, on) => {
      const found: Fact[] = [];
      for (let place = placeOf(from); place < chronicle.length; place++) {
        const { fact, first } = chronicle[place] ?? {};
        if (!fact || !first || first > to) break;
        // a fact of which only the year is known happened on no day
        if (fact.date.length >= 7 && isKnown(fact, on)) found.push(fact);
      }
      return found;
    },
  };
};
