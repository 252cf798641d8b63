import type { KnownBlock } from "@slack/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Payload, problems } from "../../adapters/slack/limits.ts";
import { words } from "../../adapters/slack/words.ts";
import { phrases } from "../../src/index.ts";
import { hostile } from "../adapter-contract.ts";
import { theRecord } from "../support/record.ts";
import { type Bot, startBot } from "./support/bot.ts";
import { ann, command, direct, event, general, mention, press, bot as self, shortcut } from "./support/events.ts";
import { type Call, createPeer, type Peer, seeded } from "./support/peer.ts";
import { liveIn, shownIn, urlsIn } from "./support/screen.ts";

let peer: Peer;
let bot: Bot;
beforeEach(async () => {
  peer = await createPeer();
  bot = await startBot(peer);
});
afterEach(async () => {
  await bot.stop();
  await peer.close();
});

type Said = Payload & {
  readonly response_type?: string;
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
};
const said = ({ body }: Call): Said => body as unknown as Said;
const shown = (call: Call): string => shownIn(said(call));

/** The buttons of a reply: their labels and what they carry. */
const buttons = (call: Call) =>
  said(call)
    .blocks.flatMap((block: KnownBlock) => (block.type === "actions" ? block.elements : []))
    .flatMap((element) =>
      element.type === "button"
        ? [{ type: "button", action_id: element.action_id ?? "", value: element.value ?? "", label: element.text.text }]
        : [],
    );

let users = 0;
/** Types `/ninety …` as somebody who has not asked yet. */
const type = async (text: string, over: Record<string, string> = {}): Promise<Call> => {
  users += 1;
  const { status, text: body } = await bot.deliver(
    command(text, { response_url: peer.responseUrl(), trigger_id: `t${users}`, user_id: `U${users}`, ...over }),
  );
  expect([status, body]).toEqual([200, ""]);
  return peer.next("respond");
};
const push = async (button: Record<string, unknown>, over = {}, container?: Record<string, unknown>): Promise<Call> => {
  users += 1;
  const { label: _label, ...action } = button;
  await bot.deliver(
    press(action, { response_url: peer.responseUrl(), user: { id: `U${users}`, team_id: seeded.team }, ...over }, container),
  );
  return peer.next("respond");
};

const question = "when did the 90-day order expire?";

describe("/ninety", () => {
  test("a question: a sourced reply for the asker alone, with a button to share it", async () => {
    const reply = await type(question);
    expect(said(reply)).toMatchObject({ response_type: "ephemeral", replace_original: false, unfurl_links: false, unfurl_media: false });
    expect(shown(reply)).toContain("2020");
    expect(urlsIn(said(reply)).length).toBeGreaterThan(0);
    expect(problems(said(reply))).toEqual([]);
    expect(buttons(reply).map(({ label }) => label)).toContain("Share");
  });

  test("shared: the same reply for all, with the question above it, and the private one gone", async () => {
    const reply = await type(question);
    const share = buttons(reply).find(({ action_id }) => action_id === "share");
    const shared = await push(share ?? {});
    expect(said(shared)).toMatchObject({ response_type: "in_channel", delete_original: true, unfurl_links: false });
    expect(shown(shared)).toContain(`Asked: ${question}`);
    expect(urlsIn(said(shared))).toEqual(urlsIn(said(reply)));
    expect(buttons(shared).map(({ label }) => label)).not.toContain("Share");
  });

  test("share at once", async () => {
    const reply = await type(`share ${question}`);
    expect(said(reply).response_type).toBe("in_channel");
    expect(shown(reply)).toContain(question);
  });

  test.each([
    ["deadlines", "deadline"],
    ["échéances", "échéance"],
    ["timeline 2020-08-01 2020-08-31", "What happened from 1 August 2020 to 31 August 2020"],
    ["changes since 2025-01-01", "First known on or after 1 January 2025"],
    ["deadlines on 2020-11-01", "1 November 2020"],
    ["is TikTok banned? on 2020-08-24", "24 August 2020"],
    ["help", "/ninety deadlines"],
    ["aide", "Je réponds"],
    ["", "/ninety deadlines"],
    ["source none-such", "no such source"],
    ["source federal", words.nearSources.en],
    ["on 2020-02-31", "There is no day 2020-02-31"],
    ["is it banned? on 2999-01-01", "has not come yet"],
    ["remind", words.later.en],
    ["x".repeat(501), words.tooLong.en],
  ])("%s", async (text, expected) => {
    const reply = await type(text);
    expect(shown(reply)).toContain(expected);
    expect(said(reply).response_type).toBe("ephemeral");
    expect(problems(said(reply))).toEqual([]);
  });

  test("a source of the record, with what rests on it", async () => {
    const id = theRecord().base.topics.flatMap(({ kind, id: fact }) =>
      kind === "fact" ? (theRecord().base.fact(fact)?.sources ?? []) : [],
    )[0];
    const reply = await type(`source ${id}`);
    expect(urlsIn(said(reply))).toContain(theRecord().base.source(id ?? "")?.url);
  });

  test("a long list is leafed through in its place", async () => {
    const first = await type("timeline 2020-08-01 2020-12-31");
    const next = buttons(first).find(({ label }) => label === "Next");
    const second = await push(next ?? {});
    expect(said(second)).toMatchObject({ replace_original: true, response_type: "ephemeral" });
    expect(shown(second)).toContain("(page 2 of ");
    const back = await push(buttons(second).find(({ label }) => label === "Back") ?? {});
    expect(shown(back)).toContain("(page 1 of ");
  });

  test("a text against the record", async () => {
    const reply = await type("check The order of 14 August 2020 gave ByteDance 45 days to sell TikTok in the United States.");
    expect(shown(reply)).toContain(phrases.record.en);
    expect(urlsIn(said(reply)).length).toBeGreaterThan(0);
  });

  test("in French, in French", async () => {
    expect(shown(await type("quand le décret des 90 jours a-t-il expiré ?"))).toContain("Partager");
  });

  test("too much at once is said so, kindly, and only to who asked", async () => {
    const replies: Call[] = [];
    for (let count = 0; count < 8; count += 1) replies.push(await type("deadlines", { user_id: "Ubusy" }));
    expect(shown(replies[7] as Call)).toMatch(/ask again in \d+ s/);
    expect(shown(await type("deadlines", { user_id: "Uother" }))).not.toMatch(/ask again in/);
  });

  test("10,000 characters are refused in a line", async () => {
    expect(shown(await type("is it banned ".repeat(800)))).toBe(words.tooLong.en);
  });
});

describe("asking back", () => {
  test("a reading chosen takes the place of the choice", async () => {
    const reply = await type("what is it about the order?");
    const choice = buttons(reply).find(({ action_id }) => action_id.startsWith("choose") || action_id.startsWith("ask"));
    const answered = await push(choice ?? {});
    expect(said(answered)).toMatchObject({ response_type: "ephemeral", replace_original: choice?.action_id.startsWith("choose") ?? false });
    expect(problems(said(answered))).toEqual([]);
  });
  test("a button from nowhere is answered with a way out", async () => {
    expect(shown(await push({ type: "button", action_id: "ask:0", value: '{"do":"drop table"}' }))).toBe(words.stale.en);
  });
});

describe("the shortcut on a message", () => {
  test("what the record says beside what the message says, for the asker alone", async () => {
    await bot.deliver(
      shortcut("On 14 August 2020 Trump gave ByteDance 45 days to sell TikTok. <!channel>", { response_url: peer.responseUrl() }),
    );
    const reply = await peer.next("respond");
    expect(said(reply).response_type).toBe("ephemeral");
    expect(shown(reply)).toContain("Trump gave ByteDance 45 days");
    expect(liveIn(said(reply))).toEqual([]);
    expect(problems(said(reply))).toEqual([]);
  });
  test("a message without words is said to be one", async () => {
    await bot.deliver(shortcut("<@U1>", { response_url: peer.responseUrl() }));
    expect(shown(await peer.next("respond"))).toBe(words.forgotten.en);
  });
});

describe("spoken to", () => {
  test("a mention is answered in its thread", async () => {
    const asked = mention("E1", question, { ts: "1605139200.900001" });
    await bot.deliver(asked);
    const reply = await peer.next("chat.postMessage");
    expect(reply.body).toMatchObject({ channel: general, thread_ts: "1605139200.900001", unfurl_links: "false", unfurl_media: "false" });
    expect(reply.token).toBe(seeded.token);
    expect(shown(reply)).toContain("2020");
  });
  test("in a thread it answers there, and remembers what was asked before", async () => {
    const inThread = { thread_ts: "1605139200.800001" };
    await bot.deliver(mention("E2", "who was Kevin Mayer?", { ...inThread, user: "U21" }));
    const first = await peer.next("chat.postMessage");
    await bot.deliver(mention("E3", "and when did he resign?", { ...inThread, user: "U22" }));
    const second = await peer.next("chat.postMessage");
    expect([first.body.thread_ts, second.body.thread_ts]).toEqual([inThread.thread_ts, inThread.thread_ts]);
    expect(shown(second)).toContain("Mayer");
  });
  test("a direct message is answered in its thread", async () => {
    await bot.deliver(direct("E4", "échéances"));
    const reply = await peer.next("chat.postMessage");
    expect(reply.body.channel).toBe("D000000001");
    expect(shown(reply)).toContain("échéance");
  });
  test("a mention without a question is told how to ask", async () => {
    await bot.deliver(mention("E5", ""));
    expect(shown(await peer.next("chat.postMessage"))).toBe(phrases.empty.en);
  });

  test("nobody is answered who did not ask: itself, bots, edits, joins, channels, the same words told twice", async () => {
    const silent = [
      mention("S1", question, { user: self }),
      mention("S2", question, { bot_id: "B1" }),
      mention("S3", question, { edited: { user: ann, ts: "1" } }),
      mention("S4", question, { user: "USLACKBOT" }),
      mention("S5", question, { channel: "D000000001" }),
      mention("S6", question, { subtype: "channel_join" }),
      direct("S7", question, { bot_id: "B1" }),
      direct("S8", question, { subtype: "message_changed" }),
      direct("S9", question, { subtype: "message_deleted", user: undefined }),
      direct("S10", question, { channel_type: "channel", channel: general }),
      direct("S11", `<!everyone> ${question}`, { channel_type: "group", channel: "G1" }),
    ];
    for (const each of silent) expect((await bot.deliver(each)).status).toBe(200);
    await bot.deliver(mention("S12", "deadlines"));
    await peer.next("chat.postMessage");
    expect(peer.count("chat.postMessage")).toBe(1);
  });

  test.each(hostile)("nothing of what is typed comes to life: %j", async (text) => {
    const checked = await type(`check On 14 August 2020 Trump ordered ByteDance to sell TikTok within 90 days ${text}`);
    const asked = await type(`share ${text}`);
    for (const call of [checked, asked]) {
      expect(liveIn(said(call))).toEqual([]);
      expect(problems(said(call))).toEqual([]);
      expect(urlsIn(said(call)).some((url) => url.includes("evil"))).toBe(false);
    }
  });
});

describe("the app's Home", () => {
  const opened = (id: string, over = {}) =>
    event(id, { type: "app_home_opened", user: ann, tab: "home", channel: "D1", event_ts: "1.1", ...over });
  const setting = (value: string, over = {}) =>
    press(
      { type: "static_select", action_id: "language", selected_option: { text: { type: "plain_text", text: "x" }, value } },
      { view: { id: "V1", type: "home" }, channel: undefined, ...over },
      { type: "view", view_id: "V1" },
    );

  test("is shown when it is opened, and not when the messages are", async () => {
    await bot.deliver(opened("H1", { tab: "messages" }));
    await bot.deliver(opened("H2"));
    const { body } = await peer.next("views.publish");
    expect(body).toMatchObject({ user_id: ann, view: { type: "home" } });
    expect(peer.count("views.publish")).toBe(1);
  });
  test("a language set there is the language of every reply, from the next one on", async () => {
    await bot.deliver(setting("fr"));
    expect(JSON.stringify((await peer.next("views.publish")).body)).toContain("Réglages de cet espace");
    expect(shown(await type("deadlines"))).toContain("échéance");
    await bot.deliver(setting("follow"));
    await peer.next("views.publish");
    expect(shown(await type("deadlines"))).toContain("deadline");
  });
});

describe("when something is wrong on our side", () => {
  test("the asker gets an apology in their language, the log the cause, and neither the question", async () => {
    const broken = await startBot(peer, {
      ninety: {
        ...theRecord(),
        ask: (inquiry) => {
          if (inquiry.question.includes("secret")) throw new Error("the engine broke");
          return theRecord().ask(inquiry);
        },
      },
    });
    const secret = "quand le décret secret a-t-il expiré ?";
    await broken.deliver(command(secret, { response_url: peer.responseUrl(), trigger_id: "b1" }));
    expect(shown(await peer.next("respond"))).toBe(phrases.apology.fr);
    const lines = broken.lines.join("");
    expect(lines).toContain("the engine broke");
    expect(lines).not.toContain("secret");
    await broken.stop();
  });
  test("Slack not taking an answer is logged, not thrown, and the next one is answered", async () => {
    peer.answer("respond", { status: 500 }, { status: 404 });
    await bot.deliver(command(question, { response_url: peer.responseUrl(), trigger_id: "n1" }));
    await peer.next("respond");
    await peer.next("respond");
    expect(shown(await type("deadlines"))).toContain("deadline");
    expect(bot.lines.join("")).toContain("NotTaken");
  });
  test("a busy response address is asked again after the time it names", async () => {
    peer.answer("respond", { status: 429, headers: { "retry-after": "1" } });
    const first = await type(question);
    const second = await peer.next("respond");
    expect(second.at - first.at).toBeGreaterThanOrEqual(990);
    expect(second.body).toEqual(first.body);
  });
});

test("a log at its most talkative holds no question, no token, no secret", async () => {
  await type("share a question that nobody may log");
  await bot.deliver(mention("L1", "a question that nobody may log"));
  await peer.next("chat.postMessage");
  const lines = bot.lines.join("");
  expect(lines).toContain("ready");
  for (const secret of ["nobody may log", seeded.token, seeded.signingSecret, "xapp-"]) expect(lines).not.toContain(secret);
});

test("a stop finishes what was acknowledged", async () => {
  const answers = ["s1", "s2", "s3"].map((id) =>
    bot.deliver(command(question, { response_url: peer.responseUrl(), trigger_id: id, user_id: id })),
  );
  await Promise.all(answers);
  await bot.stop();
  expect(peer.count("respond")).toBe(3);
});
