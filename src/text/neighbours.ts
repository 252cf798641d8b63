/** Which words have stood beside each other, in a quarter of a megabyte for any number of them. */

/** Whether two features stood beside each other. One pair in thirty that never did is taken for one that did. */
export type Neighbours = {
  readonly add: (first: number, second: number) => void;
  readonly has: (first: number, second: number) => boolean;
};

const bits = 2 ** 21;

/** Mixes two numbers into the place of one bit (a multiplicative hash, Knuth's constant). */
const placeOf = (first: number, second: number): number => {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (bits - 1);
};

/** None at first. */
export const createNeighbours = (): Neighbours => {
  const seen = new Uint8Array(bits / 8);
  return {
    add: (first, second) => {
      const place = placeOf(first, second);
      seen[place >> 3] = (seen[place >> 3] ?? 0) | (1 << (place & 7));
    },
    has: (first, second) => {
      const place = placeOf(first, second);
      return ((seen[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
    },
  };
};
