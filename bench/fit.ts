/**
 * `npm run fit`: learns where words lie and writes it to `src/evidence/learnt/`, then learns the judge's weights and prints them. Three sources, none of which the engine that is judged has seen:
 * every fifth phrasing of the record, held out of the index; the learning half of the blind questions; and questions about other things.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAsk } from "../src/ask/ask.ts";
import { strangenessOf } from "../src/ask/judge.ts";
import type { Strangeness } from "../src/evidence/logistic.ts";
import type { Learnt } from "../src/evidence/meaning.ts";
import { type Base, createBase } from "../src/knowledge/base.ts";
import { readKnowledge } from "../src/knowledge/read.ts";
import { type Both, type Language, languages } from "../src/model/language.ts";
import type { Signals } from "../src/model/reading.ts";
import type { Fact, Knowledge } from "../src/model/record.ts";
import { answerOn } from "../src/model/topic.ts";
import { readBlind, readOutside } from "./blind.ts";
import { learnMeaning } from "./learn-meaning.ts";

const on = "2026-11-23";
const held = 5;
/** How much a blind question counts beside a held-out phrasing: they are few, and nearer to what people ask. */
const blindWeight = 80;
/** And how much one that is about something else, and one of those that stand on pages about the dispute. */
const outsideWeight = { any: 2, page: 40 } as const;

type Asked = {
  readonly question: string;
  readonly context?: string;
  readonly language: Language;
  readonly facts: readonly string[];
  readonly topic?: string;
  readonly weight: number;
};

const { knowledge } = readKnowledge("knowledge");
const heldOut: Asked[] = [];
const keep = <
  T extends {
    readonly id: string;
    readonly asked: Record<Language, readonly string[]>;
    readonly answers: readonly { readonly facts: readonly string[] }[];
  },
>(
  entry: T,
): T => {
  const facts = entry.answers.at(-1)?.facts.slice(0, 2) ?? [];
  const asked = Object.fromEntries(
    languages.map((language) => [
      language,
      entry.asked[language].filter((question, place) => {
        if (place % held !== held - 1) return true;
        heldOut.push({ question, language, facts, topic: entry.id, weight: 1 });
        return false;
      }),
    ]),
  );
  return { ...entry, asked };
};
/** Of every other fact one of its questions is held out: facts have too few to spare more. */
const keepFact = (fact: Fact, place: number): Fact => {
  const asked = Object.fromEntries(
    languages.map((language) => {
      const [one, other, held, ...more] = fact.asked[language];
      if (place % 2 === 1 || !one || !other || !held) return [language, fact.asked[language]];
      heldOut.push({ question: held, language, facts: [fact.id], topic: fact.id, weight: 1 });
      return [language, [one, other, ...more]];
    }),
  ) as Record<Language, readonly string[]>;
  return { ...fact, asked };
};
/** Names are asked for in ways that are made, not written: these are none of them. */
const askedName: Both<readonly ((name: string) => string)[]> = {
  en: [(name) => `remind me who or what ${name} was in all this`, (name) => `${name}?`],
  fr: [(name) => `rappelle-moi qui ou ce qu'était ${name} dans cette histoire`, (name) => `${name} ?`],
};
const reduced: Knowledge = {
  ...knowledge,
  questions: knowledge.questions.map(keep),
  misconceptions: knowledge.misconceptions.map(keep),
  facts: knowledge.facts.map(keepFact),
};
for (const { id, name, answers } of knowledge.entities)
  for (const language of languages)
    for (const put of askedName[language]) {
      const facts = answers.at(-1)?.facts.slice(0, 2);
      if (facts) heldOut.push({ question: put(name[language]), language, facts, topic: id, weight: 1 });
    }

type Row = {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  /** Whether "none of them" is right too: what is declined may be declined either way. */
  readonly noneRight: boolean;
  readonly none: readonly number[];
  readonly weight: number;
};

let signalNames: (keyof Signals)[] = [];
let strangeNames: (keyof Strangeness)[] = [];
const learntFrom = (base: Base): Both<Learnt> => ({ en: learnMeaning(base, "en"), fr: learnMeaning(base, "fr") });
const rowsOf = (base: Base, learnt: Both<Learnt>, asked: readonly Asked[]): Row[] => {
  const ask = createAsk(base, undefined, learnt);
  return asked.map(({ question, context, language, facts, topic: wanted, weight }) => {
    const { candidates, understood } = ask({ question, on, language, ...(context ? { context } : {}) });
    const strange = strangenessOf(understood, candidates);
    strangeNames = Object.keys(strange) as (keyof Strangeness)[];
    if (candidates[0]) signalNames = Object.keys(candidates[0].signals) as (keyof Signals)[];
    const declined = facts.length === 0 || candidates.some(({ topic, signals }) => topic.id === wanted && signals.declines === 1);
    return {
      candidates: candidates.map(({ signals }) => signalNames.map((name) => signals[name])),
      right: candidates.map(
        ({ topic, signals }) =>
          topic.id === wanted ||
          (declined && signals.declines === 1) ||
          (facts.length > 0 &&
            (answerOn(topic, on)
              ?.facts.slice(0, 2)
              .some((id) => facts.includes(id)) ??
              false)),
      ),
      noneRight: declined,
      none: [1, ...strangeNames.map((name) => strange[name])],
      weight,
    };
  });
};

const part = createBase(reduced);
const whole = createBase(knowledge);
const learnt = learntFrom(whole);
for (const language of languages)
  writeFileSync(join(import.meta.dirname, "..", "src", "evidence", "learnt", `${language}.json`), `${JSON.stringify(learnt[language])}\n`);

const rows = [
  ...rowsOf(part, learntFrom(part), heldOut),
  ...rowsOf(
    whole,
    learnt,
    readOutside().map(({ lang, question, page }) => ({
      question,
      language: lang,
      facts: [],
      weight: page ? outsideWeight.page : outsideWeight.any,
    })),
  ),
  ...rowsOf(
    whole,
    learnt,
    readBlind("learn").map(({ question, context, lang, facts, answerable }) => ({
      question,
      ...(context ? { context } : {}),
      language: lang,
      facts: answerable === "no" ? [] : facts,
      weight: blindWeight,
    })),
  ),
];

const weights = signalNames.map(() => 0);
const none = ["bias", ...strangeNames].map(() => 0);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
/** Adam, as its authors set it: the signals are of very different sizes, and plain descent does not get anywhere near the optimum. */
const adam = { rate: 0.05, first: 0.9, second: 0.999, tiny: 1e-9 } as const;
const steps = 900;
const ridge = 0.0005;
const mass = rows.reduce((sum, { weight }) => sum + weight, 0);
const climber = (values: number[]) => {
  const means = values.map(() => 0);
  const squares = values.map(() => 0);
  return (gradient: readonly number[], step: number) => {
    for (const [place, slope] of gradient.entries()) {
      const mean = adam.first * (means[place] ?? 0) + (1 - adam.first) * slope;
      const square = adam.second * (squares[place] ?? 0) + (1 - adam.second) * slope * slope;
      means[place] = mean;
      squares[place] = square;
      values[place] =
        (values[place] ?? 0) +
        (adam.rate * (mean / (1 - adam.first ** step))) / (Math.sqrt(square / (1 - adam.second ** step)) + adam.tiny);
    }
  };
};
const climb = climber(weights);
const climbNone = climber(none);
for (let step = 1; step <= steps; step++) {
  const gradient = weights.map((weight) => -ridge * weight);
  const noneGradient = none.map((weight, place) => (place === 0 ? 0 : -ridge * weight));
  for (const row of rows) {
    const scores = row.candidates.map((values) => dot(values, weights));
    const noneScore = dot(row.none, none);
    const highest = Math.max(noneScore, ...scores);
    const raised = scores.map((score) => Math.exp(score - highest));
    const raisedNone = Math.exp(noneScore - highest);
    const whole = raised.reduce((sum, value) => sum + value, raisedNone);
    const noneRight = row.noneRight || !row.right.some(Boolean);
    const rightMass = raised.reduce((sum, value, place) => (row.right[place] ? sum + value : sum), noneRight ? raisedNone : 0);
    const share = row.weight / mass;
    for (const [place, values] of row.candidates.entries()) {
      const target = row.right[place] ? (raised[place] ?? 0) / rightMass : 0;
      const error = share * (target - (raised[place] ?? 0) / whole);
      if (Math.abs(error) > 1e-12)
        for (const [signal, value] of values.entries()) gradient[signal] = (gradient[signal] ?? 0) + error * value;
    }
    const noneError = share * ((noneRight ? raisedNone / rightMass : 0) - raisedNone / whole);
    for (const [place, value] of row.none.entries()) noneGradient[place] = (noneGradient[place] ?? 0) + noneError * value;
  }
  climb(gradient, step);
  climbNone(noneGradient, step);
}

const rounded = (value: number | undefined) => Number((value ?? 0).toFixed(2));
console.log(`${heldOut.length} held-out phrasings, ${rows.length - heldOut.length} blind questions`);
console.log(
  JSON.stringify(
    {
      candidate: Object.fromEntries(signalNames.map((name, place) => [name, rounded(weights[place])])),
      none: { bias: rounded(none[0]), ...Object.fromEntries(strangeNames.map((name, place) => [name, rounded(none[place + 1])])) },
    },
    null,
    2,
  ),
);
