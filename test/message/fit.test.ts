import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fit as fitTo, TooLarge } from "../../src/message/fit.ts";
import { plain } from "../../src/message/plain.ts";
import type { Citation, Claim, Sourced } from "../../src/model/message.ts";

const citation = (id: string): Citation => ({
  id,
  publisher: "P",
  title: "T",
  url: `https://example.org/${id}`,
  published: "2020-08-14",
  kind: "court",
});
const claim = (text: string): Claim => ({ id: "c", text, status: "established", date: "2020-08-14", known: "2020-08-14", sources: ["s0"] });
const message = (paragraphs: readonly string[], sources: number): Sourced => ({
  kind: "answered",
  language: "en",
  on: "2020-08-24",
  lead: "Lead.",
  paragraphs,
  facts: [claim("Lead.")],
  sources: [citation("s0"), ...Array.from({ length: sources }, (_, index) => citation(`s${index + 1}`))],
  notes: ["note"],
  related: ["one?", "two?"],
  revision: "r",
});
const size = (value: unknown) => JSON.stringify(value).length;

describe("fit", () => {
  test("what fits is left as it is", () => {
    const whole = message(["a"], 2);
    expect(fitTo(whole, () => true)).toBe(whole);
  });
  test("related questions go first, then remarks, then paragraphs from the last, sources last", () => {
    const steps: string[] = [];
    let previous = message(["first", "second"], 1);
    expect(() =>
      fitTo(previous, (smaller) => {
        if (smaller.kind !== "answered") return false;
        for (const part of ["related", "notes", "paragraphs", "sources"] as const)
          if (smaller[part].length < previous[part].length) steps.push(part);
        previous = smaller;
        return false;
      }),
    ).toThrow(TooLarge);
    expect(steps).toEqual(["related", "related", "notes", "paragraphs", "paragraphs", "sources"]);
  });
  test("whatever the room, no sentence and no address is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), { maxLength: 12 }),
        fc.nat(6),
        fc.integer({ min: 600, max: 3_000 }),
        (paragraphs, sources, room) => {
          const fitted = fitTo(message(paragraphs, sources), (candidate) => size(candidate) <= room) as Sourced;
          expect(paragraphs.slice(0, fitted.paragraphs.length)).toEqual(fitted.paragraphs);
          expect(fitted.sources.every(({ url }) => /^https:\/\/example\.org\/s\d+$/.test(url))).toBe(true);
          expect(fitted.sources.length).toBeGreaterThan(0);
          expect(plain(fitted).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
