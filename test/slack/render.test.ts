import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnswer } from "../../adapters/slack/answer.ts";
import { home } from "../../adapters/slack/home.ts";
import { blocksProblems, limits, type Payload, problems } from "../../adapters/slack/limits.ts";
import { renderFitted, renderLines } from "../../adapters/slack/render.ts";
import { renderCheck } from "../../adapters/slack/render-check.ts";
import type { Request } from "../../adapters/slack/request.ts";
import { hostile } from "../adapter-contract.ts";
import { choice, citation, claim, outside, silence, sourced } from "../support/messages.ts";
import { theRecord } from "../support/record.ts";
import { today } from "./support/bot.ts";
import { liveIn, shownIn, urlsIn } from "./support/screen.ts";

const verified = "2026-10-09";
const anyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 400 }),
  fc.constantFrom("👩‍👩‍👧".repeat(60), "e\u0301\u0323".repeat(200), "&<>".repeat(100), "*_~`".repeat(100), ...hostile),
);

/** Messages of any size and content that the schema allows. */
const anyMessage = fc
  .record({
    lead: anyText,
    paragraphs: fc.array(anyText, { maxLength: 200 }),
    notes: fc.array(anyText, { maxLength: 4 }),
    related: fc.array(anyText, { maxLength: 3 }),
    sources: fc.array(fc.record({ title: anyText, publisher: anyText, path: fc.webPath({ size: "large" }) }), {
      minLength: 1,
      maxLength: 200,
    }),
  })
  .map(({ sources, ...rest }) => {
    const [first = citation(), ...more] = sources.map(({ title, publisher, path }, index) =>
      citation({ id: `s${index}`, title, publisher, url: `https://example.org/${index}${path}`.slice(0, 2_000) }),
    );
    return sourced({ ...rest, facts: [claim({ sources: ["s0"] })], sources: [first, ...more] });
  });

const wellFormed = (payload: Payload): boolean => shownIn(payload).isWellFormed() && payload.text.isWellFormed();

describe("a reply never breaks a limit, a link or a letter", () => {
  test("whatever is in it", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const payload = renderFitted(message, { verified });
        expect(problems(payload)).toEqual([]);
        expect(wellFormed(payload)).toBe(true);
        const whole = new Set(message.sources.map(({ url }) => url));
        const listed = urlsIn(payload);
        expect(listed.length).toBeGreaterThan(0);
        for (const url of listed) expect(whole).toContain(url);
        expect(liveIn(payload)).toEqual([]);
        expect([payload.unfurl_links, payload.unfurl_media]).toEqual([false, false]);
      }),
      { numRuns: 60 },
    );
  });

  test("and sources stay when paragraphs have to go", () => {
    const sources = [
      citation(),
      citation({ id: "b", url: "https://example.org/b" }),
      citation({ id: "c", url: "https://example.org/c" }),
    ] as const;
    const payload = renderFitted(
      sourced({ paragraphs: Array.from({ length: 60 }, (_, index) => `${index} ${"x".repeat(280)}`), sources }),
      { verified },
    );
    expect(urlsIn(payload)).toEqual(sources.map(({ url }) => url));
  });

  test("text checked against the record fits too, and says what is left out", () => {
    const [fact] = theRecord().base.topics.flatMap(({ kind, id }) => (kind === "fact" ? (theRecord().base.fact(id) ?? []) : []));
    if (!fact) throw new Error("no fact");
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 40 }), fc.integer({ min: 0, max: 3 }), (quotes, count) => {
        const findings = quotes.map((quote, index) => ({
          quote: index % 7 === 0 ? quote.repeat(20) : quote,
          fact,
          differences: Array.from({ length: count }, () => ({ kind: "day" as const, said: quote.slice(0, 60), record: "x" })),
          sources: [citation({ id: `s${index}`, url: `https://example.org/${index}` })],
        }));
        const payload = renderCheck({ findings, language: "en", on: today, revision: "0a1b2c3d", verified });
        expect(problems(payload)).toEqual([]);
        expect(liveIn(payload)).toEqual([]);
        const shown = payload.blocks.filter(
          ({ type, ...block }) => type === "rich_text" && JSON.stringify(block).includes("rich_text_quote"),
        ).length;
        if (quotes.length > 0) expect(shown).toBeGreaterThan(0);
        if (shown < quotes.length) expect(shownIn(payload)).toMatch(/more sentence/);
      }),
      { numRuns: 60 },
    );
  });

  test("the measure finds what Slack would refuse", () => {
    const over = (text: string): Payload => renderLines(text);
    expect(problems(over("x".repeat(limits.section + 1)))).not.toEqual([]);
    expect(problems({ ...over("x"), text: "" })).not.toEqual([]);
    expect(problems({ ...over("x"), blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) })).not.toEqual([]);
    const button = { type: "button", action_id: "a", text: { type: "plain_text", text: "x" }, value: "v" } as const;
    expect(problems({ ...over("x"), blocks: [{ type: "actions", elements: [button, button] }] })).toEqual(["an action_id twice"]);
    expect(
      problems({
        ...over("x"),
        blocks: [{ type: "actions", elements: [{ ...button, text: { type: "plain_text", text: "x".repeat(76) } }] }],
      }),
    ).not.toEqual([]);
    expect(problems({ ...over("x"), blocks: [{ type: "actions", elements: [{ ...button, value: "x".repeat(2_001) }] }] })).not.toEqual([]);
    expect(problems({ ...over("x"), blocks: [{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }] })).not.toEqual([]);
    expect(
      problems({
        ...over("x"),
        blocks: Array.from({ length: 4 }, () => ({ type: "section", text: { type: "plain_text", text: "x".repeat(2_500) } })),
      }),
    ).not.toEqual([]);
    expect(problems(over("\ud800"))).toEqual([expect.stringContaining("surrogate")]);
  });
});

describe("every kind of request, in both languages", () => {
  const answer = createAnswer(theRecord(), () => today);
  const requests: readonly Request[] = [
    { do: "ask", question: "When did the 90-day order expire?" },
    { do: "ask", question: "what is it about?" },
    { do: "ask", question: "how do I bake bread?" },
    { do: "deadlines" },
    { do: "deadlines", on: "2020-11-01" },
    { do: "timeline", from: "2020-08-01", to: "2020-12-31" },
    { do: "timeline", from: "1999-01-01", to: "1999-01-02" },
    { do: "changes", since: "2026-01-01" },
    { do: "source", id: "nothing-of-the-kind" },
    { do: "topic", id: "nothing-of-the-kind" },
    { do: "check", text: "The order of 6 August 2020 gave TikTok 90 days to sell. Nothing else matters here." },
  ];
  test.each(
    requests.flatMap((request) => (["en", "fr"] as const).map((language) => [JSON.stringify(request), language, request] as const)),
  )("%s in %s", (_name, language, request) => {
    for (const alone of [true, false]) {
      const payload = answer(request, { language, alone, above: "Asked: <!here>" });
      expect(problems(payload)).toEqual([]);
      expect(liveIn(payload)).toEqual([]);
    }
  });

  test("every page of a list is whole, and leads on to the next", () => {
    const first = answer({ do: "timeline", from: "2020-08-01", to: "2020-12-31" }, { alone: true });
    expect(shownIn(first)).toContain("(page 1 of ");
    const of = Number(/\(page 1 of (\d+)\)/.exec(shownIn(first))?.[1]);
    for (let page = 0; page < of; page += 1) {
      const payload = answer({ do: "timeline", from: "2020-08-01", to: "2020-12-31", page }, { alone: true });
      expect(problems(payload)).toEqual([]);
      expect(shownIn(payload)).toContain(`(page ${page + 1} of ${of})`);
      expect(urlsIn(payload).length).toBeGreaterThan(0);
      const ids = JSON.stringify(payload.blocks).match(/"page:\d+"/g) ?? [];
      expect(ids).toHaveLength(page === 0 || page === of - 1 ? 1 : 2);
    }
  });

  test("a reply as of another day says so; one of today does not", () => {
    const request = { do: "ask", question: "When does the 90-day order expire?" } as const;
    expect(shownIn(answer({ ...request, on: "2020-08-24" }, { alone: true }))).toContain("nothing known later is told");
    expect(shownIn(answer(request, { alone: true }))).not.toContain("nothing known later is told");
  });

  test("choices too long for a button are spelled out beside numbers", () => {
    const long = "Which of the two orders of August 2020, the first or the second one, is meant by this question?";
    const payload = renderFitted(choice({ choices: [long, "The other one?"] }), { verified });
    expect(shownIn(payload)).toContain(long);
    expect(problems(payload)).toEqual([]);
  });

  test.each([outside(), silence()])("a refusal carries no claim of its own", (message) => {
    expect(shownIn(renderFitted(message, { verified }))).toContain(message.lead);
  });
});

describe("the app's Home", () => {
  test.each([undefined, "en", "fr"] as const)("fits, whatever the language (%s) and the day", (language) => {
    for (const day of ["2020-01-01", "2020-09-20", "2025-01-19", today])
      for (const maySet of [true, false]) {
        const { blocks } = home(theRecord(), { today: day, language, closed: [], maySet });
        expect(blocksProblems(blocks, limits.viewBlocks)).toEqual([]);
        expect(liveIn({ text: "x", blocks })).toEqual([]);
        expect(JSON.stringify(blocks).includes("static_select")).toBe(maySet);
      }
  });
  test("shows the state, the deadlines, what is new, four questions and the settings", () => {
    const { blocks } = home(theRecord(), { today, language: undefined, closed: [], maySet: true });
    const shown = shownIn({ blocks });
    for (const heading of ["As things stand", "Deadlines", "Latest in the record", "Ask to begin with", "Settings of this workspace"])
      expect(shown).toContain(heading);
    expect(JSON.stringify(blocks).match(/"ask:\d"/g)).toHaveLength(4);
  });
});
