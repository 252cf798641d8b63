/**
 * What the ways of putting each thing tell about a text: how likely the text is as one more way (a smoothed unigram model of
 * the thing's phrasings against all of them), and how near its nearest phrasing is (cosine over rarity-weighted features).
 */

/** A text as features by number, with their weights. */
export type Weighed = { readonly ids: readonly number[]; readonly weights: readonly number[] };

export type PhrasingModel = {
  /** One way to put a thing. Things are added in order, all phrasings of one before the next. */
  readonly add: (thing: number, text: Weighed) => void;
  /** To be called once, when all is added. */
  readonly settle: () => void;
  /** Mean log-likelihood ratio of a text under each thing, in nats, by its number; -1 for a thing that shares no feature. */
  readonly likelihoods: (text: Weighed) => Float64Array;
  /** Cosine of a text to the nearest phrasing of a thing, and the mean of its nearest three. */
  readonly nearest: (text: Weighed, thing: number) => { readonly best: number; readonly mean: number };
  /** Which share of a thing's core, the features that most of its phrasings have, a text lacks: near 1 for a thing far narrower than what is asked. */
  readonly lacking: (text: Weighed, thing: number) => number;
  /** How rare a feature is among the things: ln(1 + things / things that have it). */
  readonly rarity: (feature: number) => number;
};

/** Pseudo-count of the background: the larger, the less a single phrasing proves. Chosen on phrasings held out from the record. */
const smoothing = 60;

/** A feature that at least this share of a thing's phrasings has belongs to its core. */
const core = 0.3;

/** What a thing that shares nothing with a query gets: below any that does. */
const nothingShared = -1;

/** An empty model. */
export const createPhrasings = (): PhrasingModel => {
  /** Per phrasing: where its features begin in the flat arrays. */
  const starts: number[] = [];
  const ids: number[] = [];
  const values: number[] = [];
  /** Per thing: its first phrasing. */
  const firsts: number[] = [];
  let flatIds = new Uint32Array(0);
  let flatValues = new Float32Array(0);
  /** Per feature, from `postingStarts[id]` on: the things that have it, and what it gains each of them. */
  let postingStarts = new Uint32Array(0);
  let postingThings = new Uint32Array(0);
  let postingGains = new Float32Array(0);
  let penalties = new Float64Array(0);
  let rarities = new Float64Array(0);
  let dense = new Float32Array(0);
  let features = 0;

  const add = (thing: number, text: Weighed) => {
    while (firsts.length <= thing) firsts.push(starts.length);
    starts.push(ids.length);
    for (const [place, id] of text.ids.entries()) {
      ids.push(id);
      values.push(text.weights[place] ?? 0);
      if (id >= features) features = id + 1;
    }
  };

  const settle = () => {
    const things = firsts.length;
    firsts.push(starts.length);
    starts.push(ids.length);
    flatIds = Uint32Array.from(ids);
    flatValues = Float32Array.from(values);
    ids.length = 0;
    values.length = 0;

    // things come in order, so each feature's list of things can be laid out in two passes without sorting
    const latest = new Int32Array(features).fill(-1);
    const totals = new Float64Array(features);
    const mass = new Float64Array(things);
    let all = 0;
    const eachValue = (visit: (thing: number, id: number, weight: number) => void) => {
      for (let thing = 0; thing < things; thing++)
        for (let at = starts[firsts[thing] ?? 0] ?? 0; at < (starts[firsts[thing + 1] ?? 0] ?? 0); at++)
          visit(thing, flatIds[at] ?? 0, flatValues[at] ?? 0);
    };
    postingStarts = new Uint32Array(features + 1);
    eachValue((thing, id, weight) => {
      if (latest[id] !== thing) postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + 1;
      latest[id] = thing;
      totals[id] = (totals[id] ?? 0) + weight;
      mass[thing] = (mass[thing] ?? 0) + weight;
      all += weight;
    });
    for (let id = 0; id < features; id++) postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + (postingStarts[id] ?? 0);
    postingThings = new Uint32Array(postingStarts[features] ?? 0);
    postingGains = new Float32Array(postingThings.length);
    const next = postingStarts.slice(0, features);
    latest.fill(-1);
    eachValue((thing, id, weight) => {
      if (latest[id] !== thing) next[id] = (next[id] ?? 0) + 1;
      latest[id] = thing;
      const at = (next[id] ?? 1) - 1;
      postingThings[at] = thing;
      postingGains[at] = (postingGains[at] ?? 0) + weight;
    });
    rarities = new Float64Array(features);
    for (let id = 0; id < features; id++) {
      const from = postingStarts[id] ?? 0;
      const to = postingStarts[id + 1] ?? 0;
      rarities[id] = to > from ? Math.log(1 + things / (to - from)) : 0;
      const background = (totals[id] ?? 0) / all;
      for (let at = from; at < to; at++) postingGains[at] = Math.log(1 + (postingGains[at] ?? 0) / (smoothing * background));
    }
    penalties = mass.map((own) => Math.log(1 + own / smoothing));

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
  };

  const seen = (id: number): boolean => (postingStarts[id + 1] ?? 0) > (postingStarts[id] ?? 0);

  /** A feature no phrasing has is as rare as one that half a thing has. */
  const rarity = (id: number): number => (seen(id) ? (rarities[id] ?? 0) : Math.log(1 + 2 * penalties.length));

  const likelihoods = ({ ids: asked, weights }: Weighed) => {
    const scores = new Float64Array(penalties.length);
    const sum = asked.reduce((total, id, place) => (seen(id) ? total + (weights[place] ?? 0) : total), 0) || 1;
    for (const [place, id] of asked.entries()) {
      if (!seen(id)) continue;
      const weight = (weights[place] ?? 0) / sum;
      for (let at = postingStarts[id] ?? 0; at < (postingStarts[id + 1] ?? 0); at++) {
        const thing = postingThings[at] ?? 0;
        scores[thing] = (scores[thing] ?? 0) + weight * (postingGains[at] ?? 0);
      }
    }
    for (let thing = 0; thing < scores.length; thing++) {
      const gain = scores[thing] ?? 0;
      scores[thing] = gain === 0 ? nothingShared : gain - (penalties[thing] ?? 0);
    }
    return scores;
  };

  const lacking = ({ ids: asked }: Weighed, thing: number) => {
    const from = firsts[thing] ?? 0;
    const to = firsts[thing + 1] ?? from;
    const counts = new Map<number, number>();
    for (let at = starts[from] ?? 0; at < (starts[to] ?? 0); at++) {
      const id = flatIds[at] ?? 0;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    let whole = 0;
    let missing = 0;
    for (const [id, count] of counts) {
      const share = count / (to - from);
      if (share < core) continue;
      const weight = share * rarity(id);
      whole += weight;
      if (!asked.includes(id)) missing += weight;
    }
    return whole > 0 ? missing / whole : 0;
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
    for (const id of asked) if (id < dense.length) dense[id] = 0;
    return { best: first / length, mean: (first + second + third) / (3 * length) };
  };

  return { add, settle, likelihoods, nearest, lacking, rarity };
};
