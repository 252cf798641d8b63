import { describe, expect, test } from "vitest";
import { type Day, openNinety } from "../../src/index.ts";

const ninety = openNinety("knowledge");
const told = (question: string, on: Day) => {
  const { message } = ninety.ask({ question, on, language: "en" });
  return message.kind === "answered" ? message.facts : [];
};

describe("a reply about a matter that moved", () => {
  test("opens with how it stands and goes on with what stood earlier", () => {
    const facts = told("Will TikTok be banned in the US?", "2026-11-23");
    expect(facts[0]?.date).toBe("2026-01-22");
    expect(new Set(facts.map(({ date }) => date.slice(0, 4))).size).toBeGreaterThanOrEqual(3);
  });
  test("prefers, among what stood earlier, what the question speaks of", () => {
    const facts = told("What did the courts say about the ban on downloads in September 2020?", "2026-11-23");
    expect(facts.some(({ date }) => date.startsWith("2020-09"))).toBe(true);
  });
  test("tells what follows the first fact in the order in which it happened", () => {
    const [, ...rest] = told("Will TikTok be banned in the US?", "2026-11-23").map(({ date }) => date);
    expect(rest).toEqual([...rest].sort());
  });
});

describe("what the record declines", () => {
  test.each(["Should I delete TikTok?", "How do I get around a TikTok ban with a VPN?", "Can I buy shares in TikTok?"])(
    "%s gets the facts' side and no answer",
    (question) => {
      const { message } = ninety.ask({ question, on: "2026-11-23", language: "en" });
      expect(message.kind).toBe("not-known");
    },
  );
  test.each(["good night", "thanks a lot", "bonjour à tous", "what is the meaning of life"])("%s gets none", (question) => {
    expect(["outside", "not-known"]).toContain(ninety.ask({ question, on: "2026-11-23" }).message.kind);
  });
});

describe("a day that a yes-or-no question claims", () => {
  const lead = (question: string) => {
    const { message } = ninety.ask({ question, on: "2026-11-23", language: "en" });
    return { kind: message.kind, lead: message.lead };
  };
  test("is confirmed where the answer opens with it", () => {
    expect(lead("Did the joint venture close on 22 January 2026?")).toMatchObject({
      kind: "answered",
      lead: expect.stringMatching(/^Yes: .*22 January 2026/),
    });
  });
  test("is corrected first where the answer and its facts know another", () => {
    expect(lead("Was 10 September 2020 the day the TikTok ban was meant to begin?")).toMatchObject({
      kind: "premise",
      lead: expect.stringMatching(/^No: .*27 September 2020/),
    });
  });
});
