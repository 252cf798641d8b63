/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 0.48,
    nearest: 1.92,
    nearby: -0.64,
    meaning: 3.94,
    lacking: 0.21,
    supported: 1.61,
    lexical: 0.53,
    coverage: 2.32,
    entityHit: 0.44,
    entityMiss: -1.51,
    numberMiss: -0.33,
    sameDays: 1.01,
    wants: 0.06,
    otherWants: -0.26,
    declines: 1.76,
    declinesWish: 1.79,
    isFact: -1.02,
    isEntity: -0.89,
    isBroad: 0.27,
  },
  none: {
    bias: 2.22,
    unknown: 1.8,
    uncovered: 2.25,
    unsupported: -1.13,
    newPairs: 1.73,
    offSubject: 0.76,
    slightness: 2.34,
    wish: 0.47,
    nameless: -0.68,
    distance: -0.22,
    flatness: 0.22,
    unlikeliness: -2.29,
  },
};
