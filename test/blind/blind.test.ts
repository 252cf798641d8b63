import { expect, test } from "vitest";
import { readBlind, score } from "../../bench/blind.ts";
import { openNinety } from "../../src/index.ts";

/** What the engine reaches on the half that nothing was learnt from, rounded down. These floors may only rise. */
const floors = { utility: 0.72, correct: 0.76, oneClick: 0.82 } as const;
/** And these ceilings only fall. */
const ceilings = { wrong: 0.09, falseAnswers: 0.12 } as const;

test("on the reporting half of the blind questions the engine does no worse than it did", () => {
  const reached = score(openNinety("knowledge"), readBlind("report"), "2026-11-23");
  expect(reached.n).toBeGreaterThanOrEqual(150);
  for (const [name, floor] of Object.entries(floors)) expect(reached[name as keyof typeof floors], name).toBeGreaterThanOrEqual(floor);
  for (const [name, ceiling] of Object.entries(ceilings)) expect(reached[name as keyof typeof ceilings], name).toBeLessThanOrEqual(ceiling);
});

test("no blind question has an answer without a source", () => {
  const ninety = openNinety("knowledge");
  for (const { question, lang } of [...readBlind("learn"), ...readBlind("report")]) {
    const { message } = ninety.ask({ question, on: "2026-11-23", language: lang });
    if (message.kind === "answered" || message.kind === "premise") {
      expect(message.sources.length).toBeGreaterThan(0);
      for (const { sources } of message.facts) for (const id of sources) expect(message.sources.map((source) => source.id)).toContain(id);
    }
  }
});
