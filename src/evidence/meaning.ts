/**
 * What a text is about, as a place in a small space. Words that the record's questions use alike lie near each other there, so that
 * a text is near what it asks for even where it shares few words with it. Where words lie is learnt (`npm run fit`); where each
 * thing lies is worked out from its phrasings when the record is read, so that a new question needs no new learning.
 */

import type { Packed, Weighed } from "../model/packed.ts";

/** Where words lie, as learnt from the phrasings of a record in one language. */
export type Learnt = {
  /** The words, one space between them. */
  readonly words: string;
  /** The numbers of each word, one after the other, each a signed byte, as base64. */
  readonly places: string;
  /** What one step of such a byte is worth. */
  readonly step: number;
  /** How much each pair of directions counts: the inverse of how phrasings of one thing scatter, row after row. */
  readonly precision: readonly number[];
};

/** Things with few phrasings are drawn towards the middle of all by as many of these. */
const drawn = 3;

/** No text is read further than this many features. */
const most = 512;

/** The words of a text that have a place, and the share of each; the arrays hold until the next text. */
export type Located = { readonly rows: Int32Array; readonly shares: Float64Array; readonly count: number };

/** Finds the words of a text: the features from `from` to `to`. What learning and reading share. */
export type Locate = (ids: ArrayLike<number>, weights: ArrayLike<number>, from: number, to: number) => Located;

/**
 * @param rows the number of the word that each feature stands for, -1 where it has no place
 * @param rarity how much a feature tells
 */
export const createLocate = (rows: Int32Array, rarity: (feature: number) => number): Locate => {
  const telling = Float64Array.from(rows, (row, feature) => (row < 0 ? 0 : rarity(feature)));
  const found = { rows: new Int32Array(most), shares: new Float64Array(most), count: 0 };
  return (ids, weights, from, to) => {
    let count = 0;
    let squares = 0;
    for (let at = from; at < to && count < most; at++) {
      const row = rows[ids[at] ?? 0] ?? -1;
      if (row < 0) continue;
      const share = (weights[at] ?? 0) * (telling[ids[at] ?? 0] ?? 0);
      found.rows[count] = row;
      found.shares[count] = share;
      squares += share * share;
      count++;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < count; at++) found.shares[at] = (found.shares[at] ?? 0) / length;
    found.count = count;
    return found;
  };
};

/** Adds the places of a text's words up into `sum`, which is emptied first. */
export const addUp = ({ rows, shares, count }: Located, places: Int8Array | Float64Array, step: number, sum: Float64Array): void => {
  const size = sum.length;
  sum.fill(0);
  for (let word = 0; word < count; word++) {
    const share = (shares[word] ?? 0) * step;
    const first = (rows[word] ?? 0) * size;
    for (let at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) + share * (places[first + at] ?? 0);
  }
};

/** The middle of each thing's phrasings, things with few of them drawn towards the middle of all. `find` finds the place of a phrasing by its number. */
export const middles = (firsts: Uint32Array, size: number, find: (phrasing: number, place: Float64Array) => void): Float64Array => {
  const things = firsts.length - 1;
  const sums = new Float64Array(things * size);
  const all = new Float64Array(size);
  const place = new Float64Array(size);
  for (let thing = 0; thing < things; thing++)
    for (let phrasing = firsts[thing] ?? 0; phrasing < (firsts[thing + 1] ?? 0); phrasing++) {
      find(phrasing, place);
      for (let at = 0; at < size; at++) {
        sums[thing * size + at] = (sums[thing * size + at] ?? 0) + (place[at] ?? 0);
        all[at] = (all[at] ?? 0) + (place[at] ?? 0);
      }
    }
  const count = firsts[things] ?? 1;
  for (let thing = 0; thing < things; thing++) {
    const own = (firsts[thing + 1] ?? 0) - (firsts[thing] ?? 0);
    for (let at = 0; at < size; at++)
      sums[thing * size + at] = ((sums[thing * size + at] ?? 0) + (drawn * (all[at] ?? 0)) / count) / (own + drawn);
  }
  return sums;
};

/** The words of what was learnt that a record has: per feature the number of its word, -1 where there is none. */
export const rowsOf = (words: readonly string[], features: number, featureOf: (word: string) => number | undefined): Int32Array => {
  const rows = new Int32Array(features).fill(-1);
  for (const [row, word] of words.entries()) {
    const feature = featureOf(word);
    if (feature !== undefined && feature < features) rows[feature] = row;
  }
  return rows;
};

/** For each thing the logarithm of the chance that a text is about it, among the things that `may` be meant. The array holds until the next text. */
export type Meaning = (text: Weighed, may: (thing: number) => boolean) => Float64Array;

/**
 * Lays the things of a record out.
 * @param featureOf the feature of a word, where the record has it
 */
export const createMeaning = (
  phrasings: Packed,
  rarity: (feature: number) => number,
  learnt: Learnt,
  featureOf: (word: string) => number | undefined,
): Meaning => {
  const size = Math.sqrt(learnt.precision.length);
  const places = new Int8Array(Buffer.from(learnt.places, "base64"));
  const { firsts, starts, ids, weights } = phrasings;
  const features = ids.reduce((highest, id) => Math.max(highest, id), -1) + 1;
  const locate = createLocate(rowsOf(learnt.words.split(" "), features, featureOf), rarity);
  const means = middles(firsts, size, (phrasing, at) =>
    addUp(locate(ids, weights, starts[phrasing] ?? 0, starts[phrasing + 1] ?? 0), places, learnt.step, at),
  );
  const weigh = (vector: Float64Array, from: number, weighed: Float64Array): void => {
    for (let one = 0; one < size; one++) {
      let sum = 0;
      for (let other = 0; other < size; other++) sum += (learnt.precision[one * size + other] ?? 0) * (vector[from + other] ?? 0);
      weighed[one] = sum;
    }
  };
  const things = firsts.length - 1;
  const weighed = new Float64Array(size);
  const own = new Float64Array(things);
  for (let thing = 0; thing < things; thing++) {
    weigh(means, thing * size, weighed);
    for (let at = 0; at < size; at++) own[thing] = (own[thing] ?? 0) + ((means[thing * size + at] ?? 0) * (weighed[at] ?? 0)) / 2;
  }
  const place = new Float64Array(size);
  const scores = new Float64Array(things);
  return (text, may) => {
    addUp(locate(text.ids, text.weights, 0, text.ids.length), places, learnt.step, place);
    weigh(place, 0, weighed);
    let highest = Number.NEGATIVE_INFINITY;
    for (let thing = 0; thing < things; thing++) {
      if (!may(thing)) {
        scores[thing] = Number.NEGATIVE_INFINITY;
        continue;
      }
      let score = -(own[thing] ?? 0);
      for (let at = 0; at < size; at++) score += (means[thing * size + at] ?? 0) * (weighed[at] ?? 0);
      scores[thing] = score;
      if (score > highest) highest = score;
    }
    let whole = 0;
    for (const score of scores) if (score > Number.NEGATIVE_INFINITY) whole += Math.exp(score - highest);
    const norm = highest + Math.log(whole || 1);
    for (let thing = 0; thing < things; thing++) scores[thing] = (scores[thing] ?? 0) - norm;
    return scores;
  };
};
