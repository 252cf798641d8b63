/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 0.9,
    nearest: 1.25,
    nearby: 2.88,
    lacking: -1.67,
    lexical: 0.71,
    coverage: 4.19,
    entityHit: -0.12,
    entityMiss: -0.61,
    numberMiss: -1.35,
    wants: 0.2,
    otherWants: -0.47,
    isFact: -0.32,
    isEntity: -2.41,
    isBroad: -0.38,
  },
  none: {
    bias: 5.26,
    unknown: 3.62,
    uncovered: 2.54,
    nameless: 0.32,
    distance: -1.47,
    flatness: 0.4,
    unlikeliness: -3.75,
  },
};
