/**
 * How likely each candidate is the right answer, and how likely none is: a multinomial logistic model over few signals,
 * small enough to be read. Every candidate gets a score, "none of them" gets one too, and the chances are their softmax.
 */

import type { Signals } from "../model/reading.ts";

/** What speaks for "none of them": signals of the question as a whole. */
export type Strangeness = {
  /** Share of the question's words that nothing in the record uses. */
  readonly unknown: number;
  /** Share of its rarity-weighted words that the best-covering candidate does not use. */
  readonly uncovered: number;
  /** Share of its rarity-weighted words that few phrasings of the best-supporting candidate use, if any. */
  readonly unsupported: number;
  /** Share of its neighbouring words that never stand beside each other in the record. */
  readonly newPairs: number;
  /** 1 where neither the question nor what it leans on names what the record is about. */
  readonly offSubject: number;
  /** How little is asked: 1 for nothing at all, less the more telling words there are. */
  readonly slightness: number;
  /** 1 where the form of the question asks for advice, an opinion or a service. */
  readonly wish: number;
  /** 1 where the question names nobody and nothing of the dispute. */
  readonly nameless: number;
  /** How far the best candidate's nearest phrasing is: 1 less its cosine. */
  readonly distance: number;
  /** How little the nearest phrasings of the best candidate stand out from those of the others: what is asked about has neighbours of its own. */
  readonly flatness: number;
  /** How unlikely the words are under the likeliest candidate: 0 for the likeliest text there is, 1 for one that fits nothing. */
  readonly unlikeliness: number;
};

export type Weights = {
  readonly candidate: Readonly<Record<keyof Signals, number>>;
  readonly none: { readonly bias: number } & Readonly<Record<keyof Strangeness, number>>;
};

const weigh = <K extends string>(signals: Readonly<Record<K, number>>, weights: Readonly<Record<NoInfer<K>, number>>): number =>
  (Object.keys(signals) as K[]).reduce((sum, signal) => sum + signals[signal] * weights[signal], 0);

/** The chances of each candidate and of none; they add up to 1. */
export const chances = (
  candidates: readonly Signals[],
  strangeness: Strangeness,
  weights: Weights,
): { readonly each: readonly number[]; readonly none: number } => {
  const scores = candidates.map((signals) => weigh(signals, weights.candidate));
  const none = weights.none.bias + weigh(strangeness, weights.none);
  const highest = Math.max(none, ...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const raisedNone = Math.exp(none - highest);
  const whole = raised.reduce((sum, value) => sum + value, raisedNone);
  return { each: raised.map((value) => value / whole), none: raisedNone / whole };
};

/** What each signal adds to a candidate's score, the largest first, for explanations. */
export const contributions = (
  signals: Signals,
  weights: Weights,
): readonly { readonly signal: keyof Signals; readonly value: number; readonly adds: number }[] =>
  (Object.keys(signals) as (keyof Signals)[])
    .map((signal) => ({ signal, value: signals[signal], adds: signals[signal] * weights.candidate[signal] }))
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
