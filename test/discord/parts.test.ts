import { describe, expect, test } from "vitest";
import { label, literal } from "../../adapters/discord/escape.ts";
import { buttonId, type Pressed, readButtonId } from "../../adapters/discord/ids.ts";
import { createLanes } from "../../adapters/discord/lanes.ts";
import { createQueue } from "../../adapters/discord/queue.ts";
import { languageOf } from "../../adapters/discord/read.ts";
import { createWatch, patience } from "../../adapters/discord/watch.ts";
import { theRecord } from "../support/record.ts";

describe("literal", () => {
  test.each([
    ["a_b *c* `d`", "a\\_b \\*c\\* \\`d\\`"],
    ["# one\n- two\n3. three", "\\# one\n\\- two\n3\\. three"],
    ["https://x.y", "https\\://x.y"],
    ["<@1> @everyone", "\\<\\@1\\> \\@everyone"],
    ["3.5 - 2 = 1.5; 90-day", "3.5 - 2 = 1.5; 90-day"],
    ["a\u202eb\u200bc\ud800", "abc\ufffd"],
  ])("%j", (given, expected) => {
    expect(literal(given)).toBe(expected);
  });

  test("a label is one line", () => {
    expect(label(" a\n b\u0000 ")).toBe("a b");
  });
});

describe("buttons' ids", () => {
  const all: Pressed[] = [
    { kind: "share" },
    { kind: "ask", language: "fr", on: undefined, topic: "a-b" },
    { kind: "pick", language: "en", on: "2020-08-24", topic: "a" },
    { kind: "list", wanted: { list: "deadlines", language: "en", on: undefined, page: 2 } },
    { kind: "list", wanted: { list: "changes", language: "en", on: undefined, page: 1, since: "2025-01-01" } },
    { kind: "list", wanted: { list: "timeline", language: "fr", on: "2020-12-01", page: 12, from: "2020-08-01", to: "2020-08-31" } },
    { kind: "list", wanted: { list: "source", language: "en", on: undefined, page: 1, source: "a-1" } },
    {
      kind: "list",
      wanted: { list: "behind", language: "en", on: "2020-12-01", page: 1, facts: Array.from({ length: 11 }, () => "aB-_09") },
    },
  ];
  test.each(all.map((each) => [JSON.stringify(each), each] as const))(
    "%s comes back as it went, in at most 100 characters",
    (_name, pressed) => {
      const id = buttonId(pressed);
      expect(id?.length).toBeLessThanOrEqual(100);
      expect(readButtonId(id ?? "")).toEqual(pressed);
    },
  );

  test("every topic and every source of the record has one", () => {
    const ninety = theRecord();
    for (const { id } of ninety.base.topics) {
      expect(buttonId({ kind: "ask", language: "en", on: "2020-08-24", topic: id })).toBeDefined();
      for (const source of ninety.base.fact(id)?.sources ?? [])
        expect(buttonId({ kind: "list", wanted: { list: "source", language: "en", on: "2020-08-24", page: 10, source } })).toBeDefined();
    }
  });
});

describe("the queue", () => {
  test("does one thing after another, in order, and passes on what fails", async () => {
    const queue = createQueue();
    const done: number[] = [];
    const results = await Promise.allSettled(
      [1, 2, 3].map((each) =>
        queue.run(() => {
          done.push(each);
          if (each === 2) throw new Error("two");
          return each;
        }),
      ),
    );
    expect(done).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("forecasts a wait that grows with what is waiting", async () => {
    const queue = createQueue();
    expect(queue.wait()).toBe(0);
    const work = Array.from({ length: 100 }, () => queue.run(() => undefined));
    expect(queue.wait()).toBeGreaterThan(500);
    await Promise.all(work);
    expect(queue.wait()).toBe(0);
  });

  test("lets what is urgent go first, but not for ever", async () => {
    const queue = createQueue();
    const order: string[] = [];
    let done = (): void => undefined;
    const urgent = queue.yieldTo(
      new Promise<void>((resolve) => {
        done = resolve;
      }).then(() => void order.push("urgent")),
    );
    const work = queue.run(() => void order.push("work"));
    setImmediate(() => setImmediate(done));
    await Promise.all([urgent, work]);
    expect(order).toEqual(["urgent", "work"]);
  });
});

describe("lanes", () => {
  test("let so many through at a time, in order, and go on after a failure", async () => {
    const lanes = createLanes(2);
    let at = 0;
    let most = 0;
    const order: number[] = [];
    const all = Array.from({ length: 6 }, (_, index) =>
      lanes(async () => {
        at += 1;
        most = Math.max(most, at);
        order.push(index);
        await new Promise(setImmediate);
        at -= 1;
        if (index === 1) throw new Error("one");
      }),
    );
    const results = await Promise.allSettled(all);
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });
});

describe("the watch", () => {
  test("finds a shard deaf that has not been ready for long, or not heard from", () => {
    const watch = createWatch();
    const pulses = (ready: boolean, heardAt: number) => [
      { shard: 0, ready: true, heardAt },
      { shard: 1, ready, heardAt },
    ];
    expect(watch(pulses(true, 0), 0)).toEqual([]);
    expect(watch(pulses(false, patience), patience)).toEqual([]);
    expect(watch(pulses(false, patience + 1), patience + 1)).toEqual([1]);
    expect(watch(pulses(true, patience + 2), patience + 2)).toEqual([]);
    expect(watch(pulses(true, patience + 2), 2 * patience + 3)).toEqual([0, 1]);
  });
});

test("French clients are answered in French, all others in English", () => {
  expect(["fr", "fr-CA", "en-GB", "de", undefined].map(languageOf)).toEqual(["fr", "fr", "en", "en", "en"]);
});
