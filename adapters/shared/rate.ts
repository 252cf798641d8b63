/** How much one person or one channel may ask: a token bucket each, so that a burst is welcome and a flood is not. */

/** A bucket's size and how fast it fills again. */
export type Pace = { readonly burst: number; readonly perSecond: number };

/** Takes one token from the bucket of `key`: 0 where there was one, else the milliseconds until there will be. Nothing is taken on a refusal. */
export type Rate = (key: string, at: number) => number;

/** Nobody needs more than a handful of answers at once, or more than one every six seconds for long. */
export const perPerson: Pace = { burst: 6, perSecond: 1 / 6 };

/** A channel holds many people; this only stops a crowd from burying everything else. */
export const perChannel: Pace = { burst: 20, perSecond: 1 };

/** Full buckets are forgotten from this many on. */
const sweepAt = 10_000;

type Bucket = { tokens: number; at: number };

/** Buckets by key, for one process. */
export const createRate = ({ burst, perSecond }: Pace): Rate => {
  const buckets = new Map<string, Bucket>();
  const filled = ({ tokens, at: since }: Bucket, at: number): number =>
    // a clock that was set back must not empty anybody's bucket
    Math.min(burst, tokens + (Math.max(0, at - since) / 1_000) * perSecond);
  const sweep = (at: number): void => {
    for (const [key, bucket] of buckets) if (filled(bucket, at) >= burst) buckets.delete(key);
  };
  return (key, at) => {
    if (buckets.size >= sweepAt) sweep(at);
    const tokens = filled(buckets.get(key) ?? { tokens: burst, at }, at);
    const left = tokens < 1 ? tokens : tokens - 1;
    buckets.set(key, { tokens: left, at });
    return tokens < 1 ? Math.ceil(((1 - tokens) / perSecond) * 1_000) : 0;
  };
};
