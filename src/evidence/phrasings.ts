/**
 * What the ways of putting each thing tell about a text: how likely the text is as one more way (a smoothed unigram model of
 * the thing's phrasings against all of them), and how near its nearest phrasing is (cosine over rarity-weighted features).
 */

import type { Packed, Weighed } from "../model/packed.ts";

export type PhrasingModel = {
  /**
   * Mean log-likelihood ratio of a text under each thing, in nats, by its number; -1 for a thing that shares no feature.
   * The array is the model's own: it holds until the next text.
   */
  readonly likelihoods: (text: Weighed) => Float64Array;
  /** Cosine of a text to the nearest phrasing of a thing, and the mean of its nearest three. */
  readonly nearest: (text: Weighed, thing: number) => { readonly best: number; readonly mean: number };
  /**
   * `lacking`: which share of a thing's core, the features that most of its phrasings have, a text lacks: near 1 for a thing far narrower than what is asked.
   * `supported`: which share of the text's own words, by their rarity, several of the thing's phrasings use: one alone proves little.
   */
  readonly overlap: (
    text: Weighed,
    thing: number,
    counts: (feature: number) => boolean,
  ) => { readonly lacking: number; readonly supported: number };
  /** How rare a feature is among the things: ln(1 + things / things that have it). */
  readonly rarity: (feature: number) => number;
};

/** Pseudo-count of the background: the larger, the less a single phrasing proves. Chosen on phrasings held out from the record. */
const smoothing = 60;

/** A feature that at least this share of a thing's phrasings has belongs to its core. */
const core = 0.3;

/** A word that this share of a thing's phrasings use is fully supported by it. */
const support = 0.08;

/** What a thing that shares nothing with a query gets: below any that does. */
const nothingShared = -1;

/** The things that have each feature: those of feature `id` from `starts[id]` on, in order, and what it gains each of them. */
type Postings = { readonly starts: Uint32Array; readonly things: Uint32Array; readonly gains: Float32Array };

/** Learns from all the ways to put each thing. */
export const createPhrasings = ({ firsts, starts, ids, weights: counts }: Packed): PhrasingModel => {
  const things = firsts.length - 1;
  let features = 0;
  for (const id of ids) if (id >= features) features = id + 1;
  const endOf = (thing: number): number => starts[firsts[thing + 1] ?? 0] ?? 0;

  const mass = new Float64Array(things);
  const rarities = new Float64Array(features);

  // things come in order, so each feature's list of things can be laid out in two passes without sorting
  const postings = ((): Postings => {
    const latest = new Int32Array(features).fill(-1);
    const totals = new Float64Array(features);
    const begins = new Uint32Array(features + 1);
    let all = 0;
    let at = 0;
    for (let thing = 0; thing < things; thing++)
      for (const end = endOf(thing); at < end; at++) {
        const id = ids[at] ?? 0;
        const weight = counts[at] ?? 0;
        if (latest[id] !== thing) begins[id + 1] = (begins[id + 1] ?? 0) + 1;
        latest[id] = thing;
        totals[id] = (totals[id] ?? 0) + weight;
        mass[thing] = (mass[thing] ?? 0) + weight;
        all += weight;
      }
    for (let id = 0; id < features; id++) begins[id + 1] = (begins[id + 1] ?? 0) + (begins[id] ?? 0);
    const having = new Uint32Array(begins[features] ?? 0);
    const gains = new Float32Array(having.length);
    const next = begins.slice(0, features);
    latest.fill(-1);
    at = 0;
    for (let thing = 0; thing < things; thing++)
      for (const end = endOf(thing); at < end; at++) {
        const id = ids[at] ?? 0;
        if (latest[id] !== thing) next[id] = (next[id] ?? 0) + 1;
        latest[id] = thing;
        const place = (next[id] ?? 1) - 1;
        having[place] = thing;
        gains[place] = (gains[place] ?? 0) + (counts[at] ?? 0);
      }
    for (let id = 0; id < features; id++) {
      const from = begins[id] ?? 0;
      const to = begins[id + 1] ?? 0;
      rarities[id] = to > from ? Math.log(1 + things / (to - from)) : 0;
      const background = (totals[id] ?? 0) / all;
      for (let place = from; place < to; place++) gains[place] = Math.log(1 + (gains[place] ?? 0) / (smoothing * background));
    }
    return { starts: begins, things: having, gains };
  })();
  const penalties = mass.map((own) => Math.log(1 + own / smoothing));

  /** The features of each phrasing, weighed by their rarity, each phrasing of length 1. */
  const values = counts.slice();
  for (let phrasing = 0; phrasing + 1 < starts.length; phrasing++) {
    const from = starts[phrasing] ?? 0;
    const to = starts[phrasing + 1] ?? 0;
    let squares = 0;
    for (let at = from; at < to; at++) {
      const value = (values[at] ?? 0) * (rarities[ids[at] ?? 0] ?? 0);
      values[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = from; at < to; at++) values[at] = (values[at] ?? 0) / length;
  }
  const dense = new Float32Array(features);
  const scores = new Float64Array(things);

  const seen = (id: number): boolean => (postings.starts[id + 1] ?? 0) > (postings.starts[id] ?? 0);

  /** A feature no phrasing has is as rare as one that half a thing has. */
  const rarity = (id: number): number => (seen(id) ? (rarities[id] ?? 0) : Math.log(1 + 2 * things));

  const likelihoods = ({ ids: asked, weights }: Weighed) => {
    scores.fill(0);
    const sum = asked.reduce((total, id, place) => (seen(id) ? total + (weights[place] ?? 0) : total), 0) || 1;
    for (const [place, id] of asked.entries()) {
      if (!seen(id)) continue;
      const weight = (weights[place] ?? 0) / sum;
      const to = postings.starts[id + 1] ?? 0;
      for (let at = postings.starts[id] ?? 0; at < to; at++) {
        const thing = postings.things[at] ?? 0;
        scores[thing] = (scores[thing] ?? 0) + weight * (postings.gains[at] ?? 0);
      }
    }
    for (let thing = 0; thing < scores.length; thing++) {
      const gain = scores[thing] ?? 0;
      scores[thing] = gain === 0 ? nothingShared : gain - (penalties[thing] ?? 0);
    }
    return scores;
  };

  const overlap = ({ ids: asked, weights }: Weighed, thing: number, counts: (feature: number) => boolean) => {
    const from = firsts[thing] ?? 0;
    const to = firsts[thing + 1] ?? from;
    const having = new Map<number, number>();
    for (let at = starts[from] ?? 0; at < (starts[to] ?? 0); at++) {
      const id = ids[at] ?? 0;
      having.set(id, (having.get(id) ?? 0) + 1);
    }
    let whole = 0;
    let missing = 0;
    for (const [id, count] of having) {
      const share = count / (to - from);
      if (share < core) continue;
      const weight = share * rarity(id);
      whole += weight;
      if (!asked.includes(id)) missing += weight;
    }
    let said = 0;
    let supported = 0;
    for (const [place, id] of asked.entries()) {
      if (!counts(id)) continue;
      const value = (weights[place] ?? 0) * rarity(id);
      said += value;
      supported += value * Math.min(1, (having.get(id) ?? 0) / (to - from) / support);
    }
    return { lacking: whole > 0 ? missing / whole : 0, supported: said > 0 ? supported / said : 0 };
  };

  const nearest = ({ ids: asked, weights }: Weighed, thing: number) => {
    let squares = 0;
    for (const [place, id] of asked.entries()) {
      const value = (weights[place] ?? 0) * rarity(id);
      squares += value * value;
      if (id < dense.length) dense[id] = value;
    }
    const length = Math.sqrt(squares) || 1;
    let first = 0;
    let second = 0;
    let third = 0;
    for (let phrasing = firsts[thing] ?? 0; phrasing < (firsts[thing + 1] ?? 0); phrasing++) {
      let product = 0;
      const to = starts[phrasing + 1] ?? 0;
      for (let at = starts[phrasing] ?? 0; at < to; at++) product += (values[at] ?? 0) * (dense[ids[at] ?? 0] ?? 0);
      if (product > first) {
        third = second;
        second = first;
        first = product;
      } else if (product > second) {
        third = second;
        second = product;
      } else if (product > third) third = product;
    }
    for (const id of asked) if (id < dense.length) dense[id] = 0;
    return { best: first / length, mean: (first + second + third) / (3 * length) };
  };

  return { likelihoods, nearest, overlap, rarity };
};
