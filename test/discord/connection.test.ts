import { describe, expect, test } from "vitest";
import { createLifecycle } from "../../adapters/shared/lifecycle.ts";
import { type Bot, startBot } from "../support/discord/bot.ts";
import { rateLimited } from "../support/discord/front.ts";
import { interactionOf, peopleOf } from "../support/discord/people.ts";
import { shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { type Listened, listenedLog } from "../support/discord/until.ts";

const isCallback = ({ path }: { path: string }): boolean => path.endsWith("/callback");
const isPost = ({ method, path }: { method: string; path: string }): boolean => method === "POST" && path.endsWith("/messages");

type Scene = {
  readonly discord: TestDiscord;
  readonly bot: Bot;
  readonly listened: Listened;
  readonly people: ReturnType<typeof peopleOf>;
  readonly failed: () => boolean;
};

/** A test with a Discord and a bot of its own: most of its time is waiting, so they run side by side. */
const scene = (name: string, act: (scene: Scene) => Promise<void>): void =>
  test.concurrent(name, async ({ expect: here }) => {
    const discord = await startDiscordServer();
    const listened = listenedLog();
    let failed = false;
    const life = createLifecycle(listened.log, 5_000, () => {
      failed = true;
    });
    const bot = await startBot(discord, { log: listened.log, life });
    try {
      await act({ discord, bot, listened, people: peopleOf(discord), failed: () => failed });
    } finally {
      await bot.stop();
      await discord.stop();
    }
    // neither tokens nor what was asked
    here(listened.lines.join("")).not.toMatch(/MTIz|who signed/);
  });

describe.concurrent("the gateway", () => {
  scene("cut off, it resumes and answers what was asked meanwhile, once", async ({ discord, listened, people }) => {
    discord.gateway.cut();
    people.say(`<@${discord.self}> who signed the order?`, { id: "1300000000000000077" });
    const post = await people.nextPost();
    expect(post.message_reference?.message_id).toBe("1300000000000000077");
    await listened.line(/"resumed"/);
    expect(discord.gateway.counts).toEqual({ identifies: 1, resumes: 1 });
    await people.command("help");
    expect(discord.front.sent.filter(isPost)).toHaveLength(1);
  });

  scene("asked to reconnect (op 7), it resumes", async ({ discord, listened, people }) => {
    discord.gateway.askToReconnect();
    await listened.line(/"resumed"/);
    expect(shownIn((await people.command("help")).body)).toContain("/ask");
  });

  scene("its session gone (op 9), it identifies anew", async ({ discord, people }) => {
    discord.gateway.refuseResumes();
    const ready = discord.gateway.nextIdentify();
    discord.gateway.cut();
    await ready;
    expect(discord.gateway.counts.identifies).toBe(2);
    expect(shownIn((await people.command("help")).body)).toContain("/ask");
  });
});

describe.concurrent("limits and failures of the API", () => {
  scene("429 for one route is waited out, and the answer comes", async ({ discord, bot, people }) => {
    discord.front.fault(rateLimited(isPost, 0.2));
    people.say(`<@${discord.self}> who signed the order?`);
    await people.nextPost();
    await people.nextPost();
    await bot.stop();
    expect(await discord.posted()).toHaveLength(1);
  });

  scene("429 for everything is waited out", async ({ discord, bot, listened, people }) => {
    discord.front.fault(rateLimited(isPost, 0.2, true));
    people.say(`<@${discord.self}> who signed the order?`);
    await people.nextPost();
    await people.nextPost();
    await bot.stop();
    expect(await discord.posted()).toHaveLength(1);
    expect(listened.lines.some((line) => line.includes("could not send"))).toBe(false);
  });

  scene("5xx before or after the message was taken: it stands once", async ({ discord, bot, people }) => {
    discord.front.fault({ on: isPost, status: 502 });
    people.say(`<@${discord.self}> who signed the order?`);
    await people.nextPost();
    await people.nextPost();
    discord.front.fault({ on: isPost, status: 500, lost: true });
    people.say(`<@${discord.self}> who signed the order?`);
    await people.nextPost();
    await people.nextPost();
    await bot.stop();
    expect(await discord.posted()).toHaveLength(2);
  });

  scene("an answer to a command that is lost on its way back is not an error", async ({ discord, bot, listened, people }) => {
    discord.front.fault({ on: isCallback, status: 500, lost: true });
    await people.command("help");
    await bot.stop();
    expect(listened.lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  });

  scene("too late for Discord: a line in the log, and the next one is answered", async ({ discord, listened, people }) => {
    discord.front.fault({ on: isCallback, status: 404, body: { code: 10062, message: "Unknown interaction" } });
    await people.command("help");
    await listened.line(/"refusal":"late"/);
    expect(shownIn((await people.command("help")).body)).toContain("/ask");
  });

  scene("the token no longer accepted: it stops, and says which key to set", async ({ discord, bot, listened, people, failed }) => {
    discord.front.fault({ on: isPost, status: 401, body: { code: 0, message: "401: Unauthorized" } });
    people.say(`<@${discord.self}> who signed the order?`);
    await listened.line(/DISCORD_TOKEN/);
    await bot.stop();
    expect(failed()).toBe(true);
  });
});

describe.concurrent("places that are gone", () => {
  scene("a server left is forgotten, one that is only down is not", async ({ discord, bot, people }) => {
    discord.gateway.broadcast("GUILD_DELETE", { id: discord.guild, unavailable: true });
    discord.gateway.broadcast("GUILD_DELETE", { id: discord.guild });
    discord.gateway.broadcast("CHANNEL_DELETE", { id: "77", guild_id: discord.guild, type: 0, name: "x" });
    await people.command("help");
    expect(bot.gone).toEqual([{ workspace: discord.guild }, { workspace: discord.guild, channel: "77" }]);
  });
});

describe.concurrent("stopping", () => {
  scene("finishes what is in flight and takes nothing new", async ({ discord, bot, people }) => {
    discord.front.fault(rateLimited(isCallback, 0.3));
    const packet = interactionOf(discord, { type: 2, data: { id: "1", name: "help", type: 1, options: [] } });
    await discord.twin.prisma.interactionResponse.create({
      data: {
        interactionId: packet.id,
        interactionToken: `token-${packet.id}`,
        applicationId: discord.self,
        channelId: discord.channel,
        type: 0,
        acknowledged: false,
      },
    });
    const refused = discord.front.next(isCallback);
    discord.gateway.broadcast("INTERACTION_CREATE", packet);
    await refused;
    const stopped = bot.stop();
    people.say(`<@${discord.self}> who signed the order?`);
    await stopped;
    expect((await discord.twin.prisma.interactionResponse.findUnique({ where: { interactionId: packet.id } }))?.acknowledged).toBe(true);
    expect(discord.front.sent.filter(isPost)).toEqual([]);
  });
});
