/** What Slack sends, in its own words: bodies, signatures, envelopes. */

import { createHmac } from "node:crypto";
import { seeded } from "./peer.ts";

export const bot = "UBOT00001";
export const ann = "U000000001";
export const general = "C000000001";
const app = "A1";

/** A moment as Slack stamps requests, in seconds. */
export const stamp = (secondsFromNow = 0): number => Math.floor(Date.now() / 1_000) + secondsFromNow;

/** The two headers that prove a request. Source: docs.slack.dev/authentication/verifying-requests-from-slack. */
export const signed = (body: string, at: number = stamp(), secret: string = seeded.signingSecret): Record<string, string> => ({
  "x-slack-request-timestamp": String(at),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex")}`,
});

const team = { id: seeded.team, domain: "emulate" };

/** Fields of a slash command. */
export const command = (text: string, over: Record<string, string> = {}): Record<string, string> => ({
  token: "verification",
  team_id: seeded.team,
  team_domain: "emulate",
  channel_id: general,
  channel_name: "general",
  user_id: ann,
  user_name: "ann",
  command: "/ninety",
  text,
  api_app_id: app,
  is_enterprise_install: "false",
  response_url: "http://127.0.0.1:9/none",
  trigger_id: "1.1.a",
  ...over,
});

/** An event of the Events API in its envelope. */
export const event = (id: string, inner: Record<string, unknown>, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  token: "verification",
  team_id: seeded.team,
  api_app_id: app,
  event: inner,
  type: "event_callback",
  event_id: id,
  event_time: stamp(),
  authorizations: [{ enterprise_id: null, team_id: seeded.team, user_id: bot, is_bot: true, is_enterprise_install: false }],
  is_ext_shared_channel: false,
  event_context: "4-x",
  ...over,
});

let ticks = 0;
/** A message's time stamp, never the same twice. */
export const ts = (): string => {
  ticks += 1;
  return `1605139200.${String(ticks).padStart(6, "0")}`;
};

export const mention = (id: string, text: string, over: Record<string, unknown> = {}): Record<string, unknown> =>
  event(id, { type: "app_mention", user: ann, text: `<@${bot}> ${text}`, ts: ts(), channel: general, event_ts: ts(), ...over });

export const direct = (id: string, text: string, over: Record<string, unknown> = {}): Record<string, unknown> =>
  event(id, { type: "message", channel_type: "im", user: ann, text, ts: ts(), channel: "D000000001", event_ts: ts(), ...over });

export const press = (
  action: Record<string, unknown>,
  over: Record<string, unknown> = {},
  container: Record<string, unknown> = { type: "message", is_ephemeral: true, channel_id: general },
): Record<string, unknown> => ({
  type: "block_actions",
  user: { id: ann, username: "ann", team_id: seeded.team },
  api_app_id: app,
  token: "verification",
  container,
  trigger_id: `press.${ts()}`,
  team,
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: general, name: "general" },
  actions: [{ block_id: "b", action_ts: ts(), ...action }],
  ...over,
});

/** The shortcut on a message. Source: api.slack.com/reference/interaction-payloads/shortcuts. */
export const shortcut = (text: string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: "message_action",
  callback_id: "check",
  trigger_id: `shortcut.${ts()}`,
  message_ts: ts(),
  action_ts: ts(),
  user: { id: ann, name: "ann" },
  team,
  channel: { id: general, name: "general" },
  message: { type: "message", user: "U2", text, ts: ts() },
  is_enterprise_install: false,
  enterprise: null,
  ...over,
});

/** Any of them as an HTTP body: events as JSON, the rest as a form. */
export const bodyOf = (payload: Record<string, unknown>): { readonly body: string; readonly type: string } => {
  if (payload.type === "event_callback" || payload.type === "url_verification")
    return { body: JSON.stringify(payload), type: "application/json" };
  const fields = payload.command ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
};

/** Any of them as an envelope of Socket Mode. */
export const envelope = (id: string, payload: Record<string, unknown>): string => {
  const type = payload.type === "event_callback" ? "events_api" : payload.command ? "slash_commands" : "interactive";
  return JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== "events_api" });
};
