import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replyButtons } from "../../adapters/discord/buttons.ts";
import { limits, problems } from "../../adapters/discord/limits.ts";
import { renderFitted } from "../../adapters/discord/render.ts";
import { asPrivate, button, payload, text } from "../../adapters/discord/wire.ts";
import type { Message } from "../../src/index.ts";
import { addressesIn, buttonsOf, liveIn, shownIn, textsOf } from "../support/discord/reader.ts";
import { specProblems } from "../support/discord/spec.ts";
import { choice, citation, claim, silence, sourced } from "../support/messages.ts";
import { theRecord } from "../support/record.ts";

const day = "2026-10-09";
const buttons = (message: Message) => replyButtons(message, { browse: theRecord().browse(), today: day, private: true });
const sent = (body: unknown) => ({ method: "POST", path: "/interactions/1/t/callback", body: { type: 4, data: body }, authorized: false });

/** Text as the record could hold it at worst: any script, emoji, combining marks, markup, halves of pairs. */
const words = (most: number) =>
  fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.constantFrom("👩‍👩‍👧‍👦", "é̂̃", "\ud83d", "**", "`", "<@1>", "\n# ", "\n1. ", "https://x.y/z ", "ﷺ", "a".repeat(40)),
      ),
      { minLength: 1, maxLength: most },
    )
    .map((parts) => `x${parts.join("")}`.slice(0, 300));
const address = fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((url) => url.length <= 480 && !/[<>\s]/.test(url));

const reply = fc
  .record({
    lead: words(20),
    facts: fc.array(fc.record({ text: words(40), url: address, title: words(10) }), { maxLength: 200 }),
    notes: fc.array(words(20), { maxLength: 3 }),
    related: fc.array(words(20), { maxLength: 2 }),
  })
  .map(({ lead, facts, notes, related }): Message => {
    const sources = facts.map(({ url, title }, index) => citation({ id: `s-${index}`, url, title }));
    const claims = facts.map((fact, index) => claim({ id: `f-${index}`, text: fact.text, sources: [`s-${index}`] }));
    const [one, ...more] = claims;
    const [first, ...rest] = sources;
    if (!one || !first) return silence({ lead, nearest: [], sources: [], notes, related });
    return sourced({ lead, paragraphs: claims.map((each) => each.text), facts: [one, ...more], sources: [first, ...rest], notes, related });
  });

describe("whatever the record holds", () => {
  test("a reply of none to two hundred facts breaks no limit, no address and no letter", () => {
    fc.assert(
      fc.property(reply, (message) => {
        const body = renderFitted(message, day, buttons);
        expect(problems(body)).toEqual([]);
        expect(specProblems(sent(body))).toEqual([]);
        const whole = "sources" in message ? message.sources.map(({ url }) => url) : [];
        const listed = addressesIn(body);
        for (const url of listed) expect(whole).toContain(url);
        if (whole.length > 0) expect(listed.length).toBeGreaterThan(0);
        expect(textsOf(body).join("").isWellFormed()).toBe(true);
        expect(buttonsOf(body).every(({ label }) => label.isWellFormed())).toBe(true);
        expect(liveIn(body)).toEqual([]);
        expect(body.allowed_mentions).toEqual({ parse: [] });
      }),
      { numRuns: 60 },
    );
  });

  test("readings to choose from keep to their buttons, or are numbered where one is too long", () => {
    const titles = theRecord().browse().suggest.questions("tiktok", "en", day, 4);
    const [one = "", two = "", ...more] = titles;
    const body = renderFitted(choice({ on: day, choices: [one, two, ...more] }), day, buttons);
    expect(buttonsOf(body).map(({ label }) => label)).toEqual(
      titles.every((title) => title.length <= limits.label) ? titles : titles.map((_, index) => String(index + 1)),
    );
    for (const title of titles) expect(shownIn(body)).toContain(title);
  });
});

describe("the measure itself", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => button("x", `id-${index}`));
  test.each([
    ["too much text", payload([text("x".repeat(2_001)), text("x".repeat(2_000))])],
    ["an empty text", payload([text("  ")])],
    ["six buttons in a row", payload([text("x")], [many(6)])],
    ["a label of 81", payload([text("x")], [[button("x".repeat(81), "id")]])],
    ["an id of 101", payload([text("x")], [[button("x", "i".repeat(101))]])],
    ["the same id twice", payload([text("x")], [[button("x", "id")], [button("y", "id")]])],
    ["41 components", payload(Array.from({ length: 40 }, () => text("x")))],
  ])("sees %s", (_name, body) => {
    expect(problems(body)).toHaveLength(1);
  });

  test("is content with what just fits", () => {
    expect(problems(payload([text("x".repeat(4_000))], [many(5)]))).toEqual([]);
  });

  test("the reader of tests sees what is alive where nothing is escaped", () => {
    for (const alive of ["<@1>", "@everyone", "[a](https://b.c)", "https://evil.example", "# x", "> x", "`x`"])
      expect(liveIn(payload([text(alive)]))).not.toEqual([]);
  });

  test("a private message is the same but for who sees it", () => {
    const body = payload([text("x")]);
    expect(asPrivate(body)).toEqual({ ...body, flags: body.flags | 64 });
  });
});
