import { expect, test } from "vitest";
import { createNeighbours } from "../../src/text/neighbours.ts";

test("what stood beside each other is remembered, and hardly anything else is taken for it", () => {
  const neighbours = createNeighbours();
  const pairs = Array.from({ length: 60_000 }, (_, number) => [number % 9_000, (number * 7_919) % 9_001] as const);
  for (const [first, second] of pairs) neighbours.add(first, second);
  expect(pairs.every(([first, second]) => neighbours.has(first, second))).toBe(true);
  const others = Array.from({ length: 10_000 }, (_, number) => [20_000 + number, 30_000 + ((number * 31) % 5_000)] as const);
  expect(others.filter(([first, second]) => neighbours.has(first, second)).length).toBeLessThan(600);
});
