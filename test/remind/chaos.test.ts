import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDiscordPoster, posterRest } from "../../adapters/discord/poster.ts";
import { createScheduler } from "../../adapters/remind/schedule.ts";
import { now } from "../../adapters/shared/clock.ts";
import { createLog } from "../../adapters/shared/log.ts";
import { openStore } from "../../adapters/store/open.ts";
import { localDay } from "../../src/index.ts";
import { createDatabase, postgresAnswers } from "../support/postgres.ts";
import { theRecord } from "../support/record.ts";
import { chaosRound, hasty } from "../support/remind/chaos.ts";
import { startDiscordPeer } from "../support/remind/discord-peer.ts";
import { startProxy } from "../support/remind/proxy.ts";
import { subscribeMany } from "../support/remind/subscriptions.ts";

const postgres = await postgresAnswers("killed and cut off processes on PostgreSQL");

describe("processes killed with SIGKILL while they post", () => {
  test.skipIf(!postgres)("two on PostgreSQL, one of them killed: nothing lost, nothing seen twice", async () => {
    const { url, drop } = await createDatabase();
    const { lost, twice, doubtful } = await chaosRound({ url }, 2, 30, Math.random);
    await drop();
    expect({ lost, twice, doubtful }).toEqual({ lost: 0, twice: 0, doubtful: 0 });
  });

  test("the only one on the embedded database, killed and started again: nothing lost, nothing seen twice", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ninety-"));
    const { lost, twice, doubtful } = await chaosRound({ file: join(folder, "n.sqlite") }, 1, 30, Math.random);
    rmSync(folder, { recursive: true });
    expect({ lost, twice, doubtful }).toEqual({ lost: 0, twice: 0, doubtful: 0 });
  });
});

describe.skipIf(!postgres)("the database goes away and comes back", () => {
  test("nothing is lost or seen twice, and questions are answered all the while", async () => {
    const { url, drop } = await createDatabase();
    const proxy = await startProxy(url);
    const peer = await startDiscordPeer();
    const store = await openStore({ url: proxy.url });
    await subscribeMany(store, 60, now() - 1_000);
    const ninety = theRecord();
    const lines: string[] = [];
    const scheduler = createScheduler({
      ninety,
      store,
      poster: createDiscordPoster(posterRest("token", peer.api), () => ninety.base.verified),
      today: { at: (moment) => localDay(moment, "America/New_York"), pretended: false },
      now,
      log: createLog("info", (line) => void lines.push(line)),
      rhythm: hasty,
    });
    scheduler.start();
    await peer.until(({ messages }) => messages.length >= 20);
    await proxy.stop();
    const { message } = ninety.ask({ question: "When does the 90-day order expire?", on: "2020-11-20" });
    expect(message.kind).not.toBe("outside");
    await proxy.start();
    await peer.until(({ messages }) => messages.length >= 60);
    await scheduler.stop();
    const states = (await store.ledger.of({ platform: "discord", workspace: "G1" })).map(({ state }) => state);
    expect(new Set(peer.messages.map(({ channel }) => channel)).size).toBe(60);
    expect(peer.messages).toHaveLength(60);
    expect(states.filter((state) => state !== "posted" && state !== "claimed")).toEqual([]);
    await store.close();
    await peer.close();
    await proxy.stop();
    await drop();
  });
});
