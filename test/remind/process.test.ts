import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { now } from "../../adapters/shared/clock.ts";
import { openStore } from "../../adapters/store/open.ts";
import { localDay } from "../../src/index.ts";
import { type Started, startProcess } from "../support/discord/process.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { subscription } from "../support/remind/subscriptions.ts";

let discord: TestDiscord;
let data: string;
let running: Started | undefined;
beforeEach(async () => {
  discord = await startDiscordServer();
  data = mkdtempSync(join(tmpdir(), "ninety-"));
});
afterEach(async () => {
  running?.signal("SIGKILL");
  await running?.ended;
  await discord.stop();
  rmSync(data, { recursive: true });
});

test("npm start: a channel that is due is told, in the form that Discord's own description allows, and the ledger says so", async () => {
  const file = join(data, "ninety.sqlite");
  const store = await openStore({ file });
  const due = now() - 1_000;
  const nextDay = localDay(due, "UTC");
  const place = { workspace: discord.guild, channel: discord.channel };
  const clock = { kind: "replay", from: "2020-11-13", since: nextDay, steps: 0 } as const;
  await store.subscriptions.save(subscription({ ...place, zone: "UTC", nextAt: due, nextDay, clock }));
  await store.close();

  const told = discord.front.next(({ method, path }) => method === "POST" && path.endsWith(`/channels/${discord.channel}/messages`));
  running = startProcess(["start"], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.front.url, NINETY_DATA: data });
  const sent = await told;
  expect(JSON.stringify(sent.body)).toMatch(/Replay of 13 November 2020/);
  expect(specProblems(sent)).toEqual([]);
  running.signal("SIGTERM");
  await running.ended;
  const after = await openStore({ file });
  expect((await after.ledger.of({ platform: "discord", workspace: discord.guild })).map(({ state }) => state)).toEqual(["posted"]);
  await after.close();
});
