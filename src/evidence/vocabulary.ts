/** Features as numbers, so that models are flat arrays. */

export type Vocabulary = {
  /** The number of a feature; a new one gets the next. */
  readonly intern: (feature: string) => number;
  /** The number of a feature, or undefined where no text had it. */
  readonly find: (feature: string) => number | undefined;
  readonly size: () => number;
};

/** An empty vocabulary. */
export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>();
  return {
    intern: (feature) => {
      const known = numbers.get(feature);
      if (known !== undefined) return known;
      numbers.set(feature, numbers.size);
      return numbers.size - 1;
    },
    find: (feature) => numbers.get(feature),
    size: () => numbers.size,
  };
};

/** Whether a sorted array holds a number. */
export const holds = (sorted: Uint32Array, wanted: number): boolean => {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};
