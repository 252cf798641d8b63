/** Keeps posts at an even distance: a platform that counts the posts of a second finds no second with too many. */

import { setTimeout } from "node:timers/promises";

export type Pace = {
  /** Resolves when the next post may begin, in the order of asking. */
  readonly next: () => Promise<void>;
  /** Nothing begins for so many milliseconds. */
  readonly wait: (milliseconds: number) => void;
};

/** Posts that may follow at once after a delay of our own: a slow moment is made up for a little, and never becomes a burst. */
const mostBehind = 4;

/** @param elapsed milliseconds since some moment, never going back */
export const createPace = (perSecond: number, elapsed: () => number = () => performance.now()): Pace => {
  const distance = 1_000 / perSecond;
  let free = elapsed();
  let last: Promise<void> = Promise.resolve();
  // one after the other: turns given out ahead of time would all come at once after a standstill
  const turn = async (): Promise<void> => {
    for (let left = free - elapsed(); left > 0; left = free - elapsed()) await setTimeout(left);
    free = Math.max(free, elapsed() - mostBehind * distance) + distance;
  };
  return {
    next: () => {
      last = last.then(turn);
      return last;
    },
    wait: (milliseconds) => {
      free = Math.max(free, elapsed() + milliseconds);
    },
  };
};
