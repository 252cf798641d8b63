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
  /** All that was added; nothing can be added afterwards. */
  readonly packed: () => Packed;
};

/** No record comes near as many features: room is only reserved, and taken as it is needed. */
const mostFeatures = 2 ** 26;
const step = 2 ** 16;

/** Packs texts, thing after thing. */
export const createPacker = (): Packer => {
  const firsts: number[] = [];
  const starts: number[] = [];
  // arrays that are copied to grow would leave several times their size behind
  const ids = new Uint32Array(new ArrayBuffer(0, { maxByteLength: 4 * mostFeatures }));
  const weights = new Float32Array(new ArrayBuffer(0, { maxByteLength: 4 * mostFeatures }));
  let length = 0;
  const makeRoom = (wanted: number) => {
    if (wanted <= ids.length) return;
    const size = 4 * step * Math.ceil(wanted / step);
    ids.buffer.resize(size);
    weights.buffer.resize(size);
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
      ids: new Uint32Array(ids.buffer.transferToFixedLength(4 * length)),
      weights: new Float32Array(weights.buffer.transferToFixedLength(4 * length)),
    }),
  };
};
