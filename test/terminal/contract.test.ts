import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ninety } from "../support/ninety.ts";

const folder = mkdtempSync(join(tmpdir(), "ninety-"));
afterAll(() => rmSync(folder, { recursive: true }));
const batchFile = (lines: readonly unknown[]): string => {
  const file = join(folder, `${Math.random()}.jsonl`);
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
};

describe("ask --json", () => {
  test("a reply has the fields others rely on", async () => {
    const { status, out } = await ninety([
      "ask",
      "--json",
      "--on",
      "2020-08-24",
      "--lang",
      "en",
      "How many days did the order of 14 August 2020 give to sell?",
    ]);
    const reply = JSON.parse(out);
    expect(status).toBe(0);
    expect(reply).toMatchObject({ language: "en", on: "2020-08-24", kind: "answered" });
    expect(reply.lead).toMatch(/90/);
    expect(reply.text.startsWith(reply.lead)).toBe(true);
    expect(reply.text.length).toBeLessThan(1_200);
    expect(reply.facts.length).toBeGreaterThan(0);
    expect(Object.keys(reply.facts[0])).toEqual(expect.arrayContaining(["id", "text", "status", "date", "known", "sources"]));
    expect(reply.sources[0]).toMatchObject({
      id: expect.any(String),
      publisher: expect.any(String),
      title: expect.any(String),
      url: expect.stringMatching(/^https:/),
      kind: expect.any(String),
    });
    expect(
      reply.facts
        .flatMap(({ sources }: { sources: string[] }) => sources)
        .every((id: string) => reply.sources.some((source: { id: string }) => source.id === id)),
    ).toBe(true);
    expect(reply.revision).toMatch(/^[0-9a-f]+$/);
  });
  test("the same question on the same day is answered byte for byte alike, but for the time it took", async () => {
    const words = ["ask", "--json", "--on", "2024-05-01", "Who signed the Act of 2024?"];
    const [first, second] = await Promise.all([ninety(words), ninety(words)]);
    const without = (text: string) => text.replace(/"ms": [\d.]+/, "");
    expect(without(second.out)).toBe(without(first.out));
  });
});

describe("ask --batch", () => {
  test("one reply a line, in order, carrying the id; a bad line is named and the others are still answered", async () => {
    const file = batchFile([
      { id: "a", question: "When was Executive Order 13942 signed?" },
      "{not json",
      { id: "c", question: "" },
      { id: "d", question: "Quand a été signé le décret 13942 ?", lang: "fr", on: "2020-08-24" },
      { id: "e", question: "and who signed it?", previous: ["When was Executive Order 13942 signed?"], context: "TikTok" },
      { id: "f", question: "x", on: "2021-02-30" },
    ]);
    const { status, out, err } = await ninety(["ask", "--batch", file]);
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(replies.map(({ id }) => id)).toEqual(["a", "d", "e"]);
    expect(replies[1]).toMatchObject({ language: "fr", on: "2020-08-24" });
    expect(
      err
        .trim()
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual(["line 2", "line 3", "line 6"]);
  });
  test("reads standard input where the file is -", async () => {
    const { status, out } = await ninety(["ask", "--batch", "-"], {
      input: `${JSON.stringify({ id: 1, question: "Who is Kevin Mayer?" })}\n`,
    });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: "1", question: "Who is Kevin Mayer?" });
  });
});

describe("bad input is one clear line, and nothing half-answered", () => {
  test.each([
    [["ask"], 2, /ask what\?/],
    [["ask", "   "], 2, /ask what\?/],
    [["ask", "--on", "2021-02-30", "when?"], 2, /--on wants a day that exists/],
    [["ask", "--lang", "de", "when?"], 2, /--lang wants en or fr/],
    [["ask", "--nonsense", "when?"], 2, /nonsense/],
    [["ask", "--batch", "/no/such/file"], 2, /cannot read/],
    [["timeline"], 2, /--from DAY and --to DAY/],
    [["deadlines", "--on", "yesterday"], 2, /day that exists/],
    [["dance"], 2, /no command dance/],
  ] as const)("%j", async (words, expected, message) => {
    const { status, out, err } = await ninety([...words]);
    expect(status).toBe(expected);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(message);
  });
  test("a missing record", async () => {
    const { status, err } = await ninety(["ask", "when?"], { env: { NINETY_KNOWLEDGE: join(folder, "nowhere") } });
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(/cannot be read as a record/);
  });
  test("a bad environment names every key at once and never a value", async () => {
    const { status, err } = await ninety(["ask", "when?"], {
      env: { NINETY_TODAY: "2021-02-30", PORT: "s3cret", NINETY_LOG_LEVEL: "loud" },
    });
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(3);
    expect(err).not.toMatch(/s3cret|loud|2021-02-30/);
  });
  test.each([
    ["10,000 characters", "tiktok ".repeat(1_430)],
    ["control characters", "when \u0000\u0007\u001b[31m was the order\u202e signed?"],
    ["only signs", "???!!!"],
    ["emoji", "🎵🎵🎵"],
  ])("%s are answered or declined, not fallen over", async (_name, question) => {
    const { status, out } = await ninety(["ask", "--json", question.replaceAll("\u0000", "")]);
    expect(status).toBe(0);
    expect(["answered", "premise", "choose", "not-known", "outside"]).toContain(JSON.parse(out).kind);
  });
});

describe("the other commands", () => {
  test("deadlines as they stood on 24 August 2020", async () => {
    const { status, out } = await ninety(["deadlines", "--json", "--on", "2020-08-24"]);
    expect(status).toBe(0);
    const sale = JSON.parse(out).find(({ id }: { id: string }) => id === "divestiture-90-day-order");
    expect(sale).toMatchObject({
      due: "2020-11-12",
      state: "pending",
      daysLeft: 80,
      history: [{ on: "2020-08-14", what: "set", due: "2020-11-12" }],
    });
    expect(sale.history[0].sources.length).toBeGreaterThan(0);
  });
  test("a timeline holds what happened in it, oldest first", async () => {
    const { out } = await ninety(["timeline", "--json", "--from", "2020-08-06", "--to", "2020-08-24"]);
    const dates = JSON.parse(out).map(({ date }: { date: string }) => date);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort());
  });
  test("a text against the record: a wrong day is told, the right one is not", async () => {
    const { out } = await ninety([
      "check-text",
      "--json",
      "President Trump signed the ban order against TikTok, Executive Order 13942, on 8 August 2020.",
    ]);
    expect(JSON.parse(out)).toEqual(
      expect.arrayContaining([expect.objectContaining({ difference: expect.objectContaining({ kind: "day" }) })]),
    );
    const right = await ninety([
      "check-text",
      "--json",
      "President Trump signed the ban order against TikTok, Executive Order 13942, on 6 August 2020.",
    ]);
    expect(JSON.stringify(JSON.parse(right.out))).not.toContain('"kind":"day"');
  });
  test("npm start without credentials, its input a pipe, is a filter: one reply for each line, exit 0", async () => {
    const { status, out } = await ninety(["start"], {
      input: "When was Executive Order 13942 signed?\n\nQuand expire le décret des 90 jours ?\n",
    });
    expect(status).toBe(0);
    expect(out.match(/(As of|Au) \d+/g)?.length).toBe(2);
    expect(out).toMatch(/6 August 2020/);
    expect(out).toMatch(/https:\/\//);
  });
  test("ask --explain says why", async () => {
    const { out } = await ninety(["ask", "--explain", "Who blocked the app-store ban in September 2020?"]);
    expect(out).toMatch(/verdict answer/);
    expect(out).toMatch(/coverage/);
  });
});
