import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phrases } from "../../src/index.ts";
import { type Bot, startBot } from "../support/discord/bot.ts";
import { peopleOf } from "../support/discord/people.ts";
import { addressesIn, liveIn, shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";

let discord: TestDiscord;
let bot: Bot;
let people: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  discord = await startDiscordServer();
  bot = await startBot(discord);
  people = peopleOf(discord);
});
afterAll(async () => {
  await bot.stop();
  expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
  await discord.stop();
});

const person = (id: string, bot = false) => ({ id, username: "x", discriminator: "0", avatar: null, global_name: null, bot });
const repliedTo = (text: string, author: string, over: object = {}) => ({
  type: 19,
  message_reference: { type: 0, message_id: "42", channel_id: discord.channel, guild_id: discord.guild },
  referenced_message: {
    id: "42",
    channel_id: discord.channel,
    author: person(author, author === discord.self),
    content: text,
    timestamp: "2020-08-14T00:00:00+00:00",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...over,
  },
});

/** Says something and waits for what the bot posts. */
const answerTo = async (content: string, over: object = {}) => {
  const post = people.nextPost();
  people.say(content, { ...over });
  return post;
};

describe("a mention", () => {
  test("is answered in reply, for all, with whole addresses and nobody pinged", async () => {
    const post = await answerTo(`<@${discord.self}> when did the 90-day order expire?`, { id: "1300000000000000001" });
    expect(post.message_reference?.message_id).toBe("1300000000000000001");
    expect(shownIn(post)).toContain("2020");
    expect(addressesIn(post).length).toBeGreaterThan(0);
    expect(post.allowed_mentions).toEqual({ parse: [] });
    expect(post.nonce.length).toBeLessThanOrEqual(25);
  });

  test("in French is answered in French", async () => {
    expect(shownIn(await answerTo(`<@${discord.self}> quand expirait le délai de 90 jours pour vendre TikTok ?`))).toContain("Sources");
    expect(shownIn(await answerTo(`<@!${discord.self}> quel temps fait-il à Lyon demain matin ?`))).toMatch(/dossier/);
  });

  test("without a question is told how to ask", async () => {
    expect(shownIn(await answerTo(`<@${discord.self}>`))).toContain(phrases.empty.en);
  });

  test("in reply to a message, alone: that message is checked", async () => {
    const text = "The order of 14 August 2020 gave ByteDance 60 days to sell TikTok's U.S. business.";
    const post = await answerTo(`<@${discord.self}>`, repliedTo(text, discord.ben));
    expect(shownIn(post)).toMatch(/The text says .*60/);
  });

  test("in reply to a message whose text Discord withholds says so, with the way out", async () => {
    expect(shownIn(await answerTo(`<@${discord.self}>`, repliedTo("", discord.ben)))).toContain("Check against the record");
  });

  test("in reply to the bot's own reply goes on from there", async () => {
    const post = await answerTo(
      `<@${discord.self}> and when was it extended?`,
      repliedTo("", discord.self, {
        components: [{ type: 17, components: [{ type: 10, content: "The 90-day order to sell TikTok of 14 August 2020" }] }],
      }),
    );
    expect(shownIn(post)).toContain("2020");
  });

  test("with hostile text brings nothing to life; ten thousand characters are declined", async () => {
    expect(liveIn(await answerTo(`<@${discord.self}> [x](https://evil.example) <@&1> # y`))).toEqual([]);
    expect(shownIn(await answerTo(`<@${discord.self}> ${"a".repeat(10_000)}`))).toContain("500");
  });

  test("where replying is not allowed for want of history is answered without the arrow", async () => {
    discord.front.fault({
      on: ({ path, body }) => path.endsWith("/messages") && (body as { message_reference?: object }).message_reference !== undefined,
      status: 400,
      body: { code: 160002, message: "Cannot reply without permission to read message history" },
    });
    const first = await answerTo(`<@${discord.self}> who signed it?`);
    expect(first.message_reference).toBeDefined();
    expect((await people.nextPost()).message_reference).toBeUndefined();
  });

  test("where writing is not allowed leaves a line in the log, and the next one is answered", async () => {
    discord.front.fault({
      on: ({ path }) => path.endsWith("/messages"),
      status: 403,
      body: { code: 50013, message: "Missing Permissions" },
    });
    await answerTo(`<@${discord.self}> who signed it?`);
    await answerTo(`<@${discord.self}> who signed it?`);
    expect(bot.lines.filter((line) => line.includes('"refusal":"forbidden"'))).toHaveLength(1);
  });
});

describe("somebody in a hurry", () => {
  test("is told so once, kindly, with the seconds to wait, and answered again afterwards", async () => {
    let at = 1_000_000;
    const hurried = await startBot(discord, {
      now: () => at,
      paces: { person: { burst: 2, perSecond: 0.1 }, channel: { burst: 100, perSecond: 1 } },
    });
    await bot.stop();
    for (let each = 0; each < 2; each += 1) expect((await people.command("help")).body.flags & 64).toBe(64);
    expect(shownIn((await people.command("help")).body)).toContain("ask again in 10 s");
    expect(shownIn((await people.command("help", {}, { locale: "fr" })).body)).toContain("redemandez dans 10 s");
    expect(shownIn((await people.command("help", {}, { user: discord.ben })).body)).toContain("/ask");
    at += 10_000;
    expect(shownIn((await people.command("help")).body)).toContain("/ask");
    for (let each = 0; each < 2; each += 1) await answerTo(`<@${discord.self}> who signed it?`, { author: person("9001") });
    const told = await answerTo(`<@${discord.self}> who signed it?`, { author: person("9001") });
    expect(shownIn(told)).toContain("ask again");
    people.say(`<@${discord.self}> who signed it?`, { author: person("9001") });
    const next = await answerTo(`<@${discord.self}> who signed it?`, { author: person("9002") });
    expect(shownIn(next)).not.toContain("ask again");
    await hurried.stop();
  });

  test("many people in one channel are told so too, where all would see the answers, and not in private", async () => {
    const paces = { person: { burst: 100, perSecond: 1 }, channel: { burst: 2, perSecond: 0.1 } };
    const crowded = await startBot(discord, { now: () => 0, paces });
    const question = "Who signed the order?";
    const asked = (user: string, given: Record<string, boolean> = {}) => people.command("ask", { question, ...given }, { user });
    for (const user of ["9101", "9102"]) expect(shownIn((await asked(user)).body)).not.toContain("ask again");
    const refused = await asked("9103");
    expect(shownIn(refused.body)).toContain("ask again in 10 s");
    expect(refused.body.flags & 64).toBe(64);
    expect(shownIn((await asked("9103", { private: true })).body)).not.toContain("ask again");
    await crowded.stop();
  });
});
