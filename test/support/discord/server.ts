/** A Discord for tests: the twin with its gaps filled, one server, two channels, people and another bot. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DigitalDiscord, generateSnowflake } from "discord-digital-twin";
import { type Front, startFront } from "./front.ts";
import { completeGateway, type Gateway } from "./gateway.ts";

export type TestDiscord = {
  readonly token: string;
  readonly twin: DigitalDiscord;
  readonly front: Front;
  readonly gateway: Gateway;
  readonly guild: string;
  readonly channel: string;
  readonly self: string;
  readonly ann: string;
  readonly ben: string;
  readonly otherBot: string;
  /** The messages of the channel that the bot has written. */
  readonly posted: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

/** Tokens of Discord have this form, so that a leak of one into a log would be recognised. */
const token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/**
 * Starts it.
 * @param guilds further servers, for shards
 * @param shards how many shards it recommends
 */
export const startDiscordServer = async ({
  guilds = [],
  shards = 1,
}: {
  guilds?: readonly string[];
  shards?: number;
} = {}): Promise<TestDiscord> => {
  const folder = mkdtempSync(join(tmpdir(), "ninety-twin-"));
  const [guild, channel, ann, ben, otherBot] = Array.from({ length: 5 }, generateSnowflake) as [string, string, string, string, string];
  const channels = [{ id: channel, name: "general", type: 0 }];
  const twin = new DigitalDiscord({
    // a file of its own: the default is one database for every twin of a process
    dbUrl: `file:${join(folder, "twin.db")}`,
    botToken: token,
    guilds: [{ id: guild, name: "Newsroom", channels }, ...guilds.map((id) => ({ id, name: id, channels: [] }))],
    users: [
      { id: ann, username: "Ann" },
      { id: ben, username: "Ben" },
      { id: otherBot, username: "Another", bot: true },
    ],
  });
  await twin.start();
  const front = await startFront(twin.restUrl, shards);
  return {
    token,
    twin,
    front,
    gateway: completeGateway(twin),
    guild,
    channel,
    self: twin.botUserId,
    ann,
    ben,
    otherBot,
    posted: async () => {
      const messages = await twin.prisma.message.findMany({ where: { channelId: channel, authorId: twin.botUserId } });
      return messages.map(({ id }) => id);
    },
    stop: async () => {
      await front.close();
      await twin.stop();
      await twin.prisma.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
