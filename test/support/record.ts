/** The real record, opened for tests. */

import { join } from "node:path";
import { type Ninety, openNinety } from "../../src/index.ts";

let opened: Ninety | undefined;

/** The record of this repository; opened once for each test file. */
export const theRecord = (): Ninety => {
  opened ??= openNinety(join(import.meta.dirname, "../../knowledge"));
  return opened;
};
