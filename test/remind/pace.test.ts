import { describe, expect, test } from "vitest";
import { createPace } from "../../adapters/remind/pace.ts";

describe("an even pace", () => {
  test("no stretch of time has more turns than it may, not even after a standstill of the process", async () => {
    const perSecond = 400;
    const pace = createPace(perSecond);
    const at: number[] = [];
    const turns = Array.from({ length: 80 }, () => pace.next().then(() => void at.push(performance.now())));
    await turns[20];
    const still = performance.now();
    while (performance.now() - still < 60);
    await Promise.all(turns);
    for (const [first, from] of at.entries())
      for (const [last, to] of at.entries())
        if (last > first) expect(last - first, `${first} to ${last}`).toBeLessThanOrEqual(((to - from) * perSecond) / 1_000 + 5.5);
  });

  test("where the platform asks to wait, nothing begins before", async () => {
    const pace = createPace(1_000);
    await pace.next();
    const asked = performance.now();
    pace.wait(80);
    await Promise.all([pace.next(), pace.next()]);
    expect(performance.now() - asked).toBeGreaterThanOrEqual(79);
  });
});
