/** How the bot meets Discord: constants with their reasons, and what a start is given. */

import { GatewayIntentBits, Options, PermissionFlagsBits } from "discord.js";
import type { Day, FeedbackVerdict, Logger, Message, Ninety } from "../../src/index.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";
import type { Pace } from "../shared/rate.ts";
import type { Command } from "./commands.ts";
import type { Reply, Request } from "./request.ts";

/** Neither is privileged. GuildMessages is for mentions: Discord shows the text of messages that mention the app without the content intent. */
export const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];

/** What the install link asks for: to be there, to answer, also in threads; history only because replying to a message needs it. */
export const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** Nothing is read from discord.js's memory, so it keeps next to nothing: servers and channels alone come with the intents. */
export const caches = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
  VoiceStateManager: 0,
});

/** Discord voids an interaction after three seconds. Where the answer would take this long, or does, it is announced first. Milliseconds. */
export const deferAfter = 1_200;

/**
 * Answers to interactions do not count towards the fifty requests a second of a bot (topics/rate-limits),
 * but discord.js counts them all: they go through a client of their own with a ceiling that is out of reach.
 */
export const answersPerSecond = 10_000;

/** A place where the bot is no longer: what was kept about it goes. */
export type Gone = { readonly workspace: string; readonly channel?: string };

/** Where and by whom something is asked; without a workspace in direct messages. */
export type Place = { readonly workspace?: string | undefined; readonly channel?: string | undefined; readonly user: string };

/** Another part of the bot that answers to commands of its own: undefined where a command is none of them. */
export type Other = (request: Extract<Request, { kind: "command" | "typing" }>, place: Place) => Promise<Reply> | undefined;

/** What a start is given. */
export type Given = {
  readonly token: string;
  /** Another server that speaks Discord's API, path included up to `/api`. */
  readonly api?: string | undefined;
  readonly ninety: Ninety;
  readonly log: Logger;
  readonly life: Lifecycle;
  /** The day as of which is answered in a place; asked anew for each request. */
  readonly today: (place: Place) => Day | Promise<Day>;
  /** The moment, in milliseconds since 1970. */
  readonly now: () => number;
  readonly gone: (place: Gone) => Promise<void>;
  /** Told of each reply, for the figures: what it was, how it went, how many milliseconds were our own. */
  readonly count: (what: string, how: string, ms: number) => void;
  readonly paces: { readonly person: Pace; readonly channel: Pace };
  readonly commands: readonly Command[];
  readonly other?: Other | undefined;
  /** Told of what a reader thought of a reply that rests on these facts. */
  readonly rated?: ((facts: readonly string[], verdict: FeedbackVerdict, place: Place) => void) | undefined;
  /** Told of each question asked in words, by whom, and what was replied: for the curators' gaps. */
  readonly heard?: ((question: string, message: Message, place: Place) => void) | undefined;
};
