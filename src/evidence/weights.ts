/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 0.85,
    nearest: 1.36,
    nearby: 1.75,
    lacking: -1.18,
    supported: 1.94,
    lexical: 0.44,
    coverage: 2.93,
    entityHit: 0.08,
    entityMiss: -0.27,
    numberMiss: -1.51,
    sameDays: 1.18,
    wants: 0.39,
    otherWants: -0.08,
    isFact: -0.8,
    isEntity: -1.67,
    isBroad: 0.48,
  },
  none: {
    bias: 5.64,
    unknown: 1.99,
    uncovered: 1.75,
    unsupported: -0.85,
    newPairs: 0.54,
    offSubject: 0.65,
    slightness: 4.24,
    nameless: -0.22,
    distance: -1.82,
    flatness: 0.91,
    unlikeliness: -3.53,
  },
};
