import { describe, expect, test } from "vitest";
import { type Fits, type Listing, type Message, pages, phrases, plain } from "../../src/index.ts";
import { theRecord } from "../support/record.ts";

const today = "2026-10-09";
const ninety = theRecord();
const browse = ninety.browse();
const always: Fits = () => true;
/** About as much as a platform takes. */
const narrow: Fits = (message) => JSON.stringify(message).length < 3_500;

const idsOf = (listing: Listing): string[] => listing.entries.map(({ claim }) => claim.id);
const sourcesOf = (message: Message) => ("sources" in message ? message.sources : []);

describe("pages", () => {
  const listing = browse.timeline("2020-08-01", "2020-08-31", today, "en");

  test("hold every line once, in order, and say which page of how many", () => {
    const all = pages(listing, narrow);
    const told = all.flatMap((page) => ("facts" in page ? page.facts.map(({ id }) => id) : []));
    expect(told).toEqual(idsOf(listing));
    for (const [index, page] of all.entries()) {
      expect(narrow(page)).toBe(true);
      expect(page.lead).toContain(phrases.page(index + 1, all.length).en);
    }
  });

  test("end each line in the numbers of the sources listed on the same page", () => {
    for (const page of pages(listing, narrow)) {
      const lines = "paragraphs" in page ? page.paragraphs : [];
      for (const line of lines)
        for (const [, number] of (/((?:\[\d+\])+)$/.exec(line)?.[1] ?? "[0]").matchAll(/\[(\d+)\]/g))
          expect(sourcesOf(page)[Number(number) - 1]).toBeDefined();
    }
  });

  test("of an empty list are one, which says so and claims nothing", () => {
    const [only, ...more] = pages(browse.timeline("2019-01-02", "2019-01-02", today, "fr"), always);
    expect(more).toEqual([]);
    expect(only.kind).toBe("not-known");
    expect(plain(only)).toBe(phrases.nothingHappened("2019-01-02", "2019-01-02").fr);
  });
});

describe("as of a day", () => {
  const day = "2020-09-01";
  test.each([
    ["timeline", browse.timeline("2020-01-01", "2026-12-31", day, "en")],
    ["changes", browse.changes("2019-01-01", day, "en")],
    ["deadlines", browse.deadlines(day, "en")],
    ["behind", browse.behind(idsOf(browse.timeline("2020-08-01", "2021-12-31", today, "en")), day, "en")],
  ])("%s tells nothing that was known later, from no later source", (_name, listing) => {
    expect(listing.entries.length).toBeGreaterThan(0);
    for (const { claim, sources } of listing.entries) {
      expect(claim.known <= day).toBe(true);
      for (const { published } of sources) expect(published === null || published.slice(0, 10) <= day).toBe(true);
    }
  });

  test("a source that was not out yet is not there", () => {
    const [late] = browse.suggest.sources("2026", today, 1);
    expect(late && browse.source(late.id, day, "en")).toBeUndefined();
    expect(browse.source("no-such-source", today, "en")).toBeUndefined();
  });

  test("no question is suggested that could not be asked yet", () => {
    for (const title of browse.suggest.questions("", "en", day, 500)) {
      const topic = browse.topicTitled(title, day);
      // an id that stands for a fact and for a question leads to the question only
      if (topic) expect(browse.titleOf(topic, "en", day)).toBe(title);
      const told = ninety.base.topics.filter((each) => each.title.en === title && each.from <= day);
      expect(told.length).toBeGreaterThan(0);
    }
  });
});

describe("lists", () => {
  test("changes: the newest first, none older than asked for", () => {
    const known = browse.changes("2025-01-01", today, "en").entries.map(({ claim }) => claim.known);
    expect(known).toEqual(known.toSorted().toReversed());
    expect(known.every((day) => day >= "2025-01-01")).toBe(true);
  });

  test("deadlines: those pending first, and how the date moved", () => {
    const listing = browse.deadlines("2020-11-20", "en");
    expect(listing.lead).toBe(
      phrases.pending(ninety.deadlines("2020-11-20").filter(({ state }) => state === "pending").length, "2020-11-20").en,
    );
    expect(listing.entries.map(({ text }) => text).join("\n")).toContain("12 November 2020 → 27 November 2020");
  });

  test("a source: every line cites it", () => {
    const [source] = browse.suggest.sources("order regarding the acquisition", today, 1);
    const listing = browse.source(source?.id ?? "", today, "fr");
    expect(listing?.entries.length).toBeGreaterThan(0);
    for (const { sources } of listing?.entries ?? []) expect(sources.map(({ id }) => id)).toEqual([source?.id]);
  });

  test("behind: every source of a fact, and who says it", () => {
    const alleged = ninety.base.topics
      .flatMap(({ id }) => ninety.base.fact(id) ?? [])
      .find(({ status, speaker }) => status === "alleged" && speaker);
    const [entry] = browse.behind([alleged?.id ?? ""], today, "en").entries;
    expect(entry?.sources.map(({ id }) => id)).toEqual(ninety.sourcesOfFact(alleged?.id ?? "", today).map(({ id }) => id));
    expect(entry?.text).toContain(ninety.base.entity(alleged?.speaker ?? "")?.name.en);
  });

  test("compared: the passage, the record, the difference", () => {
    const findings = ninety.checkText("The order of 14 August 2020 gave ByteDance 60 days to sell TikTok's U.S. business.", today, "en");
    const [entry] = browse.compared(findings, today, "en").entries;
    expect(entry?.text).toContain("60 days to sell");
    expect(entry?.text).toContain(phrases.record.en);
    expect(browse.compared([], today, "fr").lead).toBe(phrases.touchesNothing.fr);
  });
});

describe("suggestions", () => {
  test("each begins a word with each word typed, whatever the accents", () => {
    expect(browse.suggest.questions("delai 90", "fr", today, 5).length).toBeGreaterThan(0);
    expect(browse.suggest.questions("délai 90", "fr", today, 5)).toEqual(browse.suggest.questions("delai 90", "fr", today, 5));
    expect(browse.suggest.questions("zzz qqq", "en", today, 5)).toEqual([]);
  });

  test("lead back to their topic, and none comes twice", () => {
    const titles = browse.suggest.questions("tiktok", "en", today, 25);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(browse.topicTitled(title, today)).toBeDefined();
  });

  test("come in a few milliseconds, however much is typed", () => {
    const started = performance.now();
    browse.suggest.questions("when ".repeat(100), "en", today, 25);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
