/** The day a channel lives, for whoever answers questions there: asked of the store, and never waited for long. */

import type { Channel, Day, Logger, Reminders } from "../../src/index.ts";

/** People are waiting for an answer: a store that takes longer does not decide on it, in milliseconds. */
const patience = 500;
const mostRemembered = 10_000;

/** The past day that a channel lives again; undefined where it lives today. It never throws. */
export type DayOf = (channel: Channel) => Promise<Day | undefined>;

/** Where the store does not answer, a channel lives the day it was last known to live. */
export const createDayOf = (reminders: Reminders, log: Logger): DayOf => {
  const known = new Map<string, Day | undefined>();
  const ask = async (channel: Channel, key: string): Promise<Day | undefined> => {
    const { on, replay } = await reminders.dayOf(channel);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, replay ? on : undefined);
    return known.get(key);
  };
  return async (channel) => {
    const key = `${channel.platform} ${channel.workspace} ${channel.channel}`;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Day | undefined>((resolve) => {
      timer = setTimeout(() => resolve(known.get(key)), patience);
    });
    const asked = ask(channel, key).catch((cause: unknown) => {
      log.warn("store not answering, day of the channel as last known", { cause });
      return known.get(key);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
