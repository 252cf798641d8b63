/** A record grown with made facts, the same each time, to see what size costs. Nothing here is true, and nothing of it is kept. */

import type { Both, Language } from "../src/model/language.ts";
import type { Entity, Fact, Id, Knowledge } from "../src/model/record.ts";
import { bodies, deeds, matters, nameOf, outcomes, places } from "./made-words.ts";

/** A question about a made fact in words that none of its phrasings has. */
export type MadeQuestion = { readonly question: string; readonly language: Language };

/** So many facts share a made company. */
const perCompany = 12;
/** Every so many facts, one is asked about. */
const asks = 200;

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const lasting: Both = { en: "", fr: "" };

/**
 * The record with made facts on top, and questions about some of them.
 * @param size how many facts there are to be in all; the record's own come first, all of them or as many as there is room for
 */
export const grown = (
  knowledge: Knowledge,
  size: number,
): { readonly knowledge: Knowledge; readonly questions: readonly MadeQuestion[] } => {
  const random = seeded(size);
  /** The first of a list far more often than the last, as words are. */
  const some = <T>(list: readonly T[], fallback: T): T => list[Math.floor(list.length * random() ** 2)] ?? fallback;
  const count = Math.max(0, size - knowledge.facts.length);
  const companies = Array.from(
    { length: Math.ceil(count / perCompany) },
    (_, number): Entity => ({
      id: `made-company-${number}`,
      kind: "company",
      name: { en: nameOf(number), fr: nameOf(number) },
      aliases: { en: [], fr: [] },
      answers: [],
    }),
  );
  const source = knowledge.sources.find(({ published }) => published !== null)?.id ?? "";
  const known = knowledge.entities.filter(({ kind }) => kind === "company" || kind === "app");
  const questions: MadeQuestion[] = [];
  const facts = Array.from({ length: count }, (_, number): Fact => {
    const [deed, matter, body, place, outcome] = [deeds, matters, bodies, places, outcomes].map((list) => some(list, lasting));
    const whoever = (): Entity | undefined =>
      random() < 0.3 ? some(known, undefined) : companies[Math.floor(random() * companies.length)];
    const [one, other] = [whoever(), whoever()];
    const [a, b] = [one?.name ?? lasting, other?.name ?? lasting];
    const year = 2017 + Math.floor(random() * 9);
    const month = 1 + Math.floor(random() * 12);
    const day = 1 + Math.floor(random() * 28);
    const date = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
    const sum = Math.ceil(random() * 990);
    const inWords = (language: Language) =>
      new Date(`${date}T12:00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
    const say = (text: Both | undefined, language: Language) => text?.[language] ?? "";
    if (number % asks === 0)
      questions.push(
        { question: `is it right that ${a.en} ${say(deed, "en")} ${b.en} because of ${say(matter, "en")}?`, language: "en" },
        { question: `c'est vrai que ${a.fr} ${say(deed, "fr")} ${b.fr} à cause de ${say(matter, "fr")} ?`, language: "fr" },
      );
    const third = random() < 0.5;
    return {
      id: `made-fact-${number}`,
      strand: "made",
      text: {
        en: `On ${inWords("en")} ${a.en} ${say(deed, "en")} ${b.en} over ${say(matter, "en")} before ${say(body, "en")} in ${say(place, "en")}, for ${sum} million dollars; ${say(outcome, "en")}.`,
        fr: `Le ${inWords("fr")}, ${a.fr} ${say(deed, "fr")} ${b.fr}, en cause : ${say(matter, "fr")}, devant ${say(body, "fr")} (${say(place, "fr")}), pour ${sum} millions de dollars ; ${say(outcome, "fr")}.`,
      },
      date,
      known: date,
      status: "reported",
      about: [...new Set([one, other].flatMap((entity) => entity?.id ?? []))] as [Id, ...Id[]],
      asked: {
        en: [
          `What happened between ${a.en} and ${b.en} over ${say(matter, "en")}?`,
          `${a.en} ${say(deed, "en")} ${b.en} when`,
          ...(third ? [`how much did ${say(body, "en")} say ${a.en} was to pay in ${say(place, "en")}`] : []),
        ],
        fr: [
          `Que s'est-il passé entre ${a.fr} et ${b.fr} au sujet de ${say(matter, "fr")} ?`,
          `quand ${a.fr} ${say(deed, "fr")} ${b.fr}`,
          ...(third ? [`combien ${a.fr} devait payer selon ${say(body, "fr")} (${say(place, "fr")})`] : []),
        ],
      },
      sources: [source],
    };
  });
  const own = knowledge.facts.slice(0, size);
  const kept = new Set(own.map(({ id }) => id));
  const answersOf = <T extends { readonly answers: readonly { readonly facts: readonly Id[] }[] }>(entry: T): boolean =>
    entry.answers.every((answer) => answer.facts.every((id) => kept.has(id)));
  return {
    knowledge: {
      ...knowledge,
      facts: [...own, ...facts],
      questions: knowledge.questions.filter(answersOf),
      misconceptions: knowledge.misconceptions.filter(answersOf),
      entities: [...knowledge.entities.filter(answersOf), ...companies],
    },
    questions,
  };
};
