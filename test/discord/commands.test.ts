import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../adapters/discord/commands.ts";
import { phrases } from "../../src/index.ts";
import { hostile } from "../adapter-contract.ts";
import { type Bot, startBot, testDay } from "../support/discord/bot.ts";
import { interactionOf, peopleOf } from "../support/discord/people.ts";
import { addressesIn, buttonsOf, liveIn, shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { theRecord } from "../support/record.ts";

let discord: TestDiscord;
let bot: Bot;
let people: ReturnType<typeof peopleOf>;

const isPrivate = (flags: number): boolean => (flags & 64) !== 0;

beforeAll(async () => {
  discord = await startDiscordServer();
  // a command for administrators, to see that the right is checked when it comes in and not only where Discord hides it
  const admin = { ...commands[0], name: "settle", default_member_permissions: "16" } as (typeof commands)[number];
  bot = await startBot(discord, { commands: [...commands, admin] });
  people = peopleOf(discord);
});
afterAll(async () => {
  await bot.stop();
  expect(bot.lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
  await discord.stop();
});

describe("/ask", () => {
  test("answers for all to see, with sources whose addresses are whole and are the record's", async () => {
    const got = await people.command("ask", { question: "When did the 90-day order expire?" });
    expect(got.type).toBe(4);
    expect(isPrivate(got.body.flags)).toBe(false);
    expect(shownIn(got.body)).toContain("4 December 2020");
    expect(addressesIn(got.body).length).toBeGreaterThan(0);
    const record = new Set(
      theRecord().base.topics.flatMap(({ id }) =>
        theRecord()
          .sourcesOfFact(id, testDay)
          .map(({ url }) => url),
      ),
    );
    for (const url of addressesIn(got.body)) expect(record).toContain(url);
    expect(shownIn(got.body)).toContain(theRecord().base.revision);
  });

  test("answers for the asker alone where they want that, and can then be shared", async () => {
    const got = await people.command("ask", { question: "When did the 90-day order expire?", private: true });
    expect(isPrivate(got.body.flags)).toBe(true);
    expect(buttonsOf(got.body).map(({ custom_id }) => custom_id)).toContain("share");
  });

  test("answers as of a day, with nothing that became known later", async () => {
    const got = await people.command("ask", { question: "When does the 90-day order expire?", on: "2020-08-24" });
    expect(shownIn(got.body)).toContain("12 November 2020");
    expect(shownIn(got.body)).not.toContain("4 December");
  });

  test.each([
    ["2020-02-31", "is not a day that exists"],
    ["yesterday", "is not a day that exists"],
    ["2099-01-01", "has not come yet"],
  ])("says in one line what is wrong with the day %s", async (on, why) => {
    const got = await people.command("ask", { question: "When?", on });
    expect(isPrivate(got.body.flags)).toBe(true);
    expect(shownIn(got.body)).toContain(why);
    expect(shownIn(got.body).split("\n")).toHaveLength(1);
  });

  test("answers in the language of the question, whatever the client's", async () => {
    const french = await people.command("ask", { question: "Quand expirait le délai de 90 jours pour vendre TikTok ?" });
    expect(shownIn(french.body)).toContain("décembre 2020");
    const english = await people.command("ask", { question: "When was the 90-day deadline to sell TikTok?" }, { locale: "fr" });
    expect(shownIn(english.body)).toContain("December 2020");
  });

  test("answers in a direct message, where there is no server and no member", async () => {
    const got = await people.command("ask", { question: "When did the 90-day order expire?" }, { direct: true });
    expect(shownIn(got.body)).toContain("2020");
  });

  test.each(hostile)("brings nothing to life: %j", async (question) => {
    const got = await people.command("ask", { question });
    expect(liveIn(got.body)).toEqual([]);
  });

  test("ten thousand characters are declined in one line", async () => {
    for (const question of ["a".repeat(10_000), "(a+)+$ ".repeat(1_428), "👩‍👩‍👧".repeat(1_250)]) {
      const started = performance.now();
      const got = await people.command("ask", { question });
      expect(performance.now() - started).toBeLessThan(1_000);
      expect(shownIn(got.body)).toContain("500");
      expect(isPrivate(got.body.flags)).toBe(true);
    }
  });
});

describe("suggestions while typing", () => {
  test("come from the record, in the client's language, ask what they say, and keep within the limits", async () => {
    const english = await people.type("ask", "question", "when did the 90");
    expect(english.type).toBe(8);
    expect(english.choices.length).toBeGreaterThan(2);
    expect(english.choices.length).toBeLessThanOrEqual(25);
    expect(english.choices[0]?.name).toContain("90");
    const french = await people.type("ask", "question", "quand expir", {}, { locale: "fr" });
    expect(french.choices[0]?.name).toMatch(/quand/i);
    const got = await people.command("ask", { question: english.choices[0]?.value ?? "" });
    expect(shownIn(got.body)).not.toContain(phrases.silence.en);
  });

  test("of a past day hold nothing that was not known then", async () => {
    const { choices } = await people.type("ask", "question", "joint venture", { on: "2020-08-24" });
    expect(choices.map(({ name }) => name).join()).not.toMatch(/joint venture/i);
  });

  test("before anything is typed are what people want most, and nonsense finds nothing", async () => {
    expect((await people.type("ask", "question", "")).choices.length).toBe(25);
    expect((await people.type("ask", "question", "xqzzy plover")).choices).toEqual([]);
  });

  test("of sources name the publisher and carry the id", async () => {
    const { choices } = await people.type("source", "id", "federal register");
    expect(choices.length).toBeGreaterThan(0);
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(theRecord().base.source(value)).toBeDefined();
    }
  });
});

describe("lists", () => {
  test("/deadlines as of a day: those pending first, with the days left", async () => {
    const got = await people.command("deadlines", { on: "2020-11-20" });
    expect(isPrivate(got.body.flags)).toBe(true);
    expect(shownIn(got.body)).toContain("7 days left");
    expect(shownIn(got.body)).toContain("12 November 2020 → 27 November 2020");
  });

  test("/deadlines today says that none is pending", async () => {
    expect(shownIn((await people.command("deadlines")).body)).toContain(phrases.nonePending(testDay).en);
  });

  test("/timeline pages, each page within the limits, the pages together the whole", async () => {
    const first = await people.command("timeline", { from: "2020-08-01", to: "2020-08-31" });
    const pages = Number(/page 1 of (\d+)/.exec(shownIn(first.body))?.[1]);
    expect(pages).toBeGreaterThan(3);
    let got = first;
    const seen = new Set([shownIn(first.body)]);
    for (let page = 2; page <= pages; page += 1) {
      const next = buttonsOf(got.body).find(({ label }) => label === "Next");
      got = await people.press(got, next?.custom_id ?? "");
      expect(got.type).toBe(7);
      expect(shownIn(got.body)).toContain(`page ${page} of ${pages}`);
      seen.add(shownIn(got.body));
    }
    expect(seen.size).toBe(pages);
    expect(buttonsOf(got.body).map(({ label }) => label)).not.toContain("Next");
  });

  test("/timeline refuses days in the wrong order, and a day without news is said to be one", async () => {
    expect(shownIn((await people.command("timeline", { from: "2020-08-31", to: "2020-08-01" })).body)).toContain("after the last one");
    expect(shownIn((await people.command("timeline", { from: "2019-01-02" })).body)).toContain("holds nothing dated");
  });

  test("/changes tells what became known, the newest first", async () => {
    const text = shownIn((await people.command("changes", { since: "2026-01-01" })).body);
    expect(text).toContain("First known on or after 1 January 2026");
    expect(addressesIn((await people.command("changes", { since: "2026-01-01" })).body).length).toBeGreaterThan(0);
  });

  test("/source tells what rests on one, and a source that is not there is said in one line", async () => {
    const [source] = theRecord().browse().suggest.sources("order regarding the acquisition", testDay, 1);
    const got = await people.command("source", { id: source?.id ?? "" });
    expect(addressesIn(got.body)).toContain(source?.url);
    expect(shownIn((await people.command("source", { id: "no-such-source" })).body)).toContain("no such source");
  });

  test("/help in both languages", async () => {
    expect(shownIn((await people.command("help")).body)).toContain("/timeline");
    expect(shownIn((await people.command("help", {}, { locale: "fr" })).body)).toContain("/chronologie");
  });

  test("in French for a French client", async () => {
    expect(shownIn((await people.command("deadlines", { on: "2020-11-20" }, { locale: "fr" })).body)).toContain("dans 7 jours");
    expect(shownIn((await people.command("deadlines", { on: "hier" }, { locale: "fr" })).body)).toContain("n'est pas une date");
  });
});

describe("check against the record", () => {
  test("says what differs, quotes the passage, for the asker alone", async () => {
    const got = await people.checkMessage("The order of 14 August 2020 gave ByteDance 60 days to sell TikTok's U.S. business.");
    const text = shownIn(got.body);
    expect(isPrivate(got.body.flags)).toBe(true);
    expect(text).toContain("60 days to sell");
    expect(text).toMatch(/The text says .*60/);
    expect(addressesIn(got.body).length).toBeGreaterThan(0);
  });

  test("says that a text touches nothing, and that there is no text", async () => {
    expect(shownIn((await people.checkMessage("I had soup for lunch and it was very good soup.")).body)).toContain(
      phrases.touchesNothing.en,
    );
    expect(shownIn((await people.checkMessage("")).body)).toContain("no text");
  });

  test("a long text goes on in further messages, as private as the first", async () => {
    const facts = theRecord()
      .base.topics.filter(({ kind }) => kind === "fact")
      .slice(0, 40)
      .map(({ id }) => theRecord().base.fact(id)?.text.en);
    const follow = discord.front.next(({ path }) => path.startsWith("/webhooks/"));
    await people.checkMessage(facts.join(" ").slice(0, 4_000));
    const { body } = await follow;
    expect(isPrivate((body as { flags: number }).flags)).toBe(true);
  });

  test("a hostile text brings nothing to life", async () => {
    const got = await people.checkMessage(
      `@everyone The order of 14 August 2020 gave ByteDance 60 days to sell <@&1> [TikTok](https://evil.example)'s U.S. business.`,
    );
    expect(liveIn(got.body)).toEqual([]);
  });
});

describe("what comes forged or from another time", () => {
  test("an administrator's command from somebody who is none is refused, and allowed to one", async () => {
    expect(shownIn((await people.command("settle", {}, { permissions: "2048" })).body)).toContain("permission");
    expect(shownIn((await people.command("settle", {}, { direct: true })).body)).toContain("permission");
    for (const permissions of ["16", "8"])
      expect(shownIn((await people.command("settle", {}, { permissions })).body)).toContain("no longer have that command");
  });

  test("a command we do not have, a kind of interaction we do not offer", async () => {
    expect(shownIn((await people.command("conquer")).body)).toContain("/help");
    discord.gateway.broadcast("INTERACTION_CREATE", interactionOf(discord, { type: 5, data: { custom_id: "x", components: [] } }));
    expect(shownIn((await people.command("help")).body)).toContain("/ask");
  });
});

describe("registered commands", () => {
  test("are left alone where they are as declared, and mended where not", async () => {
    const puts = () => discord.front.sent.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands")).length;
    const before = puts();
    const again = await startBot(discord, { commands: bot.running ? [...commands] : [] });
    expect(puts()).toBe(before + 1);
    await again.stop();
    const unchanged = await startBot(discord, { commands });
    expect(puts()).toBe(before + 1);
    await unchanged.stop();
  });

  test("are all localised in French, in at most 8,000 characters each", () => {
    for (const { name_localizations, description_localizations, options, type } of commands) {
      expect(name_localizations.fr).not.toBe("");
      if (type === 1) expect(description_localizations?.fr).toBeDefined();
      for (const option of options ?? []) expect(option.description_localizations.fr).not.toBe("");
    }
  });
});

test("no question, no token and no person has come into the log", () => {
  const log = bot.lines.join("");
  expect(log).not.toMatch(/90-day|soup|evil\.example/);
  expect(log).not.toContain(discord.token);
  expect(log).not.toContain(discord.ann);
});
