/** `npm run bench`: in one run, Ninety beside plain search engines on the same record and questions, how it grows, and how soon it starts. Not part of the tests. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Compared } from "./compare.ts";
import { engines } from "./engines/all.ts";
import type { Grown } from "./growth.ts";

const sizes = [350, 3_500, 35_000, 100_000];

/** A bench in a process of its own, so that none pays for another's memory. It prints one line of JSON. */
const measured = <T>(script: string, ...words: string[]): T =>
  JSON.parse(
    execFileSync(process.execPath, ["--expose-gc", join(import.meta.dirname, script), ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    }),
  ) as T;

/** Figures as they are read: three decimals are more than the machine repeats. */
const rounded = (figures: object): object =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeof value === "number" ? Number(value.toFixed(3)) : value]));

const compared = ["Ninety", ...Object.keys(engines)].map((name) => measured<Compared>("compare.ts", name));
const plain = compared.find(({ engine }) => engine === "MiniSearch, defaults");
console.table(
  Object.fromEntries(
    compared.map(({ engine, ...figures }) => [
      engine,
      rounded({ ...figures, "p50 / MiniSearch": plain ? figures.p50 / plain.p50 : undefined }),
    ]),
  ),
);

console.table(
  Object.fromEntries(
    sizes
      .flatMap((size) => ["ninety", "minisearch"].map((engine) => measured<Grown>("growth.ts", engine, String(size))))
      .map(({ engine, facts, ...figures }) => [`${engine}, ${facts} facts`, rounded(figures)]),
  ),
);

const starts = Array.from({ length: 5 }, () => {
  const started = performance.now();
  execFileSync(process.execPath, [
    "--max-semi-space-size=1",
    "--v8-pool-size=1",
    join(import.meta.dirname, "..", "adapters", "ninety.js"),
    "ask",
    "When was Executive Order 13942 signed?",
  ]);
  return performance.now() - started;
}).sort((a, b) => a - b);
console.log(`start to first reply, median of five: ${Math.round(starts[2] ?? 0)} ms`);
