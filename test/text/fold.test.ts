import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, words } from "../../src/text/fold.ts";

describe("fold", () => {
  test.each([
    ["DÉCRET", "decret"],
    ["Tik Tok", "tiktok"],
    ["tik-tok", "tiktok"],
    ["TikTock", "tiktok"],
    ["U.S. order", "us order"],
    ["13 942", "13942"],
    ["13,942", "13942"],
    ["5 000 000", "5000000"],
    ["l’application", "l'application"],
    ["cœur", "coeur"],
    ["90\u00a0jours", "90 jours"],
    ["a\u0000b\u202ec", "a bc"],
  ])("%s becomes %s", (text, folded) => expect(fold(text)).toBe(folded));
  test("two near numbers stay two numbers", () => expect(fold("13942")).not.toBe(fold("13943")));
  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

test("French elided articles stand apart, numbers with points stay whole", () => {
  expect(words(fold("Qu'est-ce que l'ordre ?"))).toEqual(["qu'", "est", "ce", "que", "l'", "ordre"]);
  expect(words("19.9 percent")).toEqual(["19.9", "percent"]);
});
