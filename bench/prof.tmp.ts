/**
 * A rush on Slack over HTTP, on this machine: the bot in a process of its own, as `npm start` runs it, against a peer that takes its answers.
 * `node bench/slack.ts [commands a second] [seconds]`
 */

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../test/slack/support/bot.ts";
import { openResponses, quantile, rush } from "../test/slack/support/load.ts";
import { createPeer, seeded } from "../test/slack/support/peer.ts";

const questions = process.env.Q ? [process.env.Q] : [
  "when does the 90-day order expire?",
  "is TikTok banned?",
  "who owns TikTok in the United States?",
  "deadlines",
  "qui a bloqué l'interdiction ?",
  "timeline 2020-08-01 2020-12-31",
  "why did the US want to ban TikTok? on 2020-09-01",
  "how do I bake bread?",
];

const perSecond = Number(process.argv[2] ?? 500);
const seconds = Number(process.argv[3] ?? 10);

const data = mkdtempSync(join(tmpdir(), "ninety-bench-"));
const port = await freePort();
const peer = await createPeer();
const responses = await openResponses();
const bot = spawn(process.execPath, ["--cpu-prof","--cpu-prof-dir=/tmp/prof",join(import.meta.dirname, "../adapters/main.ts"), "start"], {
  env: {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: seeded.token,
    SLACK_SIGNING_SECRET: seeded.signingSecret,
    SLACK_API_URL: peer.apiUrl,
    PORT: String(port),
    NINETY_DATA: data,
  },
  stdio: ["ignore", "ignore", "pipe"],
});
const memory = (): number => Number(execFileSync("ps", ["-o", "rss=", "-p", String(bot.pid)], { encoding: "utf8" })) / 1_024;

const problems: string[] = [];
await new Promise<void>((resolve) => {
  createInterface({ input: bot.stderr }).on("line", (line) => {
    if (line.includes('"ready"')) resolve();
    else if (/"level":[45]0/.test(line)) problems.push(line);
  });
});

const before = memory();
const began = performance.now();
const { sent, failed, times } = await rush({ url: `http://127.0.0.1:${port}`, perSecond, seconds, questions, responses: responses.url });
const acknowledgedAfter = performance.now() - began;
const answers = await responses.until(sent);
const answeredAfter = performance.now() - began;
const after = memory();

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
console.log(`commands      ${sent} at ${perSecond} a second for ${seconds} s`);
console.log(
  `acknowledged  ${sent - failed} (${failed} not), p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, slowest ${ms(Math.max(...times))}`,
);
console.log(
  `answered      ${answers} answers to ${sent} commands; the last ${ms(answeredAfter - acknowledgedAfter)} after the last acknowledgement`,
);
console.log(`memory        ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`);
console.log(`log           ${problems.length} warnings and errors${problems.length > 0 ? `, the first: ${problems[0]}` : ""}`);

const ended = new Promise((resolve) => bot.once("exit", resolve));
bot.kill("SIGTERM");
await ended;
await responses.close();
await peer.close();
rmSync(data, { recursive: true });
process.exitCode = failed > 0 || answers !== sent || Math.max(...times) >= 3_000 ? 1 : 0;
