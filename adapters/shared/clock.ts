/** The only reader of the wall clock. */

import type { Day } from "../../src/index.ts";

/** What day it is in New York, where the dispute's deadlines fall. */
export const today = (): Day => Temporal.Now.plainDateISO("America/New_York").toString();

/** The moment, in milliseconds since 1970. */
export const now = (): number => Date.now();
