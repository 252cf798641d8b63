import { expect, test } from "vitest";
import type { Ninety } from "../../src/index.ts";
import { startBot } from "../support/discord/bot.ts";
import { type Served, volley } from "../support/discord/load.ts";
import { startDiscordServer } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { theRecord } from "../support/record.ts";

/** So many people at once, asking different things. */
const ask = async (count: number, ninety: Ninety): Promise<readonly Served[]> => {
  const discord = await startDiscordServer();
  const bot = await startBot(discord, { ninety });
  const titles = theRecord().base.topics.map(({ title }) => title.en);
  const served = await volley(
    discord,
    Array.from({ length: count }, (_, index) => titles[(index * 7) % titles.length] ?? ""),
  );
  await bot.stop();
  expect(bot.counted.filter(({ how }) => how === "answered")).toHaveLength(count);
  expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
  await discord.stop();
  return served;
};

test("two hundred people at once are all answered, all of them in Discord's three seconds", async () => {
  const served = await ask(200, theRecord());
  expect(served).toHaveLength(200);
  expect(Math.max(...served.map(({ first }) => first))).toBeLessThan(3_000);
});

test("where it would take longer than that, the answer is announced in time and completed later", async () => {
  const ninety = theRecord();
  const slow: Ninety = {
    ...ninety,
    ask: (inquiry) => {
      const until = performance.now() + 25;
      while (performance.now() < until);
      return ninety.ask(inquiry);
    },
  };
  const served = await ask(150, slow);
  expect(Math.max(...served.map(({ answered }) => answered))).toBeGreaterThan(3_000);
  expect(Math.max(...served.map(({ first }) => first))).toBeLessThan(3_000);
  expect(served.filter(({ deferred }) => deferred).length).toBeGreaterThan(50);
});
