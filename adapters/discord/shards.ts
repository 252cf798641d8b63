/** Many servers: a process for each shard, kept alive by discord.js's own manager. */

import { fileURLToPath } from "node:url";
import { Events, ShardEvents, ShardingManager } from "discord.js";
import type { Logger } from "../../src/index.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";

/** A shard that is not ready after this long has something else wrong with it; opening the record takes a second or two. Milliseconds. */
const patience = 60_000;

/** Discord lets one shard identify every five seconds. Source: events/gateway, Identifying. */
const between = 5_500;

/** How long a shard is given to finish what is in flight. Milliseconds. */
const lastWords = 10_000;

type Child = {
  readonly exitCode: number | null;
  kill: (signal: "SIGTERM" | "SIGKILL") => boolean;
  once: (event: "exit", listener: () => void) => unknown;
};

const ended = (child: Child): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const timer = setTimeout(() => child.kill("SIGKILL"), lastWords);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });

/**
 * Starts the shards one after another and restarts those that end.
 * @param count how many, as Discord recommends
 * @throws where a shard does not become ready
 */
export const startShards = async (
  token: string,
  count: number,
  { log, life, delay = between }: { readonly log: Logger; readonly life: Lifecycle; readonly delay?: number },
): Promise<{ readonly ailment: () => string | undefined }> => {
  const manager = new ShardingManager(fileURLToPath(new URL("./shard.ts", import.meta.url)), {
    mode: "process",
    totalShards: count,
    token,
    respawn: true,
  });
  const children = new Set<Child>();
  manager.on("shardCreate", (shard) => {
    shard.on(ShardEvents.Spawn, (child) => {
      const process = child as unknown as Child;
      children.add(process);
      process.once("exit", () => void children.delete(process));
    });
    shard.on(ShardEvents.Death, () => {
      if (!life.stopping()) log.error("a shard ended and is started anew", { shard: shard.id });
    });
    shard.on(Events.Error, (cause: unknown) => log.error("a shard could not be started anew", { shard: shard.id, cause }));
  });
  life.onStop("discord shards", async () => {
    manager.respawn = false;
    await Promise.all([...children].map(ended));
  });
  await manager.spawn({ amount: count, delay, timeout: patience });
  log.info("ready", { shards: count });
  return {
    ailment: () => {
      const silent = [...manager.shards.values()].filter(({ ready }) => !ready).map(({ id }) => id);
      return silent.length > 0 ? `shards not ready: ${silent.join(", ")}` : undefined;
    },
  };
};
