/** Work after the acknowledgement: thinking takes turns, so that a rush is acknowledged before it is answered. */

export type Work = {
  /** Does a job, and counts it until it is done. */
  readonly add: (job: () => Promise<void>) => Promise<void>;
  /**
   * Resolves when it is this caller's turn to think, first come first served. At most one a turn of the event loop, and none in a turn
   * in which something arrived, for a while: what arrives is acknowledged before anything is thought about.
   */
  readonly turn: () => Promise<void>;
  /** How many jobs are not done. */
  readonly size: () => number;
  /** Resolves when all are. */
  readonly idle: () => Promise<void>;
};

/** Places in the queue that are used up are thrown away so many at a time. */
const spent = 1_000;

/** However much arrives, something is thought about this often, in milliseconds. */
const patience = 25;

export const createWork = (): Work => {
  let queue: (() => void)[] = [];
  let next = 0;
  let doing = 0;
  const idlers: (() => void)[] = [];
  let arrived = false;
  let thought = 0;
  const call = (): void => {
    const at = performance.now();
    if (arrived && at - thought < patience) {
      arrived = false;
      setImmediate(call);
      return;
    }
    arrived = false;
    thought = at;
    queue[next]?.();
    next += 1;
    if (next >= spent) {
      queue = queue.slice(next);
      next = 0;
    }
    if (next < queue.length) setImmediate(call);
  };
  return {
    add: async (job) => {
      doing += 1;
      arrived = true;
      try {
        await job();
      } finally {
        doing -= 1;
        if (doing === 0) for (const resolve of idlers.splice(0)) resolve();
      }
    },
    turn: () =>
      new Promise((resolve) => {
        if (next >= queue.length) setImmediate(call);
        queue.push(resolve);
      }),
    size: () => doing,
    idle: () => (doing === 0 ? Promise.resolve() : new Promise((resolve) => void idlers.push(resolve))),
  };
};
