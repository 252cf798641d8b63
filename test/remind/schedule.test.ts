import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { occurrenceFrom } from "../../src/index.ts";
import { createDatabase, postgresAnswers } from "../support/postgres.ts";
import { type Setting, setting } from "../support/remind/setting.ts";
import { subscription, utc } from "../support/remind/subscriptions.ts";

const hour = 3_600_000;
const day = 24 * hour;
const nine = utc("2026-11-23T08:00:00Z");
const group = { platform: "discord", workspace: "G1" };
const replaying = { kind: "replay", from: "2020-11-10", since: "2026-11-23", steps: 0 } as const;

const textOf = (body: Record<string, unknown>): string => JSON.stringify(body.components);

const engines = [
  { name: "embedded", skip: false, make: async () => ({ place: { file: ":memory:" }, drop: async () => undefined }) },
  {
    name: "PostgreSQL",
    skip: !(await postgresAnswers("the reminders on PostgreSQL")),
    make: async () => {
      const { url, drop } = await createDatabase();
      return { place: { url }, drop };
    },
  },
];

for (const { name, skip, make } of engines)
  describe.skipIf(skip)(`the scheduler, ${name}, against a server that speaks as Discord does`, () => {
    let made: Awaited<ReturnType<typeof make>>;
    let here: Setting;
    beforeAll(async () => {
      made = await make();
    });
    afterAll(() => made.drop());
    beforeEach(async () => {
      here = await setting(made.place, nine - 1_000);
    });
    afterEach(async () => {
      // the next test begins with nothing in the same database
      await here.store.forget(group);
      for (const worker of ["w1", "w2"]) await here.store.leases.release("post:discord", worker);
      await here.close();
    });
    const states = async (): Promise<string[]> => (await here.store.ledger.of(group)).map(({ slot, state }) => `${slot} ${state}`);
    const leads = (): string[] => here.peer.messages.map(({ body }) => /\*\*(.*?)\*\*/.exec(textOf(body))?.[1] ?? "");

    test("one message a day, at the hour, and none before", async () => {
      await here.store.subscriptions.save(subscription({ clock: replaying }));
      const scheduler = here.scheduler();
      await scheduler.pass();
      expect(here.peer.messages).toHaveLength(0);
      for (let count = 0; count < 4; count += 1) {
        here.clock.at = nine + count * day;
        await scheduler.pass();
        await scheduler.pass();
      }
      expect(leads().map((lead) => /Replay of (\d+ \w+)/.exec(lead)?.[1])).toEqual([
        "10 November",
        "11 November",
        "12 November",
        "13 November",
      ]);
      expect(textOf(here.peer.messages[3]?.body ?? {})).toMatch(/Moved from 12 to 27 November 2020/);
      expect(await states()).toEqual(["2026-11-23 posted", "2026-11-24 posted", "2026-11-25 posted", "2026-11-26 posted"]);
    });

    test("a live channel hears once that nothing is pending, then nothing; silent days leave no entry", async () => {
      await here.store.subscriptions.save(subscription());
      const scheduler = here.scheduler();
      for (let count = 0; count < 5; count += 1) {
        here.clock.at = nine + count * day;
        await scheduler.pass();
      }
      expect(leads()).toEqual([expect.stringMatching(/^23 November 2026 .*no federal deadline of the dispute is known to be pending/)]);
      expect(await states()).toEqual(["2026-11-23 posted"]);
    });

    test("on a day that is only pretended, every message says that it is no live one", async () => {
      await here.store.subscriptions.save(subscription());
      here.clock.at = nine;
      await here.scheduler({ pretended: "2020-11-20" }).pass();
      expect(leads()).toEqual([expect.stringMatching(/^Replay of 20 November 2020/)]);
    });

    test("nobody is pinged, previews are off, a silent channel is not notified, and the nonce is enforced", async () => {
      await here.store.subscriptions.save(subscription({ silent: true }));
      here.clock.at = nine;
      await here.scheduler().pass();
      const [message] = here.peer.messages;
      expect(message?.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
      expect(Number(message?.body.flags) & ((1 << 12) | (1 << 2))).toBe((1 << 12) | (1 << 2));
      expect(message?.nonce.length).toBeLessThanOrEqual(25);
    });

    test("three hours late it is sent and says so; three days late it is one message for all of them", async () => {
      await here.store.subscriptions.save(subscription({ clock: replaying }));
      here.clock.at = nine + 3 * hour;
      await here.scheduler().pass();
      expect(leads()).toEqual([expect.stringMatching(/Sent late: it was due at 09:00 \(Europe\/Paris\)/)]);
      here.clock.at = nine + 4 * day;
      await here.scheduler().pass();
      expect(leads()[1]).toMatch(/Replay of 14 November.*3 days could not be sent/);
      expect(textOf(here.peer.messages[1]?.body ?? {})).toMatch(/Moved from 12 to 27 November 2020/);
      expect(here.peer.messages).toHaveLength(2);
      here.clock.at = nine + 5 * day;
      await here.scheduler().pass();
      expect(leads()[2]).not.toMatch(/could not be sent|late/);
    });

    test("back before the hour after days of silence: nothing is caught up at night, the hour's message tells it all", async () => {
      await here.store.subscriptions.save(subscription({ clock: replaying }));
      here.clock.at = nine;
      await here.scheduler().pass();
      here.clock.at = nine + 4 * day - 6 * hour;
      await here.scheduler().pass();
      expect(here.peer.messages).toHaveLength(1);
      here.clock.at = nine + 4 * day;
      await here.scheduler().pass();
      expect(leads()[1]).toMatch(/3 days could not be sent/);
      expect(leads()[1]).not.toMatch(/late/);
    });

    test("a clock that jumps back does not send twice; one that ran a month ahead does not silence the channel", async () => {
      await here.store.subscriptions.save(subscription({ clock: replaying }));
      const scheduler = here.scheduler();
      here.clock.at = nine;
      await scheduler.pass();
      here.clock.at = nine - hour;
      await scheduler.pass();
      here.clock.at = nine;
      await scheduler.pass();
      expect(here.peer.messages).toHaveLength(1);
      here.clock.at = nine + 30 * day;
      await scheduler.pass();
      here.clock.at = nine + 2 * hour;
      // what the wild clock held is free again after its lease; here it is the same process
      await scheduler.pass();
      here.clock.at = nine + day;
      await scheduler.pass();
      expect((await states()).filter((state) => state.startsWith("2026-11-24"))).toEqual(["2026-11-24 posted"]);
    });

    test.each([
      ["America/New_York", "02:30", "2026-03-06"],
      ["America/New_York", "01:30", "2026-10-30"],
      ["Europe/Paris", "02:30", "2026-03-27"],
      ["Europe/Paris", "02:30", "2026-10-23"],
    ])("%s at %s over the change of the clocks after %s: one message for each local day, none before its hour", async (zone, at, first) => {
      const { at: nextAt } = occurrenceFrom(first, at, zone);
      await here.store.subscriptions.save(subscription({ at, zone, nextAt, clock: { ...replaying, since: first } }));
      const scheduler = here.scheduler();
      const hours: string[] = [];
      const midnight = Temporal.PlainDate.from(first).toZonedDateTime(zone);
      for (let day = 0; day < 5; day += 1)
        for (let half = 0; half < 9; half += 1) {
          const moment = midnight.add({ days: day }).add({ minutes: 30 * half });
          here.clock.at = moment.epochMilliseconds;
          const before = here.peer.messages.length;
          await scheduler.pass();
          for (let sent = before; sent < here.peer.messages.length; sent += 1)
            hours.push(moment.toPlainDateTime().toString({ smallestUnit: "minute" }));
        }
      const days = Array.from({ length: 5 }, (_, index) => Temporal.PlainDate.from(first).add({ days: index }).toString());
      expect(hours).toEqual(
        days.map((one) => `${one}T${zone === "Europe/Paris" && one === "2026-03-29" ? "03:30" : one === "2026-03-08" ? "03:30" : at}`),
      );
    });

    test("the channel is gone: paused with the reason, the owner told once, the others served", async () => {
      await here.store.subscriptions.save(subscription());
      await here.store.subscriptions.save(subscription({ channel: "C2" }));
      here.peer.fate = (channel) => (channel === "C1" ? { status: 404, body: { message: "Unknown Channel", code: 10003 } } : "ok");
      here.clock.at = nine;
      await here.scheduler().pass();
      here.clock.at = nine + day;
      await here.scheduler().pass();
      expect((await here.store.subscriptions.find({ ...group, channel: "C1" }))?.paused).toMatch(/Unknown Channel/);
      expect(here.peer.messages.map(({ channel }) => channel).sort()).toEqual(["C2", "dm-U1"]);
      expect(here.lines.join("")).toMatch(/reminders paused/);
    });

    test("the token is refused: everything stops, nothing is lost, nothing is hammered", async () => {
      for (let index = 0; index < 60; index += 1) await here.store.subscriptions.save(subscription({ channel: `C${index}` }));
      here.peer.fate = () => ({ status: 401, body: { message: "401: Unauthorized", code: 0 } });
      here.clock.at = nine;
      const scheduler = here.scheduler();
      await scheduler.pass();
      const { requests } = here.peer.figures;
      expect(requests).toBeLessThan(40);
      expect(await scheduler.pass()).toBe(false);
      expect(here.peer.figures.requests).toBe(requests);
      here.peer.fate = () => "ok";
      here.clock.at = nine + 10 * 60_000;
      await here.scheduler({ worker: "w2" }).pass();
      expect(here.peer.messages).toHaveLength(60);
    });

    test("too many requests: waited for as long as asked, then sent once", async () => {
      await here.store.subscriptions.save(subscription());
      here.peer.fate = () => ({
        status: 429,
        body: { message: "You are being rate limited.", retry_after: 1.8127, global: false },
        headers: { "retry-after": "2", "x-ratelimit-scope": "shared" },
      });
      here.clock.at = nine;
      const scheduler = here.scheduler();
      await scheduler.pass();
      here.peer.fate = () => "ok";
      here.clock.at = nine + 1_000;
      await scheduler.pass();
      expect(here.peer.messages).toHaveLength(0);
      here.clock.at = nine + 4_000;
      await scheduler.pass();
      expect(here.peer.messages).toHaveLength(1);
      expect(await states()).toEqual(["2026-11-23 posted"]);
    });

    test("an answer lost on the way: tried again under the same nonce, seen once", async () => {
      await here.store.subscriptions.save(subscription());
      here.peer.fate = () => "cut-after";
      here.clock.at = nine;
      const scheduler = here.scheduler();
      await scheduler.pass();
      here.peer.fate = () => "ok";
      here.clock.at = nine + 20_000;
      await scheduler.pass();
      expect(here.peer.messages).toHaveLength(1);
      expect(here.peer.figures.repeats).toBe(1);
      expect(await states()).toEqual(["2026-11-23 posted"]);
    });

    test("what has no known end is tried again before everything that waits, however long the queue", async () => {
      for (let index = 0; index < 50; index += 1) await here.store.subscriptions.save(subscription({ channel: `C${index}` }));
      here.clock.at = nine;
      here.peer.fate = () => ({
        status: 429,
        body: { message: "", retry_after: 3, global: false },
        headers: { "retry-after": "3", "x-ratelimit-scope": "shared" },
      });
      await here.scheduler().pass();
      const { ledger } = here.store;
      const claim = { worker: "w1", at: nine + 4_000, until: nine + 60_000, most: 1 };
      const [first] = await ledger.claim("discord", claim);
      if (!first) throw new Error("nothing to claim");
      await ledger.begin(first.entry.id, { worker: "w1", at: nine + 4_000, postAt: nine });
      await ledger.settle(first.entry, "w1", { state: "waiting", notBefore: nine + 5_000, surelyNot: false });
      const [next] = await ledger.claim("discord", { ...claim, at: nine + 6_000 });
      expect(next?.entry.id).toBe(first.entry.id);
    });

    test("a refusal for the rate after a lost answer does not make the lost one undone", async () => {
      await here.store.subscriptions.save(subscription());
      here.clock.at = nine;
      here.peer.fate = () => "cut-after";
      await here.scheduler().pass();
      here.clock.at = nine + 20_000;
      here.peer.fate = () => ({
        status: 429,
        body: { message: "", retry_after: 300, global: false },
        headers: { "retry-after": "300", "x-ratelimit-scope": "shared" },
      });
      await here.scheduler().pass();
      here.clock.at = nine + 600_000;
      here.peer.fate = () => "ok";
      await here.scheduler().pass();
      expect(here.peer.messages).toHaveLength(1);
      expect(await states()).toEqual(["2026-11-23 doubtful"]);
    });

    test("an answer lost for longer than a nonce is known: in doubt, reported, not repeated", async () => {
      await here.store.subscriptions.save(subscription());
      here.peer.fate = () => "cut-after";
      here.clock.at = nine;
      await here.scheduler().pass();
      here.peer.fate = () => "ok";
      here.clock.at = nine + 600_000;
      await here.scheduler().pass();
      expect(here.peer.messages).toHaveLength(1);
      expect(here.peer.figures.repeats).toBe(0);
      expect(await states()).toEqual(["2026-11-23 doubtful"]);
      expect(here.lines.join("")).toMatch(/reminder in doubt, not repeated/);
    });

    test("a day that went by without a chance to post is folded into the next", async () => {
      await here.store.subscriptions.save(subscription({ clock: replaying }));
      here.peer.fate = () => ({
        status: 429,
        body: { message: "", retry_after: 3_600, global: false },
        headers: { "retry-after": "3600", "x-ratelimit-scope": "shared" },
      });
      here.clock.at = nine;
      await here.scheduler().pass();
      here.peer.fate = () => "ok";
      here.clock.at = nine + day;
      await here.scheduler().pass();
      expect(await states()).toEqual(["2026-11-23 expired", "2026-11-24 posted"]);
      expect(leads()).toHaveLength(1);
    });

    test("two processes share a database: one of them posts, the other takes over when it falls silent", async () => {
      for (let index = 0; index < 10; index += 1) await here.store.subscriptions.save(subscription({ channel: `C${index}` }));
      here.clock.at = nine;
      const [first, second] = [here.scheduler({ worker: "w1" }), here.scheduler({ worker: "w2" })];
      const turns = await Promise.all([first.pass(), second.pass()]);
      expect(turns.filter(Boolean)).toHaveLength(1);
      expect(here.peer.messages).toHaveLength(10);
      const [idle] = turns[0] ? [second] : [first];
      expect(await idle.pass()).toBe(false);
      here.clock.at = nine + 60_000;
      expect(await idle.pass()).toBe(true);
      expect(here.peer.messages).toHaveLength(10);
    });

    test("a claim that ran out does not post any more", async () => {
      await here.store.subscriptions.save(subscription());
      here.clock.at = nine;
      const ledger = here.store.ledger;
      const slow = here.scheduler({
        store: {
          ...here.store,
          ledger: {
            ...ledger,
            claim: async (...args) => {
              const claimed = await ledger.claim(...args);
              // the process is frozen for a minute here, and somebody else does the work
              here.clock.at += 60_000;
              if (claimed.length > 0) await here.scheduler({ worker: "w2" }).pass();
              return claimed;
            },
          },
        },
      });
      await slow.pass();
      expect(here.peer.figures.requests).toBe(1);
      expect(slow.counts().lost).toBe(1);
    });

    test("stopping lets what is in flight finish, gives back the rest, and the next process goes on at once", async () => {
      for (let index = 0; index < 80; index += 1) await here.store.subscriptions.save(subscription({ channel: `C${index}` }));
      here.clock.at = nine;
      const scheduler = here.scheduler();
      scheduler.start();
      await here.peer.until(({ messages }) => messages.length >= 20);
      await scheduler.stop();
      const sent = here.peer.messages.length;
      expect(sent).toBeLessThan(80);
      await here.scheduler({ worker: "w2" }).pass();
      expect(here.peer.messages).toHaveLength(80);
      expect(here.peer.figures.requests).toBe(80);
    });
  });
