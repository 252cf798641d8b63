/** Starts the adapter: one client, its listeners, its end. */

import { Client, Events, REST } from "discord.js";
import type { Poster } from "../../src/index.ts";
import { answersPerSecond, caches, type Given, intents } from "./config.ts";
import { createAnswer } from "./interaction.ts";
import { listen } from "./listen.ts";
import { createMentionAnswer } from "./mention.ts";
import { createOutbox, type Outbox } from "./post.ts";
import { createDiscordPoster, posterRest } from "./poster.ts";
import { createQueue } from "./queue.ts";
import { syncCommands } from "./sync.ts";
import { createThink, warm } from "./think.ts";
import { createWatch, pulsesOf } from "./watch.ts";

/** What a running adapter offers to the rest of the process. */
export type Running = {
  readonly poster: Poster;
  readonly outbox: Outbox;
  /** Undefined where all is well, else what is not, in words. */
  readonly ailment: () => string | undefined;
};

/** How often the pulse is taken. Milliseconds. */
const everySoOften = 15_000;

const restOptions = (api: string | undefined) => ({ version: "10", ...(api === undefined ? {} : { api }) });

/** The shard this process is: the first also looks after what concerns the whole application. */
const isFirst = (client: Client): boolean => client.ws.shards.has(0);

const watch = (client: Client, { log, life, now }: Given): (() => string | undefined) => {
  const startedAt = now();
  const deaf = createWatch();
  const look = (): readonly number[] => deaf(pulsesOf(client, startedAt), now());
  const timer = setInterval(() => {
    const shards = look();
    if (shards.length === 0 || life.stopping()) return;
    log.error("connected but deaf: ending, to be started anew", { shards });
    void life.fail();
  }, everySoOften);
  timer.unref();
  life.onStop("discord watch", () => clearInterval(timer));
  return () => {
    const silent = pulsesOf(client, startedAt).filter(({ ready }) => !ready);
    return silent.length > 0 ? `shards not connected: ${silent.map(({ shard }) => shard).join(", ")}` : undefined;
  };
};

/**
 * Connects and serves until the life ends.
 * @throws where Discord does not accept the token or cannot be reached; `explain` of the set-up says why
 */
export const startDiscord = async (given: Given): Promise<Running> => {
  const { log, life, token } = given;
  const client = new Client({ intents, makeCache: caches, allowedMentions: { parse: [] }, rest: restOptions(given.api) });
  const answers = new REST({ ...restOptions(given.api), globalRequestsPerSecond: answersPerSecond });
  const outbox = createOutbox(answers, client.rest);
  const queue = createQueue();
  const think = createThink(given, queue);
  listen(client, given, {
    interaction: createAnswer(given, { outbox, queue, think }),
    mention: createMentionAnswer(given, { outbox, think }),
  });

  client.on(Events.Error, (cause) => log.error("gateway error", { cause }));
  client.on(Events.ShardError, (cause, shard) => log.warn("connection error", { shard, cause }));
  client.on(Events.ShardReconnecting, (shard) => log.info("reconnecting", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("resumed", { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error("disconnected for good", { shard, code });
    void life.fail();
  });
  for (const rest of [client.rest, answers]) {
    rest.on("rateLimited", ({ route, retryAfter, global, scope }) => log.info("rate limited", { route, retryAfter, global, scope }));
    rest.on("invalidRequestWarning", ({ count }) => log.warn("many refused requests", { count }));
  }

  warm(given.ninety, given.ninety.base.verified);
  life.onStop("discord", () => client.destroy());
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
  const application = client.application?.id ?? client.user?.id ?? "";
  if (isFirst(client)) {
    const changed = await syncCommands(client.rest, application, given.commands);
    log.info(changed ? "commands registered" : "commands as they were");
  }
  const ailment = watch(client, given);
  log.info("ready", { servers: client.guilds.cache.size, shards: [...client.ws.shards.keys()] });
  return { outbox, poster: createDiscordPoster(posterRest(token, given.api), () => given.ninety.base.verified), ailment };
};
