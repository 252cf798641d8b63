import { expect, test } from "vitest";
import { startBot } from "./support/bot.ts";
import { openResponses, quantile, rush } from "./support/load.ts";
import { createPeer } from "./support/peer.ts";

test("500 commands in a second are acknowledged within Slack's three seconds, and each is answered once", async () => {
  const peer = await createPeer();
  const bot = await startBot(peer);
  const responses = await openResponses();
  const questions = ["when does the 90-day order expire?", "is TikTok banned?", "deadlines", "qui a bloqué l'interdiction ?"];
  const { sent, failed, times } = await rush({ url: bot.url, perSecond: 500, seconds: 1, questions, responses: responses.url });
  expect([sent, failed]).toEqual([500, 0]);
  expect(Math.max(...times)).toBeLessThan(3_000);
  expect(quantile(times, 0.99)).toBeLessThan(3_000);
  expect(await responses.until(sent)).toBe(sent);
  expect(bot.slack.waiting()).toBeLessThanOrEqual(1);
  await bot.stop();
  expect(responses.received()).toBe(sent);
  await responses.close();
  await peer.close();
});
