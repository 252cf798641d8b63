import { describe, expect, test } from "vitest";
import { languages, openNinety, plain } from "../../src/index.ts";
import { golden } from "./questions.ts";

const ninety = openNinety("knowledge");
const latest = "2026-10-09";

for (const language of languages)
  describe(`golden questions, ${language}`, () => {
    test.each(golden[language].map((one) => [one.on ? `${one.ask} (${one.on})` : one.ask, one] as const))(
      "%s",
      (_name, { ask, kind, says, not, on = latest, previous }) => {
        const { message } = ninety.ask({ question: ask, on, ...(previous ? { previous } : {}) });
        if (kind === "declined") expect(["outside", "not-known", "choose"]).toContain(message.kind);
        else if (kind) expect(message.kind).toBe(kind);
        else expect(["answered", "premise"]).toContain(message.kind);
        expect(message.language).toBe(language);
        if (says) expect(plain(message)).toMatch(says);
        if (not) expect(message.lead).not.toMatch(not);
        if (message.kind === "answered" || message.kind === "premise") expect(message.sources.length).toBeGreaterThan(0);
      },
    );
  });

test("there are at least 150 of them", () => {
  expect(languages.reduce((sum, language) => sum + golden[language].length, 0)).toBeGreaterThanOrEqual(150);
});
