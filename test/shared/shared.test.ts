import { describe, expect, test } from "vitest";
import { createLifecycle } from "../../adapters/shared/lifecycle.ts";
import { createLog } from "../../adapters/shared/log.ts";
import { createOnce } from "../../adapters/shared/once.ts";
import { createRate } from "../../adapters/shared/rate.ts";

describe("once", () => {
  test("is true the first time, for longer than the last retry of a platform", () => {
    const first = createOnce();
    expect(first("a", 0)).toBe(true);
    expect(first("a", 1)).toBe(false);
    expect(first("b", 1)).toBe(true);
    expect(first("a", 9 * 60_000)).toBe(false);
    expect(first("a", 10 * 60_000)).toBe(true);
  });

  test("forgets the oldest where there are too many", () => {
    const first = createOnce(1_000_000, 3);
    for (const id of ["a", "b", "c", "d", "e"]) first(id, 0);
    expect(first("e", 1)).toBe(false);
    expect(first("a", 1)).toBe(true);
  });
});

describe("rate", () => {
  test("lets a burst through, then says how long to wait, and fills again", () => {
    const rate = createRate({ burst: 2, perSecond: 0.5 });
    expect([rate("a", 0), rate("a", 0)]).toEqual([0, 0]);
    expect(rate("a", 0)).toBe(2_000);
    expect(rate("a", 1_000)).toBe(1_000);
    expect(rate("a", 2_000)).toBe(0);
    expect(rate("b", 2_000)).toBe(0);
  });

  test("a clock that goes back takes nothing away", () => {
    const rate = createRate({ burst: 1, perSecond: 1 });
    expect(rate("a", 10_000)).toBe(0);
    expect(rate("a", 5_000)).toBe(1_000);
    expect(rate("a", 6_000)).toBe(0);
  });

  test("does not grow without end", () => {
    const rate = createRate({ burst: 1, perSecond: 1 });
    for (let each = 0; each < 50_000; each += 1) rate(String(each), each * 10);
    expect(rate("0", 600_000)).toBe(0);
  });
});

describe("lifecycle", () => {
  const log = createLog("silent", () => undefined);

  test("waits for what is in flight, then closes in reverse order, once", async () => {
    const life = createLifecycle(log);
    const order: string[] = [];
    let finish = (): void => undefined;
    void life.track(
      new Promise<void>((resolve) => {
        finish = resolve;
      }).then(() => void order.push("work")),
    );
    life.onStop("first", () => void order.push("first"));
    life.onStop("second", () => void order.push("second"));
    const stopped = life.stop();
    expect(life.stopping()).toBe(true);
    finish();
    await Promise.all([stopped, life.stop()]);
    expect(order).toEqual(["work", "second", "first"]);
  });

  test("does not wait for ever, and one that cannot be closed does not keep the others open", async () => {
    const life = createLifecycle(log, 10);
    const closed: string[] = [];
    void life.track(new Promise(() => undefined));
    life.onStop("good", () => void closed.push("good"));
    life.onStop("bad", () => {
      throw new Error("no");
    });
    await life.stop();
    expect(closed).toEqual(["good"]);
  });

  test("work that fails is over too, and a failure marks the process", async () => {
    let failed = false;
    const life = createLifecycle(log, 10_000, () => {
      failed = true;
    });
    life.track(Promise.reject(new Error("x"))).catch(() => undefined);
    await life.fail();
    expect(failed).toBe(true);
  });
});
