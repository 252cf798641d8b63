/** Work one after another, with room between for the network, and a forecast of how long the next will wait. */

export type Queue = {
  /** Does a piece of work when its turn comes. */
  readonly run: <T>(work: () => T) => Promise<T>;
  /** How long work taken on now would wait, in milliseconds. */
  readonly wait: () => number;
  /** Lets something urgent go first: no work begins until it is done. */
  readonly yieldTo: <T>(urgent: Promise<T>) => Promise<T>;
};

/** How much the newest duration weighs in the forecast. */
const weight = 0.1;

/** What is urgent and still not done after this long is stuck, and nobody else is to suffer for it. Milliseconds. */
const longest = 2_000;

/** A queue that does one piece of work per turn of the event loop, so that a burst of questions is at once acknowledged and then worked off. */
export const createQueue = (): Queue => {
  const waiting: (() => void)[] = [];
  // what one question takes on a small machine, until measured
  let usual = 5;
  let urgent = 0;
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || urgent > 0 || waiting.length === 0) return;
    scheduled = true;
    setImmediate(turn);
  };
  const turn = (): void => {
    scheduled = false;
    if (urgent > 0) return;
    const next = waiting.shift();
    if (!next) return;
    const started = performance.now();
    next();
    usual += weight * (performance.now() - started - usual);
    schedule();
  };
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        });
        schedule();
      }),
    // what is sent takes about as long again as what is thought
    wait: () => waiting.length * usual * 2,
    yieldTo: (promise) => {
      urgent += 1;
      let over = false;
      const done = (): void => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        urgent -= 1;
        schedule();
      };
      const timer = setTimeout(done, longest);
      promise.then(done, done);
      return promise;
    },
  };
};
