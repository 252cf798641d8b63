/** How likely an answer is right, from what speaks for it: a logistic model small enough to be read. */

import type { Signals } from "../model/reading.ts";

export type Weights = { readonly bias: number } & Readonly<Record<keyof Signals, number>>;

/** What each signal adds, in log-odds: its weight times its value. Sorted by size, for explanations. */
export const contributions = (
  signals: Signals,
  weights: Weights,
): readonly { readonly signal: keyof Signals; readonly value: number; readonly adds: number }[] =>
  (Object.keys(signals) as (keyof Signals)[])
    .map((signal) => ({ signal, value: signals[signal], adds: signals[signal] * weights[signal] }))
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));

/** The probability, between 0 and 1, that an answer with these signals is the right one. */
export const probability = (signals: Signals, weights: Weights): number => {
  let sum = weights.bias;
  for (const signal of Object.keys(signals) as (keyof Signals)[]) sum += signals[signal] * weights[signal];
  return 1 / (1 + Math.exp(-sum));
};
