import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bot, startBot } from "../support/discord/bot.ts";
import { type Got, peopleOf } from "../support/discord/people.ts";
import { addressesIn, buttonsOf, shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { theRecord } from "../support/record.ts";

let discord: TestDiscord;
let bot: Bot;
let people: ReturnType<typeof peopleOf>;

const isPrivate = (got: Got): boolean => (got.body.flags & 64) !== 0;
const idOf = (got: Got, fits: (id: string) => boolean): string =>
  buttonsOf(got.body).find(({ custom_id }) => fits(custom_id))?.custom_id ?? "";
const question = "When was the 90-day deadline to sell TikTok?";
/** The record, but for one question that it asks back, and one whose reply always leads on. */
const leading = () => {
  const ninety = theRecord();
  return {
    ...ninety,
    ask: (inquiry: Parameters<typeof ninety.ask>[0]) => {
      const answered = ninety.ask(inquiry.question === "and next?" ? { ...inquiry, question } : inquiry);
      const { language, on, revision } = answered.message;
      const titles = ninety.browse().suggest.questions("90-day", "en", on, 3);
      if (inquiry.question === "and next?") return { ...answered, message: { ...answered.message, related: titles.slice(0, 2) } };
      if (inquiry.question !== "which?") return answered;
      const message = { kind: "choose", language, on, revision, lead: "Which?", notes: [], related: [], choices: titles };
      return { ...answered, message: message as unknown as typeof answered.message };
    },
  };
};

beforeAll(async () => {
  discord = await startDiscordServer();
  bot = await startBot(discord, { ninety: leading() });
  people = peopleOf(discord);
});
afterAll(async () => {
  await bot.stop();
  expect(bot.lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
  await discord.stop();
});

describe("sources", () => {
  test("stand beside the reply, private, every one of every fact", async () => {
    const got = await people.command("ask", { question });
    const sources = await people.press(
      got,
      idOf(got, (id) => id.startsWith("behind")),
    );
    expect(sources.type).toBe(4);
    expect(isPrivate(sources)).toBe(true);
    expect(shownIn(sources.body)).toMatch(/public since/);
    expect(addressesIn(sources.body).length).toBeGreaterThanOrEqual(addressesIn(got.body).length);
  });
});

describe("sharing", () => {
  test("shows the same words to all, without the buttons of one", async () => {
    const got = await people.command("ask", { question, private: true });
    const shared = await people.press(got, "share");
    expect(shared.type).toBe(4);
    expect(isPrivate(shared)).toBe(false);
    expect(shownIn(shared.body)).toBe(shownIn(got.body));
    expect(buttonsOf(shared.body).map(({ custom_id }) => custom_id)).not.toContain("share");
    expect(buttonsOf(shared.body).length).toBeGreaterThan(0);
  });

  test("happens once for one reply", async () => {
    const got = await people.command("ask", { question, private: true });
    expect(isPrivate(await people.press(got, "share"))).toBe(false);
    const second = await people.press(got, "share");
    expect(isPrivate(second)).toBe(true);
    expect(shownIn(second.body)).toContain("shared already");
  });

  test("of a page of a list leaves nothing to turn", async () => {
    const got = await people.command("timeline", { from: "2020-08-01", to: "2020-08-31" });
    const shared = await people.press(got, "share");
    expect(buttonsOf(shared.body)).toEqual([]);
  });
});

describe("questions on buttons", () => {
  test("a related question is answered for whoever presses it alone", async () => {
    const got = await people.command("ask", { question: "and next?" });
    const id = idOf(got, (each) => each.startsWith("ask|"));
    expect(id).not.toBe("");
    const next = await people.press(got, id, { user: discord.ben });
    expect(next.type).toBe(4);
    expect(isPrivate(next)).toBe(true);
    expect(addressesIn(next.body).length).toBeGreaterThan(0);
  });

  test("a reading chosen by the asker takes the place of the question, seen by those who saw it", async () => {
    const got = await people.command("ask", { question: "which?" });
    expect(buttonsOf(got.body)).toHaveLength(3);
    const picked = await people.press(
      got,
      idOf(got, (each) => each.startsWith("pick|")),
    );
    expect(picked.type).toBe(7);
    expect(shownIn(picked.body)).not.toContain("Which?");
    expect(buttonsOf(picked.body).map(({ custom_id }) => custom_id)).not.toContain("share");
  });

  test("chosen by somebody else it is answered for them alone", async () => {
    const got = await people.command("ask", { question: "which?" });
    const picked = await people.press(
      got,
      idOf(got, (each) => each.startsWith("pick|")),
      { user: discord.ben },
    );
    expect(picked.type).toBe(4);
    expect(isPrivate(picked)).toBe(true);
  });

  test("a reply of a past day stays of that day", async () => {
    const got = await people.command("ask", { question: "which?", on: "2020-11-20" });
    const picked = await people.press(
      got,
      idOf(got, (each) => each.startsWith("pick|")),
    );
    expect(shownIn(picked.body)).toContain("As of 20 November 2020");
    expect(shownIn(picked.body).split("\n").slice(0, -1).join("\n")).not.toMatch(/202[1-9]/);
  });
});

describe("a button's id from outside", () => {
  test.each([
    "",
    "x",
    "ask|en||no-such-topic",
    "ask|de||x",
    "ask|en|2020-02-31|x",
    "ask|en||<@1>",
    "timeline|en||1|2020-08-01",
    "timeline|en||9999|2020-08-01|2020-08-02",
    "behind|en||1|zzzzzz",
    `behind|en||1${"|zzzzzz".repeat(12)}`,
    "source|en||1|no-such-source",
    "share|x",
  ])("%j is declined in one line, and nothing breaks", async (id) => {
    const got = await people.command("ask", { question });
    const answer = await people.press(got, id);
    expect(isPrivate(answer)).toBe(true);
    expect(shownIn(answer.body).split("\n")).toHaveLength(1);
  });

  test("a page beyond the last is the last", async () => {
    const got = await people.command("deadlines");
    expect(shownIn((await people.press(got, "timeline|en||900|2020-08-01|2020-08-31")).body)).toMatch(/page (\d+) of \1\)/);
  });
});
