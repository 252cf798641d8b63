/**
 * What the ways of putting each thing tell about a text: how likely the text is as one more way (a smoothed unigram model of
 * the thing's phrasings against all of them), and how near its nearest phrasing is (cosine over rarity-weighted features).
 */

import { createVocabulary } from "./vocabulary.ts";

export type Weights = ReadonlyMap<string, number>;

/** A text made ready to be compared: its features by number, with weights. */
export type Query = { readonly ids: readonly number[]; readonly values: readonly number[] };

export type PhrasingModel = {
  /** One way to put a thing. Things are added in order, all phrasings of one before the next. */
  readonly add: (thing: number, weights: Weights) => void;
  /** To be called once, when all is added. */
  readonly settle: () => void;
  readonly query: (weights: Weights) => Query;
  /** Mean log-likelihood ratio of the query under each thing, in nats, by its number; -1 for a thing that shares no feature. */
  readonly likelihoods: (query: Query) => Float64Array;
  /** Cosine of the query to the nearest phrasing of a thing, and the mean of its nearest three. */
  readonly nearest: (query: Query, thing: number) => { readonly best: number; readonly mean: number };
  /** How rare a feature is among the things: ln(1 + things / things that have it). */
  readonly rarity: (feature: string) => number;
};

/** Pseudo-count of the background: the larger, the less a single phrasing proves. */
const smoothing = 20;

/** What a thing that shares nothing with a query gets: below any that does. */
const nothingShared = -1;

/** An empty model. */
export const createPhrasings = (): PhrasingModel => {
  const vocabulary = createVocabulary();
  /** Per phrasing: where its features begin in the flat arrays. */
  const starts: number[] = [];
  const ids: number[] = [];
  const values: number[] = [];
  /** Per thing: its first phrasing. */
  const firsts: number[] = [];
  let flatIds = new Uint32Array(0);
  let flatValues = new Float32Array(0);
  /** Per feature: the things that have it, and what it gains each of them. */
  let postings: { things: Uint32Array; gains: Float32Array }[] = [];
  let penalties = new Float64Array(0);
  let rarities = new Float64Array(0);
  let dense = new Float32Array(0);

  const add = (thing: number, weights: Weights) => {
    while (firsts.length <= thing) firsts.push(starts.length);
    starts.push(ids.length);
    for (const [feature, weight] of weights) {
      ids.push(vocabulary.intern(feature));
      values.push(weight);
    }
  };

  const settle = () => {
    const features = vocabulary.size();
    const things = firsts.length;
    firsts.push(starts.length);
    starts.push(ids.length);
    const counts: Map<number, number>[] = Array.from({ length: features }, () => new Map());
    const mass = new Float64Array(things);
    const totals = new Float64Array(features);
    let all = 0;
    for (let thing = 0; thing < things; thing++)
      for (let at = starts[firsts[thing] ?? 0] ?? 0; at < (starts[firsts[thing + 1] ?? 0] ?? 0); at++) {
        const id = ids[at] ?? 0;
        const weight = values[at] ?? 0;
        counts[id]?.set(thing, (counts[id]?.get(thing) ?? 0) + weight);
        mass[thing] = (mass[thing] ?? 0) + weight;
        totals[id] = (totals[id] ?? 0) + weight;
        all += weight;
      }
    rarities = Float64Array.from(counts, (list) => Math.log(1 + things / list.size));
    postings = counts.map((list, id) => ({
      things: Uint32Array.from(list.keys()),
      gains: Float32Array.from(list.values(), (count) => Math.log(1 + count / (smoothing * ((totals[id] ?? 0) / all)))),
    }));
    penalties = mass.map((own) => Math.log(1 + own / smoothing));
    flatIds = Uint32Array.from(ids);
    flatValues = Float32Array.from(values);
    for (let phrasing = 0; phrasing + 1 < starts.length; phrasing++) {
      const from = starts[phrasing] ?? 0;
      const to = starts[phrasing + 1] ?? 0;
      let squares = 0;
      for (let at = from; at < to; at++) {
        const value = (flatValues[at] ?? 0) * (rarities[flatIds[at] ?? 0] ?? 0);
        flatValues[at] = value;
        squares += value * value;
      }
      const length = Math.sqrt(squares) || 1;
      for (let at = from; at < to; at++) flatValues[at] = (flatValues[at] ?? 0) / length;
    }
    dense = new Float32Array(features);
    ids.length = 0;
    values.length = 0;
  };

  /** A feature no phrasing has is as rare as one that half a thing has. */
  const unseen = () => Math.log(1 + 2 * penalties.length);

  const query = (weights: Weights): Query => {
    const found: number[] = [];
    const scaled: number[] = [];
    let squares = 0;
    for (const [feature, weight] of weights) {
      const id = vocabulary.find(feature);
      const value = weight * (id === undefined ? unseen() : (rarities[id] ?? 0));
      squares += value * value;
      if (id === undefined) continue;
      found.push(id);
      scaled.push(weight);
    }
    const length = Math.sqrt(squares) || 1;
    return { ids: found, values: scaled.map((weight) => weight / length) };
  };

  const likelihoods = ({ ids: asked, values: weights }: Query) => {
    const scores = new Float64Array(penalties.length);
    // the query's weights are divided by its length in rarity space: a mean needs them relative to their sum only
    const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
    for (const [place, id] of asked.entries()) {
      const weight = (weights[place] ?? 0) / sum;
      const posting = postings[id];
      if (!posting) continue;
      const { things, gains } = posting;
      for (let at = 0; at < things.length; at++) {
        const thing = things[at] ?? 0;
        scores[thing] = (scores[thing] ?? 0) + weight * (gains[at] ?? 0);
      }
    }
    for (let thing = 0; thing < scores.length; thing++) {
      const gain = scores[thing] ?? 0;
      scores[thing] = gain === 0 ? nothingShared : gain - (penalties[thing] ?? 0);
    }
    return scores;
  };

  const nearest = ({ ids: asked, values: weights }: Query, thing: number) => {
    for (const [place, id] of asked.entries()) dense[id] = (weights[place] ?? 0) * (rarities[id] ?? 0);
    let first = 0;
    let second = 0;
    let third = 0;
    for (let phrasing = firsts[thing] ?? 0; phrasing < (firsts[thing + 1] ?? 0); phrasing++) {
      let product = 0;
      const to = starts[phrasing + 1] ?? 0;
      for (let at = starts[phrasing] ?? 0; at < to; at++) product += (flatValues[at] ?? 0) * (dense[flatIds[at] ?? 0] ?? 0);
      if (product > first) {
        third = second;
        second = first;
        first = product;
      } else if (product > second) {
        third = second;
        second = product;
      } else if (product > third) third = product;
    }
    for (const id of asked) dense[id] = 0;
    return { best: first, mean: (first + second + third) / 3 };
  };

  const rarity = (feature: string) => {
    const id = vocabulary.find(feature);
    return id === undefined ? unseen() : (rarities[id] ?? 0);
  };

  return { add, settle, query, likelihoods, nearest, rarity };
};
