/**
 * A thousand people asking on Discord at once: all answered, how soon, in how much memory.
 * The bot runs in a process of its own, as its owner starts it. Run: `node bench/discord.ts [HOW MANY] [ROUNDS]`.
 */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openNinety } from "../src/index.ts";
import { quantile, volley } from "../test/support/discord/load.ts";
import { startProcess } from "../test/support/discord/process.ts";
import { startDiscordServer } from "../test/support/discord/server.ts";

const count = Number(process.argv[2] ?? 1_000);
const rounds = Number(process.argv[3] ?? 3);

/** A port that nothing uses. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const titles = openNinety(join(import.meta.dirname, "../knowledge")).base.topics.flatMap(({ title }) => [title.en, title.fr]);
const discord = await startDiscordServer();
const port = await freePort();
const bot = startProcess(["start"], {
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.front.url,
  ADMIN_PORT: String(port),
  NINETY_LOG_LEVEL: "info",
});
await bot.says(/"msg":"ready"/);

const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const figure = async (name: string): Promise<number> => Number(new RegExp(`^${name} (\\S+)`, "m").exec(await metrics())?.[1]);
const resident = async (): Promise<number> => Math.round((await figure("process_resident_memory_bytes")) / 2 ** 20);
/** The bound under which a share of all our own shares of replies lie, from the histogram. */
const ownShare = async (share: number): Promise<string> => {
  const all = [...(await metrics()).matchAll(/ninety_reply_seconds_bucket\{le="([^"]+)",adapter="discord"\} (\d+)/g)];
  const total = Number(all.at(-1)?.[2]);
  return `<= ${all.find(([, , seen]) => Number(seen) >= total * share)?.[1]} s`;
};

console.log(`memory before: ${await resident()} MB`);
for (let round = 1; round <= rounds; round += 1) {
  const questions = Array.from({ length: count }, (_, index) => titles[(index * 7 + round) % titles.length] ?? "");
  const started = performance.now();
  const served = await volley(discord, questions);
  const firsts = served.map(({ first }) => first);
  const answers = served.map(({ answered }) => answered);
  const ms = (value: number): string => `${Math.round(value)} ms`;
  console.log(
    `round ${round}: ${served.length} of ${count} answered in ${ms(performance.now() - started)}; first response p50 ${ms(quantile(firsts, 0.5))}, p99 ${ms(quantile(firsts, 0.99))}, last ${ms(Math.max(...firsts))}; answer p99 ${ms(quantile(answers, 0.99))}; announced first: ${served.filter(({ deferred }) => deferred).length}; memory ${await resident()} MB`,
  );
}
console.log(
  `our own share of a reply (understanding, finding, wording, rendering): p50 ${await ownShare(0.5)}, p99 ${await ownShare(0.99)}`,
);
const answered = await figure('ninety_replies_total\\{adapter="discord",what="command",how="answered"\\}');
console.log(`answered, by the bot's own count: ${answered} of ${count * rounds}`);
bot.signal("SIGTERM");
await bot.ended;
await discord.stop();
