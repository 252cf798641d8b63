/** How long things take and how much they hold. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What this process holds, in MB, when nothing is left to be thrown away. */
export const held = (): number => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

/** The value below which a share of all lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** The middle one. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How long each of many things takes: `rounds` times all of them after a warm-up, or as many as there is time for. */
export const timeEach = async <T>(
  things: readonly T[],
  act: (thing: T) => unknown,
  { rounds, warmUp, seconds }: { readonly rounds: number; readonly warmUp: number; readonly seconds: number },
): Promise<{ readonly p50: number; readonly p99: number; readonly n: number }> => {
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1)
    for (const thing of things) {
      if (performance.now() > until && times.length >= 20) break;
      const started = performance.now();
      const result = act(thing);
      if (result instanceof Promise) await result;
      // where one warm-up takes longer than there is time, its figures have to do
      if (round >= 0 || performance.now() > until) times.push(performance.now() - started);
    }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), n: times.length };
};
