import { expect, test } from "vitest";
import { askBlind, readBlind, score, sets } from "../../bench/blind.ts";
import { openNinety } from "../../src/index.ts";

/** What the engine reaches on the halves that nothing was learnt from, rounded down. These floors may only rise. */
const floors = {
  topics: { utility: 0.76, correct: 0.79, oneClick: 0.83 },
  pages: { utility: 0.62, correct: 0.67, oneClick: 0.82 },
} as const;
/** And these ceilings only fall. */
const ceilings = { topics: { wrong: 0.092, falseAnswers: 0.08 }, pages: { wrong: 0.092, falseAnswers: 0.2 } } as const;

test.each(sets)("on the reporting half of the blind questions (%s) the engine does no worse than it did", (set) => {
  const reached = score(openNinety("knowledge"), readBlind("report", set), "2026-11-23");
  expect(reached.n).toBeGreaterThanOrEqual(150);
  for (const [name, floor] of Object.entries(floors[set]))
    expect(reached[name as keyof typeof reached], name).toBeGreaterThanOrEqual(floor);
  for (const [name, ceiling] of Object.entries(ceilings[set]))
    expect(reached[name as keyof typeof reached], name).toBeLessThanOrEqual(ceiling);
});

test("no blind question has an answer without a source", () => {
  const ninety = openNinety("knowledge");
  for (const blind of [...readBlind("learn"), ...readBlind("report")]) {
    const { message } = askBlind(ninety, blind, "2026-11-23");
    if (message.kind === "answered" || message.kind === "premise") {
      expect(message.sources.length).toBeGreaterThan(0);
      for (const { sources } of message.facts) for (const id of sources) expect(message.sources.map((source) => source.id)).toContain(id);
    }
  }
});
