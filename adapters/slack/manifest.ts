/** What the app is to Slack: the manifests are made from the same names the listeners are registered under. */

/** The slash command. */
export const command = "/ninety";

/** The shortcut on messages. */
export const shortcut = { id: "check", name: "Check against the record" } as const;

/** The setting in the app's Home. */
export const languageSetting = "language";

/** Events the bot listens to, and the scope without which Slack does not send them. */
export const events = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
  app_home_opened: undefined,
  app_uninstalled: undefined,
  tokens_revoked: undefined,
} as const;

/** The smallest set: to answer a command, to post, and what the events need. No reading of channels, people or files. */
export const scopes: readonly string[] = [
  ...new Set(["commands", "chat:write", ...Object.values(events).filter((scope) => scope !== undefined)]),
].sort();

/** Where Slack delivers over HTTP, and where people install. */
export const paths = { events: "/slack/events", install: "/slack/install", redirect: "/slack/oauth_redirect" } as const;

/** What people put in the place of their own address. */
const address = "https://your-address.example";

/**
 * A manifest, as pasted at api.slack.com/apps.
 * @param transport Socket Mode needs no address and no OAuth; HTTP names both
 * @returns the object in the order in which Slack's own editor writes it
 */
export const manifest = (transport: "socket" | "http"): object => {
  const http = transport === "http";
  const url = http ? { url: address + paths.events } : {};
  const request = http ? { request_url: address + paths.events } : {};
  return {
    display_information: {
      name: "Ninety",
      description: "Answers about TikTok and the US government from a curated record, every reply sourced.",
      background_color: "#1d3557",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Ninety", always_online: true },
      shortcuts: [
        {
          name: shortcut.name,
          type: "message",
          callback_id: shortcut.id,
          description: "What the record says about this message, with sources",
        },
      ],
      slash_commands: [
        {
          command,
          ...url,
          description: "Ask about TikTok and the US government",
          usage_hint: "when does the order expire? · deadlines · timeline · check TEXT · help",
          // escaping turns names into ids that we could not show
          should_escape: false,
        },
      ],
    },
    oauth_config: { ...(http ? { redirect_urls: [address + paths.redirect] } : {}), scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { ...request, bot_events: Object.keys(events) },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: http,
      socket_mode_enabled: !http,
      // a token fixed in the environment would run out after twelve hours; with OAuth it may be switched on
      token_rotation_enabled: false,
    },
  };
};
