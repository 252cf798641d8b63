/** Waits for a line of the log, without asking again and again. */

import { createLog } from "../../../adapters/shared/log.ts";
import type { Logger } from "../../../src/index.ts";

export type Listened = {
  readonly log: Logger;
  readonly lines: string[];
  /** Resolves with the next line, past ones included, that fits. */
  readonly line: (fits: RegExp) => Promise<string>;
};

/** A log that can be waited on. */
export const listenedLog = (): Listened => {
  const lines: string[] = [];
  const waiting: { readonly fits: RegExp; readonly found: (line: string) => void }[] = [];
  return {
    lines,
    log: createLog("debug", (line) => {
      lines.push(line);
      for (const one of waiting.filter(({ fits }) => fits.test(line))) {
        waiting.splice(waiting.indexOf(one), 1);
        one.found(line);
      }
    }),
    line: (fits) => {
      const past = lines.find((line) => fits.test(line));
      return past === undefined ? new Promise((found) => waiting.push({ fits, found })) : Promise.resolve(past);
    },
  };
};
