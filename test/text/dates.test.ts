import { describe, expect, test } from "vitest";
import { findDates } from "../../src/text/dates.ts";

const spans = (text: string, language: "en" | "fr") =>
  findDates(text, language, "2026-11-23").map(({ from, to }) => (from === to ? from : `${from}..${to}`));

describe("findDates", () => {
  test.each([
    ["what happened on August 24, 2020?", "2020-08-24"],
    ["as of 2020-08-24", "2020-08-24"],
    ["on the 6th of August 2020", "2020-08-06"],
    ["in September 2020", "2020-09-01..2020-09-30"],
    ["last week of September 2020", "2020-09-24..2020-09-30"],
    ["between 14 and 20 september 2020", "2020-09-14..2020-09-20"],
    ["from 1 August 2020 to 3 October 2020", "2020-08-01..2020-10-03"],
    ["what happened in 2021", "2021-01-01..2021-12-31"],
  ])("%s", (text, span) => expect(spans(text, "en")).toEqual([span]));
  test.each([
    ["que s'est-il passé le 24 août 2020", "2020-08-24"],
    ["le 1er janvier 2024", "2024-01-01"],
    ["en aout 2020", "2020-08-01..2020-08-31"],
    ["la dernière semaine de septembre 2020", "2020-09-24..2020-09-30"],
    ["entre le 14 et le 20 septembre 2020", "2020-09-14..2020-09-20"],
    ["du 14 août au 8 décembre 2020", "2020-08-14..2020-12-08"],
    ["fin janvier 2025", "2025-01-25..2025-01-31"],
  ])("%s", (text, span) => expect(spans(text, "fr")).toEqual([span]));
  test.each(["EO 13942 gave 45 days", "may TikTok be banned", "sections 1 to 4", "90 days", ""])("no date in: %s", (text) =>
    expect(spans(text, "en")).toEqual([]),
  );
  test("a day without a year says so", () =>
    expect(findDates("12 november", "en", "2026-11-23")[0]).toMatchObject({ from: "2026-11-12", year: false }));
  test("an impossible day is no date", () => expect(spans("on 2021-02-30", "en")).toEqual([]));
});
