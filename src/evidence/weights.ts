/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 0.86,
    nearest: 1.33,
    nearby: 1.74,
    lacking: -1.21,
    supported: 1.97,
    lexical: 0.45,
    coverage: 2.97,
    entityHit: 0.1,
    entityMiss: -0.25,
    numberMiss: -1.5,
    sameDays: 1.28,
    wants: 0.39,
    otherWants: -0.11,
    isFact: -0.82,
    isEntity: -1.68,
    isBroad: 0.46,
  },
  none: {
    bias: 5.67,
    unknown: 1.98,
    uncovered: 1.78,
    unsupported: -0.84,
    newPairs: 0.56,
    offSubject: 0.64,
    slightness: 4.33,
    nameless: -0.27,
    distance: -1.87,
    flatness: 0.93,
    unlikeliness: -3.55,
  },
};
