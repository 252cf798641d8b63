/**
 * `npm run fit`: learns the judge's weights and prints them. Three sources, none of which the engine that is judged has seen:
 * every fifth phrasing of the record, held out of the index; the learning half of the blind questions; and questions about other things.
 */

import { createAsk } from "../src/ask/ask.ts";
import { strangenessOf } from "../src/ask/judge.ts";
import type { Strangeness } from "../src/evidence/logistic.ts";
import { createBase } from "../src/knowledge/base.ts";
import { readKnowledge } from "../src/knowledge/read.ts";
import { type Language, languages } from "../src/model/language.ts";
import type { Signals } from "../src/model/reading.ts";
import type { Knowledge } from "../src/model/record.ts";
import { readBlind, readOutside } from "./blind.ts";

const on = "2026-11-23";
const held = 5;
/** How much a blind question counts beside a held-out phrasing: they are few, and nearer to what people ask. */
const blindWeight = 16;
/** And how much one that is about something else. */
const outsideWeight = 4;

type Asked = {
  readonly question: string;
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
const reduced: Knowledge = { ...knowledge, questions: knowledge.questions.map(keep), misconceptions: knowledge.misconceptions.map(keep) };

type Row = {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly none: readonly number[];
  readonly weight: number;
};

let signalNames: (keyof Signals)[] = [];
let strangeNames: (keyof Strangeness)[] = [];
const rowsOf = (record: Knowledge, asked: readonly Asked[]): Row[] => {
  const ask = createAsk(createBase(record));
  return asked.map(({ question, language, facts, topic: wanted, weight }) => {
    const { candidates, understood } = ask({ question, on, language });
    const strange = strangenessOf(understood, candidates);
    strangeNames = Object.keys(strange) as (keyof Strangeness)[];
    if (candidates[0]) signalNames = Object.keys(candidates[0].signals) as (keyof Signals)[];
    return {
      candidates: candidates.map(({ signals }) => signalNames.map((name) => signals[name])),
      right: candidates.map(
        ({ topic }) =>
          topic.id === wanted ||
          (topic.answers
            .findLast(({ from }) => from <= on)
            ?.facts.slice(0, 2)
            .some((id) => facts.includes(id)) ??
            false),
      ),
      none: [1, ...strangeNames.map((name) => strange[name])],
      weight,
    };
  });
};

const rows = [
  ...rowsOf(reduced, heldOut),
  ...rowsOf(
    knowledge,
    readOutside().map(({ lang, question }) => ({ question, language: lang, facts: [], weight: outsideWeight })),
  ),
  ...rowsOf(
    knowledge,
    readBlind("learn").map(({ question, lang, facts, answerable }) => ({
      question,
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
const steps = 1_500;
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
    const anyRight = row.right.some(Boolean);
    const rightMass = anyRight ? raised.reduce((sum, value, place) => (row.right[place] ? sum + value : sum), 0) : raisedNone;
    const share = row.weight / mass;
    for (const [place, values] of row.candidates.entries()) {
      const target = row.right[place] ? (raised[place] ?? 0) / rightMass : 0;
      const error = share * (target - (raised[place] ?? 0) / whole);
      if (Math.abs(error) > 1e-12)
        for (const [signal, value] of values.entries()) gradient[signal] = (gradient[signal] ?? 0) + error * value;
    }
    const noneError = share * ((anyRight ? 0 : 1) - raisedNone / whole);
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
