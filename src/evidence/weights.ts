/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 1.04,
    nearest: 0.93,
    nearby: 2.91,
    lacking: -1.63,
    lexical: 0.73,
    coverage: 4,
    entityHit: -0.08,
    entityMiss: -0.53,
    numberMiss: -1.37,
    wants: 0.24,
    otherWants: -0.34,
    isFact: -0.46,
    isEntity: -2.41,
    isBroad: -0.36,
  },
  none: {
    bias: 4.96,
    unknown: 3.47,
    uncovered: 1.92,
    nameless: 0.22,
    distance: -1.02,
    flatness: 0.28,
    unlikeliness: -3.54,
  },
};
