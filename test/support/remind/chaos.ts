/** A round of chaos: processes that remind are killed at a random moment, and a peer counts what people saw. */

import { setTimeout } from "node:timers/promises";
import { now } from "../../../adapters/shared/clock.ts";
import { openStore, type StorePlace } from "../../../adapters/store/open.ts";
import type { Store } from "../../../src/index.ts";
import { startDiscordPeer } from "./discord-peer.ts";
import { startWorker } from "./spawn.ts";
import { subscribeMany } from "./subscriptions.ts";

export type Round = {
  readonly lost: number;
  readonly twice: number;
  readonly doubtful: number;
  /** Posts that the peer recognised by their nonce: what would have been seen twice without it. */
  readonly repeats: number;
  /** From the first process being ready to the last message, in milliseconds. */
  readonly ms: number;
};

/** Short, so that a round does not wait long for what a dead process held. */
export const hasty = { tick: 100, lease: 600, claim: 1_200 } as const;

const settled = async (store: Store): Promise<readonly string[]> => {
  for (;;) {
    const entries = await store.ledger.of({ platform: "discord", workspace: "G1" });
    const open = entries.filter(({ state }) => state === "waiting" || state === "claimed");
    if (entries.length > 0 && open.length === 0) return entries.map(({ state }) => state);
    await setTimeout(50);
  }
};

/**
 * One round on a database of its own.
 * @param workers how many processes at once; a killed one is started anew where it was the only one
 */
export const chaosRound = async (
  place: StorePlace & ({ readonly url: string } | { readonly file: string }),
  workers: 1 | 2,
  channels: number,
  random: () => number,
): Promise<Round> => {
  const peer = await startDiscordPeer({ latency: 15 });
  const store = await openStore(place);
  await subscribeMany(store, channels, now() - 1_000);
  const setting = { ...place, api: peer.api, rhythm: hasty };
  const running = Array.from({ length: workers }, () => startWorker(setting));
  const started = performance.now();
  await Promise.all(running.map(({ ready }) => ready));
  const moment = Math.floor(random() * channels * 0.9);
  await peer.until(({ messages }) => messages.length > moment);
  const victim = Math.floor(random() * workers);
  await running[victim]?.kill();
  if (workers === 1) running[victim] = startWorker(setting);
  const states = await settled(store);
  await Promise.all(running.map((worker, index) => (workers === 2 && index === victim ? undefined : worker.kill("SIGTERM"))));
  const ms = performance.now() - started;
  const seen = new Map<string, number>();
  for (const { channel } of peer.messages) seen.set(channel, (seen.get(channel) ?? 0) + 1);
  await peer.close();
  await store.close();
  return {
    lost: channels - seen.size,
    twice: [...seen.values()].filter((count) => count > 1).length,
    doubtful: states.filter((state) => state === "doubtful").length,
    repeats: peer.figures.repeats,
    ms,
  };
};
