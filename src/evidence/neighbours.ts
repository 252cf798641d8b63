/** The nearest phrasings to a text: cosine over rarity-weighted features. */

export type Neighbour = { readonly thing: number; readonly text: number; readonly similarity: number };

export type NeighbourModel = {
  readonly add: (thing: number, text: number, weights: ReadonlyMap<string, number>) => void;
  /** To be called once, when all is added. */
  readonly settle: (rarity: (feature: string) => number) => void;
  /** Per thing its nearest phrasings, best first, three at most. */
  readonly nearest: (weights: ReadonlyMap<string, number>, rarity: (feature: string) => number) => Map<number, Neighbour[]>;
};

/** An empty model. */
export const createNeighbours = (): NeighbourModel => {
  const raw: { thing: number; text: number; weights: ReadonlyMap<string, number> }[] = [];
  const postings = new Map<string, { document: number; value: number }[]>();
  let things = new Int32Array(0);
  let accumulator = new Float64Array(0);

  const vector = (weights: ReadonlyMap<string, number>, rarity: (feature: string) => number): [string, number][] => {
    const entries = [...weights].map(([feature, weight]): [string, number] => [feature, weight * rarity(feature)]);
    const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return entries.map(([feature, value]) => [feature, value / length]);
  };

  const settle = (rarity: (feature: string) => number) => {
    things = Int32Array.from(raw, ({ thing }) => thing);
    accumulator = new Float64Array(raw.length);
    for (const [document, { weights }] of raw.entries())
      for (const [feature, value] of vector(weights, rarity)) {
        const list = postings.get(feature);
        if (list) list.push({ document, value });
        else postings.set(feature, [{ document, value }]);
      }
  };

  const nearest = (weights: ReadonlyMap<string, number>, rarity: (feature: string) => number) => {
    const touched: number[] = [];
    for (const [feature, value] of vector(weights, rarity))
      for (const posting of postings.get(feature) ?? []) {
        if (accumulator[posting.document] === 0) touched.push(posting.document);
        accumulator[posting.document] = (accumulator[posting.document] ?? 0) + value * posting.value;
      }
    const found = new Map<number, Neighbour[]>();
    for (const document of touched) {
      const similarity = accumulator[document] ?? 0;
      accumulator[document] = 0;
      const thing = things[document] ?? 0;
      const best = found.get(thing);
      if (!best) found.set(thing, [{ thing, text: raw[document]?.text ?? 0, similarity }]);
      else if (best.length < 3 || similarity > (best[2]?.similarity ?? 0)) {
        best.push({ thing, text: raw[document]?.text ?? 0, similarity });
        best.sort((a, b) => b.similarity - a.similarity);
        best.length = Math.min(best.length, 3);
      }
    }
    return found;
  };

  return { add: (thing, text, weights) => void raw.push({ thing, text, weights }), settle, nearest };
};
