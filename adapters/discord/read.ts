/** What the gateway delivers, read into requests. Discord's own form is used, because discord.js's objects depend on what it happens to remember. */

import type {
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIMessageComponentInteraction,
  GatewayMessageCreateDispatchData,
} from "discord.js";
import { guessLanguage, type Language } from "../../src/index.ts";
import type { About, Request } from "./request.ts";
import { shownOf, textOf } from "./shown.ts";
import { flag } from "./wire.ts";

/** Kinds of interactions and commands. Source: interactions/receiving-and-responding. */
const interaction = { command: 2, component: 3, typing: 4 } as const;
const command = { chat: 1, message: 3 } as const;

/** French for French clients, English for every other. */
export const languageOf = (locale: string | undefined): Language => (locale?.startsWith("fr") ? "fr" : "en");

const optionsOf = (options: readonly APIApplicationCommandInteractionDataOption[]): Record<string, string | boolean> =>
  Object.fromEntries(
    options.flatMap((option): [string, string | boolean][] => {
      // a subcommand comes as an option that holds the others
      if ("options" in option) return [["do", option.name], ...Object.entries(optionsOf(option.options ?? []))];
      if (!("value" in option)) return [];
      return [[option.name, typeof option.value === "boolean" ? option.value : String(option.value)]];
    }),
  );

const pressOf = (given: APIMessageComponentInteraction, locale: Language, person: string): Request => ({
  kind: "press",
  locale,
  id: given.data.custom_id,
  private: ((given.message.flags ?? 0) & flag.ephemeral) !== 0,
  own: given.message.interaction_metadata?.user.id === person,
  shown: shownOf(given.message),
});

/** Who an interaction is from. */
export const personOf = (given: APIInteraction): string => given.member?.user.id ?? given.user?.id ?? "";

/**
 * Reads an interaction.
 * @returns undefined for kinds we do not offer
 */
export const readInteraction = (given: APIInteraction): Request | undefined => {
  const locale = languageOf("locale" in given ? given.locale : undefined);
  if (given.type === interaction.component) return pressOf(given, locale, personOf(given));
  if (given.type === interaction.typing) {
    const options = "options" in given.data ? given.data.options : [];
    const focused = options
      .flatMap((option) => ("options" in option ? (option.options ?? []) : [option]))
      .find((option) => "focused" in option && option.focused);
    if (!focused) return undefined;
    const said = optionsOf(options);
    const on = typeof said.on === "string" ? said.on : undefined;
    return { kind: "typing", locale, name: given.data.name, option: focused.name, typed: String(said[focused.name] ?? ""), on };
  }
  if (given.type !== interaction.command) return undefined;
  if (given.data.type === command.chat)
    return { kind: "command", locale, name: given.data.name, options: optionsOf(given.data.options ?? []) };
  if (given.data.type === command.message) {
    const target = given.data.resolved.messages[given.data.target_id];
    return { kind: "check", locale, text: target ? textOf(target) : "" };
  }
  return undefined;
};

const aboutOf = (message: GatewayMessageCreateDispatchData, self: string): About => {
  const about = message.referenced_message;
  if (!about) return message.message_reference ? { kind: "withheld" } : { kind: "nothing" };
  const text = textOf(about);
  return text === "" ? { kind: "withheld" } : { kind: "text", text, own: about.author.id === self };
};

/**
 * Reads a message that mentions the bot, or replies to it with a ping.
 * @param self the bot's own id
 * @returns undefined for every other message: its own, those of bots and webhooks, calls to everyone
 */
export const readMention = (message: GatewayMessageCreateDispatchData, self: string): Request | undefined => {
  if (message.author.bot || message.webhook_id || message.author.id === self) return undefined;
  // a call to everyone is not a mention of the bot, and Discord does not list it as one
  if (!message.mentions.some(({ id }) => id === self)) return undefined;
  const text = message.content.replaceAll(new RegExp(`<@!?${self}>`, "g"), " ").trim();
  // where a call to everyone comes with a mention it is still an announcement
  if (message.mention_everyone) return undefined;
  return { kind: "mention", locale: guessLanguage(text), text, about: aboutOf(message, self) };
};
