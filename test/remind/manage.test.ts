import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDayOf } from "../../adapters/remind/day.ts";
import { createReminders } from "../../adapters/remind/manage.ts";
import { createLog } from "../../adapters/shared/log.ts";
import { localDay, type Reminders, type RemindWish } from "../../src/index.ts";
import { theRecord } from "../support/record.ts";
import { type Setting, setting } from "../support/remind/setting.ts";
import { subscription, utc } from "../support/remind/subscriptions.ts";

const day = 86_400_000;
const evening = utc("2026-11-22T20:00:00Z");
const nine = utc("2026-11-23T08:00:00Z");
const here = { platform: "discord", workspace: "G1", channel: "C1" };
const wish: RemindWish = { at: "09:00", zone: "Europe/Paris", language: "fr", style: "daily", strands: [], silent: false };

describe("the commands", () => {
  let at: Setting;
  let reminders: Reminders;
  beforeEach(async () => {
    at = await setting({}, evening);
    const today = { at: (moment: number) => localDay(moment, "America/New_York"), pretended: false };
    reminders = createReminders({ ninety: theRecord(), store: at.store, today, now: () => at.clock.at });
  });
  afterEach(() => at.close());

  test("start: what will be sent when, from the next time it is that hour there", async () => {
    expect(await reminders.start(here, wish, "U1", "en")).toBe(
      "This channel will be told every day on which a deadline is pending, at 09:00 (Europe/Paris), from 23 November 2026.",
    );
    expect(await reminders.start(here, { ...wish, from: "2020-08-14" }, "U1", "fr")).toMatch(/Il revit à partir du 14 août 2020/);
    expect(await at.store.subscriptions.find(here)).toMatchObject({
      owner: "U1",
      nextAt: nine,
      language: "fr",
      clock: { kind: "replay", from: "2020-08-14" },
    });
  });

  test.each([
    [{ at: "9am" }, /"9am" is not an hour: write it as 09:00/],
    [{ zone: "Paris" }, /"Paris" is not a time zone/],
    [{ style: "hourly" }, /"hourly" is none of daily, milestones, changes/],
    [{ strands: ["football"] }, /no deadlines in "football"\. There are: .*90-day-order/],
    [{ from: "2020-02-30" }, /"2020-02-30" is not a day that exists and has passed/],
    [{ from: "2027-01-01" }, /"2027-01-01" is not a day/],
    [{ zone: "x".repeat(5_000) }, /^.{1,160}$/],
  ])("start with %j: one line with the way out, and nothing is kept", async (over, expected) => {
    expect(await reminders.start(here, { ...wish, ...over }, "U1", "en")).toMatch(expected);
    expect(await at.store.subscriptions.find(here)).toBeUndefined();
  });

  test("stop, and every command on a channel that has none, in both languages", async () => {
    await reminders.start(here, wish, "U1", "en");
    expect(await reminders.stop(here, "en")).toBe("This channel will not be told any more.");
    for (const command of ["stop", "pause", "resume", "step"] as const)
      expect(await reminders[command](here, "fr")).toMatch(/n'a pas de rappels/);
    expect(await reminders.preview(here, "en")).toMatch(/has no reminders/);
  });

  test("paused nothing comes, resumed it goes on; a replay stands still meanwhile", async () => {
    await reminders.start(here, { ...wish, from: "2020-11-10" }, "U1", "en");
    at.clock.at = nine;
    await at.scheduler().pass();
    await reminders.pause(here, "en");
    at.clock.at = nine + 5 * day;
    await at.scheduler().pass();
    expect(at.peer.messages).toHaveLength(1);
    expect((await reminders.dayOf(here)).on).toBe("2020-11-10");
    expect((await reminders.list(here)).map(({ text }) => text("en"))).toEqual([expect.stringMatching(/paused: en pause à la demande/)]);
    expect(await reminders.resume(here, "en")).toMatch(/next on 29 November 2026 at 09:00/);
    at.clock.at = nine + 6 * day;
    await at.scheduler().pass();
    expect(JSON.stringify(at.peer.messages[1]?.body)).toMatch(/Rejeu du 10 novembre 2020/);
  });

  test("a channel lives its own day, one a day, and can be moved on by hand", async () => {
    await reminders.start(here, { ...wish, language: "en", from: "2020-11-11" }, "U1", "en");
    expect(await reminders.dayOf(here)).toEqual({ on: "2020-11-11", replay: true });
    at.clock.at = nine;
    await at.scheduler().pass();
    expect(await reminders.step(here, "en")).toBe("It is now 12 November 2020 here. The day's message follows.");
    expect(await reminders.step(here, "en")).toMatch(/still on its way/);
    await at.scheduler().pass();
    expect(await reminders.step(here, "en")).toMatch(/13 November 2020/);
    await at.scheduler().pass();
    expect(await reminders.dayOf(here)).toEqual({ on: "2020-11-13", replay: true });
    at.clock.at = nine + day;
    await at.scheduler().pass();
    const days = at.peer.messages.map(({ body }) => /Replay of (\d+) November/.exec(JSON.stringify(body))?.[1]);
    expect(days).toEqual(["11", "12", "13", "14"]);
    expect(JSON.stringify(at.peer.messages[2]?.body)).toMatch(/Moved from 12 to 27 November 2020/);
  });

  test("a live channel cannot be moved on; a replay ends at today", async () => {
    await reminders.start(here, wish, "U1", "en");
    expect(await reminders.step(here, "en")).toMatch(/Only a channel that replays/);
    await reminders.start(here, { ...wish, from: "2026-11-22" }, "U1", "en");
    expect(await reminders.step(here, "en")).toMatch(/reached today/);
  });

  test("a preview is the message as it would come, or says that there is none", async () => {
    await reminders.start(here, { ...wish, from: "2020-11-13" }, "U1", "en");
    const shown = await reminders.preview(here, "en");
    expect(typeof shown === "string" ? shown : shown.lead).toMatch(/^Rejeu du 13 novembre 2020/);
    await at.store.subscriptions.save(
      subscription({
        ...here,
        told: {
          on: "2026-11-21",
          deadlines: theRecord().remind({ ...wish, style: "daily", day: "2026-11-21", told: undefined, replay: false }).told.deadlines,
        },
      }),
    );
    expect(await reminders.preview(here, "en")).toBe("Nothing would be sent as of 22 November 2026.");
  });

  test("export holds everything but secrets, forget leaves nothing but the installation", async () => {
    await at.store.settings.set(here, { language: "fr" });
    await reminders.start(here, wish, "U1", "en");
    at.clock.at = nine;
    await at.scheduler().pass();
    const all = JSON.stringify(await reminders.export(here));
    expect(all).toMatch(/"subscriptions":\[\{.*"ledger":\[\{.*posted/);
    expect(await reminders.forget(here, "en")).toMatch(/is deleted/);
    expect(await reminders.export(here)).toEqual({
      workspace: here,
      installation: null,
      settings: {},
      subscriptions: [],
      ledger: [],
      closures: [],
    });
  });

  test("a store that does not answer does not keep anybody from an answer", async () => {
    const log = createLog("silent");
    const broken = createDayOf({ ...reminders, dayOf: () => Promise.reject(new Error("down")) }, log);
    expect(await broken(here)).toBeUndefined();
    const hanging = createDayOf({ ...reminders, dayOf: () => new Promise(() => undefined) }, log);
    expect(await hanging(here)).toBeUndefined();
    await reminders.start(here, { ...wish, from: "2020-11-10" }, "U1", "en");
    let down = false;
    const dayOf = createDayOf(
      { ...reminders, dayOf: (channel) => (down ? Promise.reject(new Error("down")) : reminders.dayOf(channel)) },
      log,
    );
    expect(await dayOf(here)).toBe("2020-11-10");
    down = true;
    expect(await dayOf(here)).toBe("2020-11-10");
  });
});
