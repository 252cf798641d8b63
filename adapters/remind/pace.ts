/** Keeps posts at an even distance: a platform that counts the posts of a second finds no second with too many. */

import { setTimeout } from "node:timers/promises";

export type Pace = {
  /** Resolves when the next post may begin. */
  readonly next: () => Promise<void>;
  /** Nothing begins for so many milliseconds. */
  readonly wait: (milliseconds: number) => void;
};

/** Posts that may begin at once after a delay of our own, so that a slow moment is made up for and never becomes a burst. */
const mostBehind = 2;

/** @param elapsed milliseconds since some moment, never going back */
export const createPace = (perSecond: number, elapsed: () => number = () => performance.now()): Pace => {
  const distance = 1_000 / perSecond;
  let free = elapsed();
  return {
    next: async () => {
      const now = elapsed();
      const turn = Math.max(free, now - mostBehind * distance);
      free = turn + distance;
      if (turn > now) await setTimeout(turn - now);
    },
    wait: (milliseconds) => {
      free = Math.max(free, elapsed() + milliseconds);
    },
  };
};
