import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkKnowledge, jsonSchemas } from "../../src/index.ts";

let copy = "";
beforeAll(() => {
  copy = join(mkdtempSync(join(tmpdir(), "ninety-record-")), "knowledge");
  cpSync("knowledge", copy, { recursive: true });
});
afterAll(() => rmSync(join(copy, ".."), { recursive: true }));

/** The problems of the record with one file changed, as `file: field: what`; the file is put back. */
const problemsWith = (file: string, change: (text: string) => string): string[] => {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, change(before));
  try {
    return checkKnowledge(copy).problems.map(({ file: where, field, what }) => `${where}: ${field}: ${what}`);
  } finally {
    writeFileSync(path, before);
  }
};
type Entry = { readonly text: { en: string; fr: string }; readonly answers: { lead: object; polarity: string }[] };
const edited = (change: (entry: Entry) => void) => (text: string) => {
  const entry = JSON.parse(text);
  change(entry);
  return `${JSON.stringify(entry, null, 2)}\n`;
};

const fact = "facts/90-day-order/order-aug14-90-days.json";
const question = "questions/general/is-tiktok-banned.json";

test("the record is sound", () => {
  expect(checkKnowledge("knowledge").problems).toEqual([]);
});

test("the schemas that editors use are those of the code", () => {
  for (const [kind, schema] of Object.entries(jsonSchemas()))
    expect(JSON.parse(readFileSync(`knowledge/schemas/${kind}.json`, "utf8")), kind).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe("what is broken is named with its file, its field and the way to mend it", () => {
  test.each([
    ["not JSON", fact, () => "{ not json", /order-aug14-90-days\.json: \(whole file\): is not JSON/],
    ["an unknown field", fact, edited((entry) => Object.assign(entry, { mood: "good" })), /mood/],
    ["a day that does not exist", fact, edited((entry) => Object.assign(entry, { known: "2020-02-30" })), /known: write a day that exists/],
    [
      "a source that does not exist",
      fact,
      edited((entry) => Object.assign(entry, { sources: ["no-such-source"] })),
      /sources: names the source no-such-source/,
    ],
    [
      "other numbers in French",
      fact,
      edited(({ text }) => Object.assign(text, { fr: text.fr.replace("90", "45") })),
      /different numbers \(90 only in English, 45 only in French\)/,
    ],
    [
      "a status word",
      fact,
      edited(({ text }) => Object.assign(text, { en: `${text.en} It is currently in force.` })),
      /says "currently", which rots/,
    ],
    [
      "an allegation without a speaker",
      fact,
      edited((entry) => Object.assign(entry, { status: "alleged" })),
      /speaker: is alleged: name who says so/,
    ],
    [
      "known before it happened",
      fact,
      edited((entry) => Object.assign(entry, { known: "2020-08-01" })),
      /known: 2020-08-01 is before the fact's own date/,
    ],
    [
      "an answer that leaks",
      question,
      edited(({ answers }) => Object.assign(answers[0] ?? {}, { facts: ["jv-closing"] })),
      /is before jv-closing could be known/,
    ],
    [
      "a lead without its polarity",
      question,
      edited(({ answers }) =>
        Object.assign(answers.find(({ polarity }) => polarity === "no")?.lead ?? {}, {
          en: "TikTok went on.",
        }),
      ),
      /has the polarity no but does not open with it/,
    ],
    ["a crooked layout", fact, (text: string) => text.replace("{\n", "{\n\n"), /not in canonical form/],
  ] as const)("%s", (_name, file, change, expected) => {
    const problems = problemsWith(file, change);
    expect(
      problems.some((problem) => expected.test(problem)),
      problems.join("\n"),
    ).toBe(true);
  });
  test("several at once are all said", () => {
    const problems = problemsWith(
      fact,
      edited((entry) => Object.assign(entry, { status: "alleged", sources: ["no-such-source"], about: ["nobody"] })),
    );
    expect(problems.filter((problem) => problem.includes("order-aug14-90-days")).length).toBeGreaterThanOrEqual(3);
  });
});
