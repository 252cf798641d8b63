/** Learns where words lie: a layer of word places under a softmax over what the phrasings ask for, by Adagrad. Only the word places and their scatter are kept. */

import { addUp, createLocate, type Learnt, type Located, middles, rowsOf } from "../src/evidence/meaning.ts";
import { createPhrasings } from "../src/evidence/phrasings.ts";
import type { Base } from "../src/knowledge/base.ts";
import type { Language } from "../src/model/language.ts";

const size = 48;
const rounds = 6;
const batch = 256;
const rate = 0.3;
/** Share of the words left out of each text while learning, so that none is relied on alone. */
const dropped = 0.25;
/** A word that fewer phrasings use tells too little of itself. */
const leastUses = 2;
/** The scatter of the phrasings that are learnt from is smaller than that of others: chances are flattened by this. Chosen on held-out phrasings. */
const flattened = 0.3;
/** Added to the scatter in each direction, as a share of the mean. */
const ridge = 0.001;

/** A small generator of numbers from 0 to 1: the same places come out every time (mulberry32). */
const createRandom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The inverse of a symmetric matrix, row after row, by Gauss and Jordan. */
const inverse = (matrix: Float64Array, n: number): Float64Array => {
  const left = matrix.slice();
  const right = new Float64Array(n * n);
  for (let at = 0; at < n; at++) right[at * n + at] = 1;
  const value = (array: Float64Array, row: number, column: number): number => array[row * n + column] ?? 0;
  for (let pivot = 0; pivot < n; pivot++) {
    const scale = value(left, pivot, pivot);
    for (const array of [left, right])
      for (let column = 0; column < n; column++) array[pivot * n + column] = value(array, pivot, column) / scale;
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = value(left, row, pivot);
      if (factor !== 0)
        for (const array of [left, right])
          for (let column = 0; column < n; column++)
            array[row * n + column] = value(array, row, column) - factor * value(array, pivot, column);
    }
  }
  return right;
};

/** Learns from the phrasings of a record in one language. Takes about a minute. */
export const learnMeaning = (base: Base, language: Language): Learnt => {
  const wording = base.wording(language);
  const { phrasings } = wording;
  const { rarity } = createPhrasings(phrasings);
  const things = phrasings.firsts.length - 1;
  const uses = new Map<number, number>();
  for (const id of phrasings.ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  const words = [...wording.words()].filter(([, feature]) => (uses.get(feature) ?? 0) >= leastUses);
  const features = phrasings.ids.reduce((highest, id) => Math.max(highest, id), -1) + 1;
  const names = words.map(([word]) => word);
  const locate = createLocate(rowsOf(names, features, wording.wordFeature), rarity);

  const count = phrasings.starts.length - 1;
  const texts = Array.from({ length: count }, (_, number): Located => {
    const { rows, shares, count } = locate(
      phrasings.ids,
      phrasings.weights,
      phrasings.starts[number] ?? 0,
      phrasings.starts[number + 1] ?? 0,
    );
    return { rows: rows.slice(0, count), shares: shares.slice(0, count), count };
  });
  const thingOf = new Uint32Array(count);
  for (let thing = 0; thing < things; thing++) thingOf.fill(thing, phrasings.firsts[thing], phrasings.firsts[thing + 1]);

  const random = createRandom(1);
  const small = (length: number) => Float64Array.from({ length }, () => (random() + random() + random() + random() - 2) * 0.17);
  const places = small(words.length * size);
  const targets = small(things * size);
  const bias = new Float64Array(things);
  const seen = { places: new Float64Array(words.length), targets: new Float64Array(things), bias: new Float64Array(things) };

  const order = Uint32Array.from({ length: count }, (_, number) => number);
  const targetSlope = new Float64Array(things * size);
  const biasSlope = new Float64Array(things);
  const placeSlope = new Float64Array(words.length * size);
  const chances = new Float64Array(things);
  const place = new Float64Array(size);
  const placeError = new Float64Array(size);
  /** One step of Adagrad on a row: the mean square of its slopes so far sets its pace. */
  const step = (values: Float64Array, slopes: Float64Array, squares: Float64Array, row: number) => {
    let square = 0;
    for (let at = row * size; at < (row + 1) * size; at++) square += (slopes[at] ?? 0) ** 2;
    if (square === 0) return;
    squares[row] = (squares[row] ?? 0) + square / size;
    const pace = rate / Math.sqrt(squares[row] ?? 1);
    for (let at = row * size; at < (row + 1) * size; at++) values[at] = (values[at] ?? 0) - pace * (slopes[at] ?? 0);
  };

  for (let round = 0; round < rounds; round++) {
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (let from = 0; from < count; from += batch) {
      const touched = new Set<number>();
      targetSlope.fill(0);
      biasSlope.fill(0);
      const numbers = order.subarray(from, from + batch);
      for (const number of numbers) {
        const whole = texts[number];
        if (!whole) continue;
        const text = { ...whole, shares: whole.shares.map((share) => (random() < dropped ? 0 : share)) };
        addUp(text, places, 1, place);
        let highest = Number.NEGATIVE_INFINITY;
        for (let thing = 0; thing < things; thing++) {
          let score = bias[thing] ?? 0;
          for (let at = 0; at < size; at++) score += (targets[thing * size + at] ?? 0) * (place[at] ?? 0);
          chances[thing] = score;
          if (score > highest) highest = score;
        }
        let sum = 0;
        for (let thing = 0; thing < things; thing++) {
          const raised = Math.exp((chances[thing] ?? 0) - highest);
          chances[thing] = raised;
          sum += raised;
        }
        placeError.fill(0);
        for (let thing = 0; thing < things; thing++) {
          const error = ((chances[thing] ?? 0) / sum - Number(thing === thingOf[number])) / numbers.length;
          // what hardly errs teaches nothing, and there are many of them
          if (Math.abs(error) < 1e-8) continue;
          biasSlope[thing] = (biasSlope[thing] ?? 0) + error;
          for (let at = 0; at < size; at++) {
            const here = thing * size + at;
            placeError[at] = (placeError[at] ?? 0) + error * (targets[here] ?? 0);
            targetSlope[here] = (targetSlope[here] ?? 0) + error * (place[at] ?? 0);
          }
        }
        for (const [nth, row] of text.rows.entries()) {
          const share = text.shares[nth] ?? 0;
          if (share === 0) continue;
          touched.add(row);
          for (let at = 0; at < size; at++)
            placeSlope[row * size + at] = (placeSlope[row * size + at] ?? 0) + share * (placeError[at] ?? 0);
        }
      }
      for (let thing = 0; thing < things; thing++) {
        step(targets, targetSlope, seen.targets, thing);
        const slope = biasSlope[thing] ?? 0;
        if (slope === 0) continue;
        seen.bias[thing] = (seen.bias[thing] ?? 0) + slope ** 2;
        bias[thing] = (bias[thing] ?? 0) - (0.05 * rate * slope) / Math.sqrt(seen.bias[thing] ?? 1);
      }
      for (const row of touched) {
        step(places, placeSlope, seen.places, row);
        placeSlope.fill(0, row * size, (row + 1) * size);
      }
    }
  }

  // a few words lie far out: what they lose by being drawn in is less than all others would lose by coarser steps
  const spread = Math.sqrt(places.reduce((sum, value) => sum + value * value, 0) / places.length);
  const farthest = 6 * spread;
  const bytes = Int8Array.from(places, (value) => Math.max(-127, Math.min(127, Math.round((127 * value) / farthest))));
  const middle = middles(phrasings.firsts, size, (number, at) => {
    const text = texts[number];
    if (text) addUp(text, bytes, farthest / 127, at);
  });
  const scatter = new Float64Array(size * size);
  for (const [number, text] of texts.entries()) {
    addUp(text, bytes, farthest / 127, place);
    for (let at = 0; at < size; at++) place[at] = (place[at] ?? 0) - (middle[(thingOf[number] ?? 0) * size + at] ?? 0);
    for (let one = 0; one < size; one++)
      for (let other = 0; other < size; other++)
        scatter[one * size + other] = (scatter[one * size + other] ?? 0) + ((place[one] ?? 0) * (place[other] ?? 0)) / count;
  }
  let trace = 0;
  for (let at = 0; at < size; at++) trace += scatter[at * size + at] ?? 0;
  for (let at = 0; at < size; at++) scatter[at * size + at] = (scatter[at * size + at] ?? 0) + (ridge * trace) / size;
  return {
    words: names.join(" "),
    places: Buffer.from(bytes.buffer).toString("base64"),
    step: farthest / 127,
    precision: [...inverse(scatter, size)].map((value) => Number((flattened * value).toPrecision(6))),
  };
};
