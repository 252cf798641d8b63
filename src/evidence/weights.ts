/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 1.1,
    nearest: 1.4,
    nearby: 2.32,
    lacking: -1.53,
    lexical: 0.5,
    coverage: 4.11,
    entityHit: -0.01,
    entityMiss: -0.43,
    numberMiss: -1.11,
    sameDays: 1.12,
    wants: 0.23,
    otherWants: -0.32,
    isFact: -0.64,
    isEntity: -2.37,
    isBroad: 0.21,
  },
  none: {
    bias: 5.36,
    unknown: 3.03,
    uncovered: 1.89,
    nameless: 0.17,
    distance: -0.95,
    flatness: 0.42,
    unlikeliness: -3.65,
  },
};
