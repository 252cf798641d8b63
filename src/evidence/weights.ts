/** The weights of the judge, as `npm run fit` prints them. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  candidate: {
    likelihood: 0.688,
    nearest: 0.522,
    nearby: 4.519,
    lexical: 0.87,
    coverage: 4.027,
    entityHit: -0.098,
    entityMiss: -0.414,
    numberMiss: -1.561,
    wants: 0.45,
    isFact: -0.851,
    isEntity: -1.402,
  },
  none: {
    bias: 5.402,
    unknown: 3.536,
    uncovered: 0.064,
    nameless: 0.019,
    distance: -1.107,
  },
};
