import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommand } from "../../adapters/slack/commands.ts";
import { typed } from "../../adapters/slack/markup.ts";
import { carried, requestIn } from "../../adapters/slack/request.ts";
import { longestQuestion, words } from "../../adapters/slack/words.ts";

const today = "2026-11-23";
const read = (text: string) => readCommand(text, today);
const asked = (text: string) => {
  const command = read(text);
  return command.kind === "request" ? { ...command.request, share: command.share } : command;
};

describe("what is typed after /ninety", () => {
  test.each([
    ["when does the order expire?", { do: "ask", question: "when does the order expire?", share: false }],
    ["ask when does it expire", { do: "ask", question: "when does it expire", share: false }],
    ["when does it expire? on 2020-08-24", { do: "ask", question: "when does it expire?", on: "2020-08-24", share: false }],
    ["on 2020-08-24 when does it expire?", { do: "ask", question: "when does it expire?", on: "2020-08-24", share: false }],
    ["quand expire-t-il au 2020-08-24", { do: "ask", question: "quand expire-t-il", on: "2020-08-24", share: false }],
    ["what happened on 2020-08-06?", { do: "ask", question: "what happened on 2020-08-06?", share: false }],
    ["share is it banned?", { do: "ask", question: "is it banned?", share: true }],
    ["share deadlines on 2020-11-01", { do: "deadlines", on: "2020-11-01", share: true }],
    ["partager est-il interdit ?", { do: "ask", question: "est-il interdit ?", share: true }],
    ["deadlines", { do: "deadlines", share: false }],
    ["Deadlines ON 2020-11-01", { do: "deadlines", on: "2020-11-01", share: false }],
    ["échéances", { do: "deadlines", language: "fr", share: false }],
    ["deadlines for WeChat?", { do: "ask", question: "deadlines for WeChat?", share: false }],
    ["timeline", { do: "timeline", from: "2019-01-01", to: today, share: false }],
    ["timeline 2020-08-01 2020-08-31", { do: "timeline", from: "2020-08-01", to: "2020-08-31", share: false }],
    [
      "timeline from 2020-08-01 to 2020-08-31 on 2020-08-10",
      { do: "timeline", from: "2020-08-01", to: "2020-08-31", on: "2020-08-10", share: false },
    ],
    ["chronologie du 2020-08-01 au 2020-08-31", { do: "timeline", from: "2020-08-01", to: "2020-08-31", language: "fr", share: false }],
    ["timeline of the Oracle deal", { do: "ask", question: "timeline of the Oracle deal", share: false }],
    ["changes 2026-01-01", { do: "changes", since: "2026-01-01", share: false }],
    ["changes since 2026-01-01", { do: "changes", since: "2026-01-01", share: false }],
    ["source eo-13942", { do: "source", id: "eo-13942", share: false }],
    ["source of the claim?", { do: "ask", question: "source of the claim?", share: false }],
    ["check The order gave 45 days.", { do: "check", text: "The order gave 45 days.", share: false }],
    ["help me understand the order", { do: "ask", question: "help me understand the order", share: false }],
  ])("%s", (text, expected) => expect(asked(text)).toEqual(expected));

  test.each([
    ["", { kind: "help", language: undefined }],
    ["help", { kind: "help", language: undefined }],
    ["aide", { kind: "help", language: "fr" }],
    ["share", { kind: "help", language: undefined }],
    ["check", { kind: "mend", line: words.noText }],
    ["source", { kind: "mend", line: words.noId }],
    ["deadlines on 2020-02-31", { kind: "mend", line: words.noDay("2020-02-31") }],
    ["is it banned? on 2999-01-01", { kind: "mend", line: words.future("2999-01-01") }],
    ["timeline 2020-09-01 2020-08-01", { kind: "mend", line: words.backwards }],
    ["timeline 2020-09-01 2020-13-01", { kind: "mend", line: words.noDay("2020-13-01") }],
    ["changes since 2020-02-30", { kind: "mend", line: words.noDay("2020-02-30") }],
    ["x".repeat(longestQuestion + 1), { kind: "mend", line: words.tooLong }],
    ["remind daily at 9", { kind: "other", name: "remind", rest: "daily at 9" }],
  ])("%s is answered with a way out", (text, expected) => expect(read(text)).toEqual(expected));

  test("whatever is typed is read, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(["request", "help", "mend", "other"]).toContain(read(typed(text)).kind);
      }),
    );
    const started = performance.now();
    for (const text of [
      "on ".repeat(5_000),
      "<".repeat(10_000),
      "2020-08-".repeat(2_000),
      `timeline ${"-".repeat(10_000)}`,
      "&".repeat(10_000),
    ])
      read(typed(text));
    expect(performance.now() - started).toBeLessThan(250);
  });
});

describe("what a button carries", () => {
  test("comes back as it was", () => {
    const request = { do: "timeline", from: "2020-08-01", to: "2020-08-31", on: "2020-09-01", language: "fr", page: 2 } as const;
    expect(requestIn(carried(request))).toEqual(request);
  });
  test.each([
    undefined,
    "",
    "x",
    "null",
    "{}",
    '{"do":"drop"}',
    '{"do":"ask"}',
    '{"do":"source","id":"x","more":1}',
    '{"do":"changes","since":"2020-02-31"}',
  ])("%s is none of ours", (value) => expect(requestIn(value)).toBeUndefined());
  test("is never more than Slack carries", () => {
    expect(carried({ do: "check", text: "x".repeat(1_900) })).toBeDefined();
    expect(carried({ do: "check", text: "x".repeat(2_000) })).toBeUndefined();
  });
});

describe("what a person typed, without Slack's markup", () => {
  test.each([
    ["<@U1> when?", "when?"],
    ["<!here> <!subteam^S1|@team> hi", "hi"],
    ["see <https://example.org/a?b=1&amp;c=2|this>", "see this"],
    ["see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"],
    ["in <#C1|general> and <#C2>", "in #general and #C2"],
    ["1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"],
    ["&lt;!here&gt;", "<!here>"],
  ])("%s", (text, expected) => expect(typed(text)).toBe(expected));
});
