/** Bolt's listeners: each acknowledges at once, takes the few values that matter, and leaves the rest to the handlers. */

import { App, type Context, type Receiver, type Logger as SdkLogger, type webApi } from "@slack/bolt";
import type { Logger } from "../../src/index.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";
import { actions } from "./answer.ts";
import type { Handlers } from "./handle.ts";
import type { Pressed } from "./incoming.ts";
import { command, type events, languageSetting, shortcut } from "./manifest.ts";
import type { Origin } from "./tenants.ts";
import type { Work } from "./work.ts";

export type Listening = {
  readonly receiver: Receiver;
  readonly handlers: Handlers;
  readonly work: Work;
  readonly life: Lifecycle;
  readonly log: Logger;
  readonly sdkLog: SdkLogger;
  readonly clientOptions: webApi.WebClientOptions;
};

const originOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Context): Origin => ({
  team: teamId ?? enterpriseId ?? "",
  enterprise: enterpriseId,
  orgWide: isEnterpriseInstall,
});

/** What Slack sends around an event, as far as it matters here. */
type Envelope = { readonly event_id?: string; readonly authorizations?: readonly { readonly user_id?: string }[] };

/** A message, loosely: mentions and direct messages carry the same fields. */
type Said = {
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly channel: string;
  readonly thread_ts?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly edited?: unknown;
  readonly channel_type?: string;
};

/** A person's own words, said once: not a bot's, not ours, not the echo of an edit. */
const isFromPerson = (said: Said, self: string | undefined): said is Said & { readonly user: string } =>
  said.user !== undefined &&
  said.user !== self &&
  said.user !== "USLACKBOT" &&
  said.bot_id === undefined &&
  said.edited === undefined &&
  // a reply that is also shown in the channel, or one with a file, is a message like any other
  (said.subtype === undefined || said.subtype === "thread_broadcast" || said.subtype === "file_share");

const pressedOn = /^(?:ask|choose|share|page|rate)(?::\d+)?$/;

/** An app that hands over what it is told; started and stopped through its receiver. */
export const listen = ({ receiver, handlers, work, life, log, sdkLog, clientOptions }: Listening): App => {
  const app = new App({
    receiver,
    // asked before the acknowledgement: whoever needs a token finds it afterwards
    authorize: async () => ({}),
    // told apart by what the event itself says, which needs no token either
    ignoreSelf: false,
    convoStore: false,
    logger: sdkLog,
    clientOptions,
  });

  const later = (job: () => Promise<void>): void => {
    life.track(work.add(job)).catch((cause: unknown) => log.error("work failed", { cause }));
  };

  app.command(command, async ({ ack, body, context }) => {
    await ack();
    const { trigger_id, user_id, channel_id, response_url, text } = body;
    later(() =>
      handlers.command({
        id: trigger_id,
        origin: originOf(context),
        user: user_id,
        channel: channel_id,
        url: response_url,
        text: text ?? "",
      }),
    );
  });

  app.shortcut({ type: "message_action", callback_id: shortcut.id }, async ({ ack, body, context }) => {
    await ack();
    if (body.type !== "message_action") return;
    const { trigger_id, user, channel, response_url, message } = body;
    later(() =>
      handlers.check({
        id: trigger_id,
        origin: originOf(context),
        user: user.id,
        channel: channel.id,
        url: response_url,
        text: message.text ?? "",
      }),
    );
  });

  app.action({ type: "block_actions", action_id: pressedOn }, async ({ ack, body, action, context }) => {
    await ack();
    if (action.type !== "button" || !body.response_url) return;
    const container = body.container as
      | { readonly is_ephemeral?: boolean; readonly thread_ts?: string; readonly channel_id?: string }
      | undefined;
    const url = body.response_url;
    later(() =>
      handlers.press({
        id: body.trigger_id,
        origin: originOf(context),
        user: body.user.id,
        channel: body.channel?.id ?? container?.channel_id ?? "",
        url,
        action: (action.action_id.split(":")[0] ?? actions.ask) as Pressed["action"],
        value: action.value,
        alone: container?.is_ephemeral ?? false,
        thread: container?.thread_ts,
      }),
    );
  });

  app.action({ type: "block_actions", action_id: languageSetting }, async ({ ack, body, action, context }) => {
    await ack();
    if (action.type !== "static_select") return;
    const { value } = action.selected_option ?? {};
    later(() => handlers.setLanguage({ id: body.trigger_id, origin: originOf(context), user: body.user.id, value: value ?? "" }));
  });

  const hear = (said: Said, { event_id, authorizations }: Envelope, context: Context): void => {
    if (!isFromPerson(said, authorizations?.[0]?.user_id)) return;
    const { user, channel, text = "", ts, thread_ts } = said;
    later(() =>
      handlers.hear({ id: event_id ?? `${channel}/${ts}`, origin: originOf(context), user, channel, text, ts, thread: thread_ts }),
    );
  };

  /** One listener for each event of the manifest: leaving one out does not compile. */
  const listeners: Record<keyof typeof events, () => void> = {
    app_mention: () =>
      app.event("app_mention", async ({ event, body, context }) => {
        // in a direct message the same words come as message.im too
        if (!event.channel.startsWith("D")) hear(event as Said, body, context);
      }),
    "message.im": () =>
      app.event("message", async ({ event, body, context }) => {
        if (event.channel_type === "im") hear(event as Said, body, context);
      }),
    app_home_opened: () =>
      app.event("app_home_opened", async ({ event, body, context }) => {
        if (event.tab === "home") later(() => handlers.openHome({ id: body.event_id, origin: originOf(context), user: event.user }));
      }),
    app_uninstalled: () =>
      app.event("app_uninstalled", async ({ body, context }) => {
        later(() => handlers.leave({ id: body.event_id, origin: originOf(context) }));
      }),
    tokens_revoked: () =>
      app.event("tokens_revoked", async ({ event, body, context }) => {
        // a person's own token is none of ours: we ask for none
        if (event.tokens.bot?.length || !event.tokens.oauth?.length)
          later(() => handlers.leave({ id: body.event_id, origin: originOf(context) }));
      }),
  };
  for (const register of Object.values(listeners)) register();

  app.error(async (cause) => log.error("listener failed", { cause }));
  return app;
};
