/** What Discord says about a configuration before anything is connected: which application it is, what is wrong with it, how many shards. */

import { DiscordAPIError, HTTPError, REST, Routes } from "discord.js";
import { BadEnvironment } from "../shared/env.ts";
import { permissions } from "./config.ts";

/** The application behind a token, as far as the set-up needs it. */
export type Application = { readonly id: string; readonly name: string; readonly public: boolean };

const portal = "https://discord.com/developers/applications";

/** A client for questions at the start; nobody waits for long there. */
const restOf = (token: string, api: string | undefined): REST =>
  new REST({ version: "10", retries: 1, timeout: 10_000, ...(api === undefined ? {} : { api }) }).setToken(token);

/** Why Discord could not be asked, in one line with the way out. */
const explain = (error: unknown): string => {
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (status === 401) return `DISCORD_TOKEN is not accepted by Discord: copy it anew from ${portal}, your application, Bot, Reset Token`;
  if (status === 404) return "DISCORD_API_URL does not speak Discord's API: it ends in /api";
  if (status !== undefined) return `Discord answers ${status}: see https://discordstatus.com and try again`;
  return "Discord cannot be reached: check the network, and DISCORD_API_URL where it is set";
};

/** Asks Discord something at the start. @throws BadEnvironment saying in one line what is wrong */
const asked = async <T>(work: () => Promise<unknown>): Promise<T> => {
  try {
    return (await work()) as T;
  } catch (cause) {
    throw new BadEnvironment([explain(cause)]);
  }
};

/**
 * The application that a token belongs to.
 * @throws BadEnvironment where the token is wrong or Discord cannot be reached
 */
export const findApplication = async (token: string, api: string | undefined): Promise<Application> => {
  const { id, name, bot_public } = await asked<{ id: string; name: string; bot_public?: boolean }>(() =>
    restOf(token, api).get(Routes.currentApplication()),
  );
  return { id, name, public: bot_public !== false };
};

/**
 * How many shards Discord recommends.
 * @throws BadEnvironment where the token is wrong or Discord cannot be reached
 */
export const recommendedShards = async (token: string, api: string | undefined): Promise<number> =>
  (await asked<{ readonly shards: number }>(() => restOf(token, api).get(Routes.gatewayBot()))).shards;

/** Where an administrator adds the bot to a server: with its commands, and the few permissions it needs. */
export const inviteLink = ({ id }: Pick<Application, "id">): string =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: id, scope: "bot applications.commands", permissions: String(permissions) })}`;

/** Where a person adds it for themselves, to use it anywhere. */
export const personalLink = ({ id }: Pick<Application, "id">): string =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: id, scope: "applications.commands", integration_type: "1" })}`;
