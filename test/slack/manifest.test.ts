import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { command, events, manifest, paths, scopes, shortcut } from "../../adapters/slack/manifest.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, "../..", name), "utf8"));

type Manifest = {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly slash_commands: readonly {
      readonly command: string;
      readonly url?: string;
      readonly description: string;
      readonly usage_hint: string;
    }[];
    readonly shortcuts: readonly { readonly callback_id: string; readonly name: string; readonly description: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] }; readonly redirect_urls?: readonly string[] };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[]; readonly request_url?: string };
    readonly socket_mode_enabled: boolean;
  };
};

describe.each([
  ["manifest.json", "socket"],
  ["manifest.http.json", "http"],
] as const)("%s", (name, transport) => {
  const made = manifest(transport) as Manifest;

  test("is what the code listens to", () => expect(read(name)).toEqual(made));

  test("asks for the smallest scopes", () => {
    expect(made.oauth_config.scopes.bot).toEqual(["app_mentions:read", "chat:write", "commands", "im:history"]);
    expect(made.oauth_config.scopes.bot).toEqual(scopes);
    expect(made.settings.event_subscriptions.bot_events).toEqual(Object.keys(events));
  });

  test("is within Slack's lengths", () => {
    expect(made.display_information.name.length).toBeLessThanOrEqual(35);
    expect(made.display_information.description.length).toBeLessThanOrEqual(140);
    for (const { name: shown, description } of made.features.shortcuts) {
      expect(shown.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { command: slash, description, usage_hint } of made.features.slash_commands) {
      expect(slash.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
  });

  test("names the command, the shortcut and its way in", () => {
    expect(made.features.slash_commands.map((each) => each.command)).toEqual([command]);
    expect(made.features.shortcuts.map((each) => each.callback_id)).toEqual([shortcut.id]);
    expect(made.settings.socket_mode_enabled).toBe(transport === "socket");
    expect(made.features.slash_commands[0]?.url?.endsWith(paths.events) ?? false).toBe(transport === "http");
    expect(made.settings.event_subscriptions.request_url?.endsWith(paths.events) ?? false).toBe(transport === "http");
    expect(made.oauth_config.redirect_urls?.every((url) => url.endsWith(paths.redirect)) ?? false).toBe(transport === "http");
  });
});
