import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replay } from "../../adapters/terminal/replay.ts";
import { type Day, dateInWords, type Language, languages, plain } from "../../src/index.ts";
import { theRecord } from "../support/record.ts";

const from = "2020-08-14";
const to = "2020-12-08";
const ninety = theRecord();
const lived = (language: Language) => ninety.replay({ from, to, language, style: "daily", strands: [], replay: true }, 400) ?? [];
const autumn = { en: lived("en"), fr: lived("fr") };

/** The 90-day order's date in force, as the orders and extensions of that autumn have it. */
const inForce = (day: Day): Day => (day < "2020-11-13" ? "2020-11-12" : day < "2020-11-25" ? "2020-11-27" : "2020-12-04");

describe("the autumn of 2020, lived again", () => {
  test("the 90-day order: the date in force on each day, extension by extension, and its end once", () => {
    const said = autumn.en.map(({ day, reminder }) => ({
      day,
      part: reminder?.parts.find(({ deadline }) => deadline === "divestiture-90-day-order"),
    }));
    for (const { day, part } of said) {
      if (day > "2020-12-04") expect(part, day).toBeUndefined();
      else expect(part?.due, day).toBe(inForce(day));
      if (day < "2020-12-04")
        expect(part?.daysLeft, day).toBe(Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(inForce(day))).days);
    }
    expect(said.filter(({ part }) => part && part.kind !== "pending").map(({ day, part }) => `${day} ${part?.kind}`)).toEqual([
      "2020-08-14 set",
      "2020-11-13 moved",
      "2020-11-25 moved",
      "2020-12-04 lapsed",
    ]);
  });

  test("the ban on downloads: 20, then 27 September, then stayed by a judge", () => {
    const said = autumn.en.flatMap(({ day, reminder }) =>
      (reminder?.parts ?? [])
        .filter(({ deadline, kind }) => deadline === "app-store-ban" && kind !== "pending")
        .map(({ kind, due }) => `${day} ${kind} ${due}`),
    );
    expect(said).toEqual(["2020-09-18 set 2020-09-20", "2020-09-19 moved 2020-09-27", "2020-09-27 stayed 2020-09-27"]);
  });

  test("both languages say the same things on the same days", () => {
    const skeleton = (language: Language) =>
      autumn[language].map(({ day, reminder }) => [day, reminder?.parts.map(({ text: _, ...rest }) => rest)]);
    expect(skeleton("fr")).toEqual(skeleton("en"));
  });

  test.each(languages)("every message says that it is a replay and of which day, and names a source for each part (%s)", (language) => {
    for (const { day, reminder } of autumn[language]) {
      if (!reminder) continue;
      expect(reminder.message.lead).toContain(dateInWords(day, language));
      expect(reminder.message.lead).toMatch(language === "en" ? /^Replay of / : /^Rejeu du /);
      for (const { sources } of reminder.parts) expect(sources.length).toBeGreaterThan(0);
    }
  });

  test("nothing is told that was first known later, in no text, no source and no date", () => {
    for (const { day, reminder } of autumn.en)
      for (const claim of reminder?.message.facts ?? []) expect(claim.known <= day, `${day}: ${claim.id}`).toBe(true);
    for (const { day, reminder } of autumn.en)
      for (const source of reminder?.message.sources ?? []) expect((source.published ?? "") <= day, `${day}: ${source.id}`).toBe(true);
    const before = autumn.en.filter(({ day }) => day < "2020-11-13").map(({ reminder }) => (reminder ? plain(reminder.message) : ""));
    expect(before.join("\n")).not.toMatch(/\b27 November 2020|\b4 December 2020/);
  });
});

describe("the command", () => {
  test("one object a day, quiet days included, as the contract names its fields", () => {
    const main = join(import.meta.dirname, "../../adapters/main.ts");
    const args = ["replay", "--from", "2020-12-03", "--to", "2020-12-20", "--json", "--lang", "fr"];
    const out = execFileSync(process.execPath, [main, ...args], { encoding: "utf8", stdio: "pipe" });
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { day: Day; messages: Record<string, unknown>[] });
    expect(rows.map(({ day }) => day)).toEqual(Array.from({ length: 18 }, (_, index) => `2020-12-${String(index + 3).padStart(2, "0")}`));
    for (const message of rows.flatMap(({ messages }) => messages))
      expect(Object.keys(message).filter((key) => !["kind", "deadline", "due", "daysLeft", "text", "sources"].includes(key))).toEqual([]);
    expect(rows.some(({ messages }) => messages.length === 0)).toBe(true);
  });

  test.each([
    [["--from", "2020-12-03"], /^replay wants --from DAY and --to DAY$/],
    [["--from", "2020-12-03", "--to", "2020-12-02"], /^--from is after --to$/],
    [["--from", "2020-02-30", "--to", "2020-12-02"], /^--from wants a day that exists/],
    [["--from", "1900-01-01", "--to", "2020-12-02"], /^replay takes at most .* days at once$/],
    [["--from", "2020-12-01", "--to", "2020-12-02", "--lang", "de"], /^--lang wants en or fr/],
    [["--weird"], /^Unknown option/],
  ])("%j is refused in one line", (args, expected) => {
    expect(() => replay(ninety, args)).toThrow(expected);
  });
});
