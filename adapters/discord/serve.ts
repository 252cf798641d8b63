/** Discord from the environment: in this process where one shard is enough, else in a process for each. */

import type { Logger, Ninety, Poster, Store } from "../../src/index.ts";
import { dated } from "../remind/dated.ts";
import type { Reminding } from "../remind/main.ts";
import { now, today } from "../shared/clock.ts";
import type { Env } from "../shared/env.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";
import { perChannel, perPerson } from "../shared/rate.ts";
import { commands } from "./commands.ts";
import type { Given } from "./config.ts";
import { startDiscord } from "./main.ts";
import { createDiscordPoster, posterRest } from "./poster.ts";
import { createRemindCommands } from "./remind.ts";
import { remindCommands } from "./remind-commands.ts";
import { recommendedShards } from "./setup.ts";
import { startShards } from "./shards.ts";

/** What the process as a whole brings along. */
export type Surroundings = {
  readonly env: Env;
  readonly ninety: Ninety;
  readonly store: Store;
  readonly log: Logger;
  readonly life: Lifecycle;
  readonly count: Given["count"];
  readonly reminding: Reminding;
};

/** The part of a process that serves Discord. */
export type Served = { readonly poster: Poster; readonly ailment: () => string | undefined };

const platform = "discord";

/** What a start is given, from what the process brings along. */
export const givenFrom = (token: string, { env, ninety, store, log, life, count, reminding }: Surroundings): Given => ({
  token,
  api: env.DISCORD_API_URL,
  ninety: dated(ninety, () => env.NINETY_TODAY ?? today()),
  log: log.child({ adapter: platform }),
  life,
  today: async ({ workspace, channel }) => {
    const lived = workspace !== undefined && channel !== undefined ? await reminding.dayOf({ platform, workspace, channel }) : undefined;
    return lived ?? env.NINETY_TODAY ?? today();
  },
  now,
  gone: async ({ workspace, channel }) => {
    if (channel === undefined) return store.forget({ platform, workspace });
    await store.subscriptions.remove({ platform, workspace, channel });
    await store.closures.close({ platform, workspace, channel, reason: "the channel was removed", at: now() });
  },
  count,
  paces: { person: perPerson, channel: perChannel },
  commands: [...commands, ...remindCommands],
  other: createRemindCommands(reminding.reminders, ninety),
  rated: (facts, verdict, { user }) => void reminding.rate(facts, verdict, user),
  heard: (question, message, { user }) =>
    void reminding.keepGap(question, message, user, now()).catch((cause: unknown) => log.warn("question not kept", { cause })),
});

/**
 * Serves Discord until the life ends.
 * @throws BadEnvironment where the token is wrong or Discord cannot be reached
 */
export const serveDiscord = async (token: string, around: Surroundings): Promise<Served> => {
  const given = givenFrom(token, around);
  const shards = await recommendedShards(token, given.api);
  if (shards <= 1) return startDiscord(given);
  const { ailment } = await startShards(token, shards, given);
  return { poster: createDiscordPoster(posterRest(token, given.api), () => around.ninety.base.verified), ailment };
};
