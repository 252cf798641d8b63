/** A scheduler over a database and a peer of its own, with a clock that a test sets. */

import { createDiscordPoster, posterRest } from "../../../adapters/discord/poster.ts";
import { createScheduler, type Rhythm, type Scheduler } from "../../../adapters/remind/schedule.ts";
import { createLog } from "../../../adapters/shared/log.ts";
import { openStore, type StorePlace } from "../../../adapters/store/open.ts";
import { localDay, type Poster, type Store } from "../../../src/index.ts";
import { theRecord } from "../record.ts";
import { type DiscordPeer, startDiscordPeer } from "./discord-peer.ts";

export type Setting = {
  readonly store: Store;
  readonly peer: DiscordPeer;
  /** The lines logged so far. */
  readonly lines: string[];
  readonly clock: { at: number };
  readonly scheduler: (over?: {
    readonly worker?: string;
    readonly poster?: Poster;
    readonly rhythm?: Rhythm;
    readonly store?: Store;
    readonly pretended?: string;
  }) => Scheduler;
  readonly close: () => Promise<void>;
};

export const setting = async (place: StorePlace, at: number): Promise<Setting> => {
  const store = await openStore(place);
  // the clock stands still while the peer counts real seconds: enough of them are allowed
  const peer = await startDiscordPeer({ perSecond: 1_000 });
  const clock = { at };
  const lines: string[] = [];
  const ninety = theRecord();
  return {
    store,
    peer,
    lines,
    clock,
    scheduler: ({ worker = "w1", poster, rhythm, store: other, pretended } = {}) =>
      createScheduler({
        ninety,
        store: other ?? store,
        poster: poster ?? { ...createDiscordPoster(posterRest("token", peer.api, 1_000), () => ninety.base.verified), perSecond: 400 },
        today: { at: (moment) => pretended ?? localDay(moment, "America/New_York"), pretended: pretended !== undefined },
        now: () => clock.at,
        log: createLog("debug", (line) => void lines.push(line)),
        worker,
        ...(rhythm ? { rhythm } : {}),
      }),
    close: async () => {
      await peer.close();
      await store.close();
    },
  };
};
