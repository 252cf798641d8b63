/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 1.09,
    nearest: 1.42,
    nearby: 2.38,
    lacking: -1.53,
    lexical: 0.55,
    coverage: 4.14,
    entityHit: 0,
    entityMiss: -0.38,
    numberMiss: -1.26,
    wants: 0.21,
    otherWants: -0.34,
    isFact: -0.66,
    isEntity: -2.45,
    isBroad: 0.14,
  },
  none: {
    bias: 5.38,
    unknown: 3.06,
    uncovered: 1.99,
    nameless: 0.13,
    distance: -1.01,
    flatness: 0.42,
    unlikeliness: -3.73,
  },
};
