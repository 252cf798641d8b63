/** Notices a connection that is there but deaf: then the process ends, and whoever supervises it starts it anew. */

import type { Client } from "discord.js";

/** How a shard is doing: when it last heard from the gateway, in milliseconds since 1970, and whether it takes part at all. */
export type Pulse = { readonly shard: number; readonly ready: boolean; readonly heardAt: number };

/** discord.js reconnects by itself within seconds, and heartbeats come about every 41 s: after this long neither is going to help. Milliseconds. */
export const patience = 5 * 60_000;

const ready = 0;

/** The shards of a client. */
export const pulsesOf = (client: Client, startedAt: number): Pulse[] =>
  [...client.ws.shards.values()].map(({ id, status, lastPingTimestamp }) => ({
    shard: id,
    ready: status === ready,
    heardAt: lastPingTimestamp > 0 ? lastPingTimestamp : startedAt,
  }));

/**
 * Watches over time: give it the pulses every so often.
 * @returns a function that says which shards have been deaf for longer than `patience`
 */
export const createWatch = (wait: number = patience): ((pulses: readonly Pulse[], at: number) => readonly number[]) => {
  const wellAt = new Map<number, number>();
  return (pulses, at) => {
    for (const { shard, ready: isReady, heardAt } of pulses) {
      const before = wellAt.get(shard) ?? at;
      wellAt.set(shard, isReady ? Math.max(before, heardAt) : before);
    }
    return pulses.map(({ shard }) => shard).filter((shard) => at - (wellAt.get(shard) ?? at) > wait);
  };
};
