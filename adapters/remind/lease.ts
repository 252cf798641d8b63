/** A task for one process at a time: held for a while, renewed, given up, and free for others when its holder falls silent. */

import type { Store } from "../../src/index.ts";

export type Lease = {
  /** Whether the task is ours now. */
  readonly hold: () => Promise<boolean>;
  readonly release: () => Promise<void>;
};

export type LeaseParts = {
  readonly store: Pick<Store, "leases">;
  readonly name: string;
  readonly holder: string;
  /** How long it is held after each renewal, in milliseconds. */
  readonly length: number;
  /** In milliseconds since 1970. */
  readonly now: () => number;
};

/** Renewed at half time, not at every question: between ticks there is mostly nothing to write. */
export const createLease = ({ store, name, holder, length, now }: LeaseParts): Lease => {
  let heldUntil = 0;
  return {
    hold: async () => {
      const moment = now();
      const left = heldUntil - moment;
      // a clock that was put back makes it look longer than it is
      if (left > length / 2 && left <= length) return true;
      const held = await store.leases.hold(name, holder, moment, moment + length);
      heldUntil = held ? moment + length : 0;
      return held;
    },
    release: async () => {
      heldUntil = 0;
      await store.leases.release(name, holder);
    },
  };
};
