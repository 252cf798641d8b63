import { describe, expect, test } from "vitest";
import { readBlind } from "../../bench/blind.ts";
import { type Day, openNinety, plain } from "../../src/index.ts";
import { lastDay } from "../../src/model/day.ts";

const ninety = openNinety("knowledge");
const blind = [...readBlind("learn"), ...readBlind("report")];

/** Forty days across the record, each the eve of something or the day itself. */
const days: readonly Day[] = [
  "2019-11-02",
  "2020-06-30",
  "2020-07-31",
  "2020-08-05",
  "2020-08-06",
  "2020-08-13",
  "2020-08-14",
  "2020-08-24",
  "2020-09-13",
  "2020-09-17",
  "2020-09-19",
  "2020-09-26",
  "2020-09-28",
  "2020-10-30",
  "2020-11-11",
  "2020-11-13",
  "2020-11-26",
  "2020-12-04",
  "2020-12-08",
  "2021-02-12",
  "2021-06-08",
  "2021-06-10",
  "2022-06-20",
  "2022-12-30",
  "2023-03-22",
  "2023-12-01",
  "2024-03-14",
  "2024-04-23",
  "2024-05-08",
  "2024-12-06",
  "2025-01-16",
  "2025-01-18",
  "2025-01-21",
  "2025-04-05",
  "2025-06-20",
  "2025-09-24",
  "2025-12-19",
  "2026-01-21",
  "2026-01-23",
  "2026-06-01",
];

/** From which day on each title may be offered; titles that several topics share from the earliest. */
const offeredFrom = new Map<string, Day>();
for (const { title, from } of ninety.base.topics)
  for (const text of [title.en, title.fr]) {
    const known = offeredFrom.get(text);
    if (known === undefined || from < known) offeredFrom.set(text, from);
  }

describe("as of a day, nothing first known later is said", () => {
  test("there are forty days", () => expect(new Set(days).size).toBe(40));
  test.each(days)("as of %s, to every blind question", (on) => {
    const leaks: string[] = [];
    for (const { question, lang } of blind) {
      const { message } = ninety.ask({ question, on, language: lang });
      const say = (what: string) => leaks.push(`${question}: ${what}`);
      const facts = "facts" in message ? message.facts : "nearest" in message ? message.nearest : [];
      for (const { id, known } of facts) if (known > message.on) say(`fact ${id}, known ${known}`);
      for (const { id, published } of "sources" in message ? message.sources : [])
        if (published !== null && published > lastDay(message.on)) say(`source ${id}, of ${published}`);
      for (const title of [...message.related, ...("choices" in message ? message.choices : [])]) {
        const from = offeredFrom.get(title);
        if (from === undefined || from > message.on) say(`offers "${title}", which begins ${from}`);
      }
      // a due date may lie ahead, but never by more than the 270 days of the longest term
      const ahead = String(Number(message.on.slice(0, 4)) + 1);
      for (const year of plain(message).match(/\b20[12]\d\b/g) ?? []) if (year > ahead && !question.includes(year)) say(`mentions ${year}`);
    }
    expect(leaks).toEqual([]);
  });
});
