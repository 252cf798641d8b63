/** The same event twice is answered once: platforms deliver again what they believe lost, and several minutes later at that. */

/** Whether an event is seen for the first time; asking makes it seen. `at` is the time of asking, in milliseconds. */
export type Once = (id: string, at: number) => boolean;

/** Slack's last retry comes five minutes after the first delivery, so anything shorter lets it through. */
const keepFor = 10 * 60_000;

/** About 60 bytes each: a flood of events costs memory, not the process. */
const mostKept = 100_000;

/**
 * A memory of event ids, for one process.
 * @param keep how long an id is remembered, in milliseconds
 * @param most how many ids are remembered; the oldest are forgotten first
 */
export const createOnce = (keep: number = keepFor, most: number = mostKept): Once => {
  // insertion order is age order, because an id is only ever put in once
  const seen = new Map<string, number>();
  const forgetOld = (at: number): void => {
    for (const [id, when] of seen) {
      if (at - when < keep && seen.size <= most) return;
      seen.delete(id);
    }
  };
  return (id, at) => {
    forgetOld(at);
    if (seen.has(id)) return false;
    seen.set(id, at);
    return true;
  };
};
