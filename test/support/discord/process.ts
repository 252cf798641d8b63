/** The program in a process of its own, as its owner starts it. */

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

export type Started = {
  readonly pid: number;
  readonly output: () => string;
  /** Resolves when what was written so far fits. */
  readonly says: (fits: RegExp) => Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly signal: (signal: NodeJS.Signals) => void;
};

/** Runs `ninety` with these words and this environment; what it keeps goes with the test. */
export const startProcess = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Started => {
  const data = mkdtempSync(join(tmpdir(), "ninety-data-"));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["adapters/main.ts", ...words], { cwd: root, env: { PATH, HOME, NINETY_DATA: data, ...env } });
  let output = "";
  const waiting: { readonly fits: RegExp; readonly found: () => void }[] = [];
  const take = (part: Buffer): void => {
    output += part;
    for (const one of waiting.filter(({ fits }) => fits.test(output))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.found();
    }
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended: Started["ended"] = new Promise((resolve) =>
    child.once("close", (code, signal) => {
      rmSync(data, { recursive: true, force: true });
      resolve({ code, signal });
    }),
  );
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (fits) => {
      if (fits.test(output)) return Promise.resolve();
      const said = new Promise<void>((found) => waiting.push({ fits, found }));
      const over = ended.then(({ code }) => Promise.reject(new Error(`it ended with ${code} before it said ${fits}: ${output}`)));
      return Promise.race([said, over]);
    },
    ended,
    signal: (signal) => void child.kill(signal),
  };
};
