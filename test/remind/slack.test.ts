import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createScheduler, type Scheduler } from "../../adapters/remind/schedule.ts";
import { createLog } from "../../adapters/shared/log.ts";
import { createPoster } from "../../adapters/slack/poster.ts";
import { clientOptions, oneTenant } from "../../adapters/slack/tenants.ts";
import { openStore } from "../../adapters/store/open.ts";
import { localDay, type Store } from "../../src/index.ts";
import { createPeer, type Peer, seeded } from "../slack/support/peer.ts";
import { theRecord } from "../support/record.ts";
import { subscription } from "../support/remind/subscriptions.ts";

const general = "C000000001";
const minute = 60_000;

describe("the scheduler against a server that speaks as Slack does", () => {
  const ninety = theRecord();
  let peer: Peer;
  let store: Store;
  let lines: string[];
  // the server refuses moments that have passed, so this clock starts at the real one
  let clock: { at: number };
  let due: number;
  let scheduler: (worker?: string) => Scheduler;
  beforeEach(async () => {
    peer = await createPeer();
    store = await openStore({});
    lines = [];
    clock = { at: Date.now() };
    due = Math.ceil(clock.at / minute) * minute + 30 * minute;
    const log = createLog("info", (line) => void lines.push(line));
    const tenants = oneTenant(new webApi.WebClient(seeded.token, clientOptions(peer.apiUrl)));
    const poster = createPoster(ninety, tenants, false, log);
    scheduler = (worker = "w1") =>
      createScheduler({
        ninety,
        store,
        poster,
        today: { at: (moment) => localDay(moment, "America/New_York"), pretended: false },
        now: () => clock.at,
        log,
        worker,
      });
    // a zone in which it is about noon, so that neither the hour nor what is late falls on another local day
    const ahead = 12 - new Date(due).getUTCHours();
    const zone = `Etc/GMT${ahead < 0 ? "+" : "-"}${Math.abs(ahead)}`;
    const nextDay = localDay(due, zone);
    const at = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
    await store.subscriptions.save(
      subscription({
        platform: "slack",
        workspace: seeded.team,
        channel: general,
        zone,
        at,
        nextAt: due,
        nextDay,
        clock: { kind: "replay", from: "2020-11-10", since: nextDay, steps: 0 },
      }),
    );
  });
  afterEach(async () => {
    await peer.close();
    await store.close();
  });

  const team = { platform: "slack", workspace: seeded.team };
  const states = async (): Promise<string[]> => (await store.ledger.of(team)).map(({ state }) => state);
  const scheduled = (): number => peer.count("chat.scheduleMessage");

  test("handed over some minutes ahead, for exactly its hour, once", async () => {
    clock.at = due - 6 * minute;
    await scheduler().pass();
    expect(scheduled()).toBe(0);
    clock.at = due - 4 * minute;
    await scheduler().pass();
    await scheduler().pass();
    expect(scheduled()).toBe(1);
    const { body } = await peer.next("chat.scheduleMessage");
    expect(body.post_at).toBe(String(due / 1_000));
    expect(String(body.text)).toMatch(/^Replay of 10 November 2020/);
    expect(await states()).toEqual(["posted"]);
  });

  test("an answer that was lost is found in the list, and not scheduled again", async () => {
    peer.answer("chat.scheduleMessage", { lose: true });
    clock.at = due - 4 * minute;
    await scheduler().pass();
    expect(await states()).toEqual(["waiting"]);
    clock.at += minute;
    await scheduler().pass();
    expect(scheduled()).toBe(1);
    expect(await states()).toEqual(["posted"]);
  });

  test("what the list denies is scheduled once more, for the same moment", async () => {
    peer.answer("chat.scheduleMessage", { status: 500, body: {} });
    clock.at = due - 4 * minute;
    await scheduler().pass();
    clock.at += minute;
    await scheduler().pass();
    expect(scheduled()).toBe(2);
    expect((await peer.next("chat.scheduleMessage")).body.post_at).toBe((await peer.next("chat.scheduleMessage")).body.post_at);
    expect(await states()).toEqual(["posted"]);
  });

  test("a process that died between scheduling and noting it: the next one finds it", async () => {
    clock.at = due - 4 * minute;
    const { ledger } = store;
    const dying = { ...store, ledger: { ...ledger, settle: () => new Promise<void>(() => undefined) } };
    const log = createLog("silent");
    const poster = createPoster(ninety, oneTenant(new webApi.WebClient(seeded.token, clientOptions(peer.apiUrl))), false, log);
    void createScheduler({
      ninety,
      store: dying,
      poster,
      today: { at: () => "2026-11-23", pretended: false },
      now: () => clock.at,
      log,
      worker: "dead",
    }).pass();
    await peer.next("chat.scheduleMessage");
    clock.at += minute;
    await scheduler("heir").pass();
    expect(scheduled()).toBe(1);
    expect(await states()).toEqual(["posted"]);
  });

  test("once the moment has passed nobody can know: in doubt, reported, not repeated", async () => {
    peer.answer("chat.scheduleMessage", { status: 500, body: {} });
    clock.at = due - 4 * minute;
    await scheduler().pass();
    clock.at = due + minute;
    await scheduler().pass();
    expect(scheduled()).toBe(1);
    expect(await states()).toEqual(["doubtful"]);
    expect(lines.join("")).toMatch(/reminder in doubt, not repeated/);
  });

  test("down over its hour: sent late the same day, a minute from now, and says so", async () => {
    clock.at = due + 40 * minute;
    await scheduler().pass();
    const { body } = await peer.next("chat.scheduleMessage");
    expect(Number(body.post_at) * 1_000).toBeGreaterThan(clock.at);
    expect(String(body.text)).toMatch(/Sent late/);
  });

  test("the bot was removed from the channel: paused with Slack's reason, the owner told", async () => {
    peer.answer("chat.scheduleMessage", { body: { ok: false, error: "not_in_channel" } });
    clock.at = due - 4 * minute;
    await scheduler().pass();
    expect((await store.subscriptions.find({ ...team, channel: general }))?.paused).toBe("not_in_channel");
    expect((await peer.next("chat.postMessage")).body).toMatchObject({ channel: "U1" });
  });
});
