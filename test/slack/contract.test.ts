import { webApi } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import { afterAll, beforeAll } from "vitest";
import { createLog } from "../../adapters/shared/log.ts";
import { type Payload, problems } from "../../adapters/slack/limits.ts";
import { unescaped } from "../../adapters/slack/markup.ts";
import { createPoster } from "../../adapters/slack/poster.ts";
import { renderFitted } from "../../adapters/slack/render.ts";
import { renderCheck } from "../../adapters/slack/render-check.ts";
import { createSdkLog } from "../../adapters/slack/sdk-log.ts";
import { clientOptions, oneTenant } from "../../adapters/slack/tenants.ts";
import { adapterContract } from "../adapter-contract.ts";
import { citation } from "../support/messages.ts";
import { theRecord } from "../support/record.ts";
import { type Bot, startBot } from "./support/bot.ts";
import { event, general, mention, bot as self, stamp, ts } from "./support/events.ts";
import { createPeer, type Peer, seeded } from "./support/peer.ts";
import { liveIn, shownIn, urlsIn } from "./support/screen.ts";

let peer: Peer;
beforeAll(async () => {
  peer = await createPeer();
});
afterAll(() => peer.close());

const verified = "2026-10-09";

const textOf = (body: Readonly<Record<string, unknown>>): string => shownIn({ blocks: body.blocks as KnownBlock[] });

adapterContract<Payload>({
  name: "Slack",
  folder: "adapters/slack",
  sdk: /^@slack\//,
  render: (message) => renderFitted(message, { verified }),
  quote: (text) =>
    renderCheck({
      findings: [{ quote: text, fact: firstFact(), differences: [{ kind: "day", said: text, record: "x" }], sources: [citation()] }],
      language: "en",
      on: "2020-11-12",
      revision: "0a1b2c3d",
      verified,
    }),
  shown: shownIn,
  notification: ({ text }) => unescaped(text),
  addresses: urlsIn,
  live: liveIn,
  problems,
  start: async ({ ninety, log }) => {
    const running: Bot = await startBot(peer, { ninety, log });
    const before = peer.count("chat.postMessage");
    return {
      deliver: async ({ id, from, text }) => {
        const said =
          from === "everyone"
            ? event(id, { type: "message", channel_type: "channel", user: "U2", text: `<!everyone> ${text}`, ts: ts(), channel: general })
            : mention(id, text, from === "self" ? { user: self, bot_id: "B1" } : from === "bot" ? { user: "U3", bot_id: "B2" } : {});
        const { status } = await running.deliver(said);
        if (status !== 200) throw new Error(`delivered with ${status}`);
      },
      nextReply: async () => textOf((await peer.next("chat.postMessage")).body),
      replies: () => peer.count("chat.postMessage") - before,
      stop: running.stop,
    };
  },
  // the way of the reminders: scheduled for a moment, and looked for there before it is done again
  posting: async () => {
    const own = await createPeer();
    const log = createLog("silent");
    const client = new webApi.WebClient(seeded.token, { ...clientOptions(own.apiUrl), logger: createSdkLog(log) });
    const poster = createPoster(theRecord(), oneTenant(client), false, log);
    const moments = new Map<string, number>();
    const place = { platform: "slack", workspace: seeded.team, channel: general, silent: false };
    return {
      post: async (key, message) => {
        const first = !moments.has(key);
        const at = moments.get(key) ?? (stamp(600) + moments.size * 60) * 1_000;
        moments.set(key, at);
        if (first) own.answer("chat.scheduleMessage", { lose: true });
        const found = await poster.find?.({ ...place, id: key, at });
        if (found?.kind === "absent") await poster.post({ ...place, id: key, at, message: message as Sourced });
      },
      posted: async () => ((await client.chat.scheduledMessages.list({ channel: general })).scheduled_messages ?? []).length,
      stop: own.close,
    };
  },
});

type Sourced = Parameters<ReturnType<typeof createPoster>["post"]>[0]["message"];

const firstFact = () => {
  const record = theRecord();
  const fact = record.base.topics.flatMap(({ kind, id }) => (kind === "fact" ? (record.base.fact(id) ?? []) : []))[0];
  if (!fact) throw new Error("no fact in the record");
  return fact;
};
