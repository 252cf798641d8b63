import { expect, test } from "vitest";
import { guessLanguage } from "../../src/text/language.ts";

test.each([
  ["When does the order expire?", "en"],
  ["is tiktok banned or not", "en"],
  ["Quand expire le décret ?", "fr"],
  ["c koi le delai pour vendre", "fr"],
  ["tiktok est il interdit", "fr"],
  ["who bought it", "en"],
])("%s is %s", (text, language) => expect(guessLanguage(text)).toBe(language));

test("where nothing tells, the fallback", () => {
  expect(guessLanguage("tiktok", "fr")).toBe("fr");
  expect(guessLanguage("13942")).toBe("en");
});
