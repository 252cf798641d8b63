/** How likely a text is as a way to put each of many things: a smoothed unigram model of each thing's phrasings against all of them. */

type Posting = { readonly thing: number; count: number };

export type LikelihoodModel = {
  readonly add: (thing: number, weights: ReadonlyMap<string, number>) => void;
  /** Per thing the mean log-likelihood ratio of the weighted features, in nats; things that share no feature are absent. */
  readonly score: (weights: ReadonlyMap<string, number>) => Map<number, number>;
  /** How rare a feature is among the things: ln(1 + things / things that have it). */
  readonly rarity: (feature: string) => number;
  readonly has: (thing: number, feature: string) => boolean;
};

/** Pseudo-count of the background: the larger, the less a single phrasing proves. Chosen on the blind training half. */
const smoothing = 20;

/** An empty model. */
export const createLikelihood = (): LikelihoodModel => {
  const postings = new Map<string, Map<number, Posting>>();
  const mass: number[] = [];
  const totals = new Map<string, number>();
  let all = 0;

  const add = (thing: number, weights: ReadonlyMap<string, number>) => {
    for (const [feature, weight] of weights) {
      let list = postings.get(feature);
      if (!list) {
        list = new Map();
        postings.set(feature, list);
      }
      const posting = list.get(thing);
      if (posting) posting.count += weight;
      else list.set(thing, { thing, count: weight });
      mass[thing] = (mass[thing] ?? 0) + weight;
      totals.set(feature, (totals.get(feature) ?? 0) + weight);
      all += weight;
    }
  };

  const score = (weights: ReadonlyMap<string, number>) => {
    const gains = new Map<number, number>();
    let sum = 0;
    for (const [feature, weight] of weights) {
      const list = postings.get(feature);
      if (!list) continue;
      sum += weight;
      const background = (totals.get(feature) ?? 0) / all;
      for (const { thing, count } of list.values()) {
        // relative to a thing that has none of the feature, so that only postings need a visit
        const gain = weight * Math.log(1 + count / (smoothing * background));
        gains.set(thing, (gains.get(thing) ?? 0) + gain);
      }
    }
    for (const [thing, gain] of gains) gains.set(thing, (gain - sum * Math.log(1 + (mass[thing] ?? 0) / smoothing)) / Math.max(sum, 1));
    return gains;
  };

  return {
    add,
    score,
    rarity: (feature) => Math.log(1 + mass.length / (postings.get(feature)?.size ?? 0.5)),
    has: (thing, feature) => postings.get(feature)?.has(thing) ?? false,
  };
};
