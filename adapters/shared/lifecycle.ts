/** A graceful stop: what is in flight is finished, then each part is closed in the reverse order of its opening. */

import type { Logger } from "../../src/index.ts";

export type Lifecycle = {
  /** Whether a stop has begun: nothing new is to be taken on. */
  readonly stopping: () => boolean;
  /** Does a piece of work that a stop waits for. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Names something to close at the stop. */
  readonly onStop: (name: string, close: () => Promise<void> | void) => void;
  /** Stops once, however often it is called. */
  readonly stop: () => Promise<void>;
  /** Stops because going on makes no sense: whoever supervises the process is told by its exit status. */
  readonly fail: () => Promise<void>;
};

/** A supervisor usually kills after ten seconds; what is not done by then was not going to be. */
const patience = 8_000;

/** Resolves when `work` has, or after `ms`: says which. */
const within = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The life of one process.
 * @param waitFor how long work in flight is waited for, in milliseconds
 * @param failed marks the process as failed
 */
export const createLifecycle = (
  log: Logger,
  waitFor: number = patience,
  failed = (): void => {
    process.exitCode = 1;
  },
): Lifecycle => {
  const inFlight = new Set<Promise<unknown>>();
  const closers: { readonly name: string; readonly close: () => Promise<void> | void }[] = [];
  let stopped: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    if (inFlight.size > 0) {
      log.info("finishing what is in flight", { count: inFlight.size });
      if (!(await within(Promise.allSettled(inFlight), waitFor))) log.warn("stopped with work unfinished", { count: inFlight.size });
    }
    for (const { name, close } of closers.reverse()) {
      try {
        await close();
      } catch (cause) {
        log.error("could not be closed", { name, cause });
      }
    }
    log.info("stopped");
  };
  const stop = (): Promise<void> => {
    stopped ??= closeAll();
    return stopped;
  };
  return {
    stopping: () => stopped !== undefined,
    track: (work) => {
      inFlight.add(work);
      const done = (): void => void inFlight.delete(work);
      work.then(done, done);
      return work;
    },
    onStop: (name, close) => void closers.push({ name, close }),
    stop,
    fail: () => {
      failed();
      return stop();
    },
  };
};

/** After a stop nothing should keep a process alive; what does all the same is not waited for longer. Milliseconds. */
const lingering = 1_000;

/** Ends the process after the stop. Called before anything else is opened, so that it comes last. */
export const exitAfterStop = (life: Lifecycle): void =>
  life.onStop("process", () => void setTimeout(() => process.exit(), lingering).unref());

/** Stops on the signals that terminals and supervisors send; a second signal ends the process at once. */
export const stopOnSignals = (life: Lifecycle): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (life.stopping()) process.exit(1);
      void life.stop().then(() => process.exit(process.exitCode ?? 0));
    });
};
