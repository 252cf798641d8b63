import { afterAll, beforeAll } from "vitest";
import { replyButtons } from "../../adapters/discord/buttons.ts";
import { problems } from "../../adapters/discord/limits.ts";
import { render, renderFitted } from "../../adapters/discord/render.ts";
import { pages } from "../../src/index.ts";
import { adapterContract } from "../adapter-contract.ts";
import { startBot } from "../support/discord/bot.ts";
import { peopleOf } from "../support/discord/people.ts";
import { addressesIn, liveIn, shownIn, textsOf } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { theRecord } from "../support/record.ts";

let discord: TestDiscord;
beforeAll(async () => {
  discord = await startDiscordServer();
});
afterAll(() => discord.stop());

const verified = "2026-10-09";
const dressed = (message: Parameters<typeof replyButtons>[0]) =>
  replyButtons(message, { browse: theRecord().browse(), today: verified, private: false });
const snowflakes = new Map<string, string>();
/** Discord's ids are numbers; one for each name. */
const snowflake = (name: string): string => {
  const known = snowflakes.get(name) ?? String(1_300_000_000_000_000_000n + BigInt(snowflakes.size));
  snowflakes.set(name, known);
  return known;
};
let round = 0;

adapterContract({
  name: "Discord",
  folder: "adapters/discord",
  sdk: /discord/,
  render: (message) => renderFitted(message, verified, dressed),
  quote: (text) => {
    const ninety = theRecord();
    const [finding] = ninety.checkText("The order of 14 August 2020 gave ByteDance 90 days to sell TikTok's U.S. business.", verified);
    if (!finding) throw new Error("the record no longer knows the order of 14 August 2020");
    const [page] = pages(ninety.browse().compared([{ ...finding, quote: text }], verified, "en"), () => true);
    return render(page, verified, dressed);
  },
  shown: shownIn,
  // Discord reads the message aloud from its first text on
  notification: (payload) => shownIn({ ...payload, components: payload.components.filter((_, index) => index === 0) }),
  addresses: addressesIn,
  live: liveIn,
  problems: (payload) => [...problems(payload), ...(textsOf(payload).length === 0 ? ["no text"] : [])],
  start: async ({ ninety, log }) => {
    round += 1;
    const bot = await startBot(discord, { ninety, log });
    const people = peopleOf(discord);
    let count = 0;
    const arrived: string[] = [];
    const waiting: ((text: string) => void)[] = [];
    const listen = async (): Promise<void> => {
      for (;;) {
        const post = await people.nextPost();
        count += 1;
        const text = shownIn(post);
        const next = waiting.shift();
        if (next) next(text);
        else arrived.push(text);
      }
    };
    void listen();
    return {
      deliver: async ({ id, from, text }) => {
        const author = { self: discord.self, bot: discord.otherBot, person: discord.ann, everyone: discord.ann }[from];
        const called = from === "everyone" ? `@everyone ${text}` : `<@${discord.self}> ${text}`;
        people.say(called, {
          id: snowflake(`${round} ${id}`),
          author: {
            id: author,
            username: from,
            discriminator: "0",
            avatar: null,
            global_name: null,
            bot: from === "self" || from === "bot",
          },
        });
      },
      nextReply: () => {
        const ready = arrived.shift();
        return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready);
      },
      replies: () => count,
      stop: bot.stop,
    };
  },
  posting: async () => {
    const bot = await startBot(discord);
    const before = (await discord.posted()).length;
    const failed = new Set<string>();
    // the first answer to each post is lost on its way back
    discord.front.fault({
      on: ({ method, path, body }) => {
        const nonce = (body as { nonce?: string } | undefined)?.nonce;
        if (method !== "POST" || !path.endsWith("/messages") || !nonce || failed.has(nonce)) return false;
        failed.add(nonce);
        return true;
      },
      status: 500,
      lost: true,
      times: 10,
    });
    return {
      post: (key, message) => bot.running.outbox.post(discord.channel, key, renderFitted(message, verified, dressed)),
      posted: async () => (await discord.posted()).length - before,
      stop: bot.stop,
    };
  },
});
