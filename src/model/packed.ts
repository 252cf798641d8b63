/** Many weighed texts in a few flat arrays: tens of thousands of small ones would take several times the memory and the time. */

/** A text as features by number, with their weights. */
export type Weighed = { readonly ids: readonly number[]; readonly weights: readonly number[] };

/** Texts grouped by the thing they are about. */
export type Packed = {
  /** Per thing, and one more: its first text. */
  readonly firsts: Uint32Array;
  /** Per text, and one more: where its features begin. */
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
};

export type Packer = {
  /** The texts that follow are about the next thing. */
  readonly next: () => void;
  readonly add: (text: Weighed) => void;
  /** All that was added. */
  readonly packed: () => Packed;
};

/** Packs texts, thing after thing. */
export const createPacker = (): Packer => {
  const firsts: number[] = [];
  const starts: number[] = [];
  let ids = new Uint32Array(1_024);
  let weights = new Float32Array(1_024);
  let length = 0;
  const makeRoom = (wanted: number) => {
    if (wanted <= ids.length) return;
    const size = Math.max(wanted, ids.length * 2);
    const [moreIds, moreWeights] = [new Uint32Array(size), new Float32Array(size)];
    moreIds.set(ids);
    moreWeights.set(weights);
    ids = moreIds;
    weights = moreWeights;
  };
  return {
    next: () => {
      firsts.push(starts.length);
    },
    add: (text) => {
      starts.push(length);
      makeRoom(length + text.ids.length);
      ids.set(text.ids, length);
      weights.set(text.weights, length);
      length += text.ids.length;
    },
    packed: () => ({
      firsts: Uint32Array.from([...firsts, starts.length]),
      starts: Uint32Array.from([...starts, length]),
      ids: ids.slice(0, length),
      weights: weights.slice(0, length),
    }),
  };
};
