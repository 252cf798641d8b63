import { expect, test } from "vitest";
import { startBot } from "../support/discord/bot.ts";
import { volley } from "../support/discord/load.ts";
import { startDiscordServer } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { theRecord } from "../support/record.ts";

test("three hundred people at once are all answered, all of them in Discord's three seconds", async () => {
  const discord = await startDiscordServer();
  const bot = await startBot(discord);
  const titles = theRecord().base.topics.map(({ title }) => title.en);
  const served = await volley(
    discord,
    Array.from({ length: 300 }, (_, index) => titles[(index * 7) % titles.length] ?? ""),
  );
  await bot.stop();
  expect(served).toHaveLength(300);
  expect(Math.max(...served.map(({ first }) => first))).toBeLessThan(3_000);
  expect(bot.counted.filter(({ how }) => how === "answered")).toHaveLength(300);
  expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
  await discord.stop();
});
