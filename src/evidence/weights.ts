/** The weights of the judge, as fitted by `npm run fit` on the training half of the blind questions. */

import type { Weights } from "./logistic.ts";

export const weights: Weights = {
  bias: -6.5,
  likelihood: 0.9,
  nearest: 4,
  nearby: 2,
  lexical: 0.8,
  coverage: 3,
  entityHit: 0.3,
  entityMiss: -1.2,
  numberMiss: -1.5,
  wants: 0.4,
  unknown: -2.5,
  lead: 0.8,
  length: 0.2,
  isFact: -0.3,
  isEntity: -0.2,
};
