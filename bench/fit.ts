/** `npm run fit`: learns the judge's weights from the learning half of the blind questions and prints them. Nothing else is learnt anywhere. */

import { openNinety, type Signals } from "../src/index.ts";
import { readBlind } from "./blind.ts";

const on = "2026-11-23";
const ninety = openNinety("knowledge");

type Row = { readonly values: readonly number[]; readonly right: number; readonly weight: number };

const names: (keyof Signals)[] = [];
const rows: Row[] = readBlind("learn").flatMap((blind) => {
  const { candidates } = ninety.ask({ question: blind.question, on, language: blind.lang });
  return candidates.slice(0, 8).map(({ topic, signals }, rank): Row => {
    if (names.length === 0) names.push(...(Object.keys(signals) as (keyof Signals)[]));
    const facts = topic.answers.findLast(({ from }) => from <= on)?.facts.slice(0, 2) ?? [];
    const right = blind.answerable !== "no" && facts.some((id) => blind.facts.includes(id));
    return { values: names.map((name) => signals[name]), right: Number(right), weight: rank === 0 ? 2 : 1 };
  });
});

const steps = 6_000;
const rate = 0.3;
const ridge = 0.004;
const scale = names.map((_, index) => Math.sqrt(rows.reduce((sum, { values }) => sum + (values[index] ?? 0) ** 2, 0) / rows.length) || 1);
let bias = 0;
const weights = names.map(() => 0);
const mass = rows.reduce((sum, { weight }) => sum + weight, 0);
for (let step = 0; step < steps; step++) {
  const gradient = names.map((_, index) => ridge * (weights[index] ?? 0));
  let biasGradient = 0;
  for (const { values, right, weight } of rows) {
    const sum = values.reduce((total, value, index) => total + (value / (scale[index] ?? 1)) * (weights[index] ?? 0), bias);
    const error = ((1 / (1 + Math.exp(-sum)) - right) * weight) / mass;
    biasGradient += error;
    for (const [index, value] of values.entries()) gradient[index] = (gradient[index] ?? 0) + (error * value) / (scale[index] ?? 1);
  }
  bias -= rate * biasGradient;
  for (const index of names.keys()) weights[index] = (weights[index] ?? 0) - rate * (gradient[index] ?? 0);
}

console.log(`${rows.length} candidates, ${rows.filter(({ right }) => right === 1).length} right`);
console.log(
  JSON.stringify(
    {
      bias: Number(bias.toFixed(3)),
      ...Object.fromEntries(names.map((name, index) => [name, Number(((weights[index] ?? 0) / (scale[index] ?? 1)).toFixed(3))])),
    },
    null,
    2,
  ),
);
