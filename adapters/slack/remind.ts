/** `/ninety remind …` and `/ninety forget`: words read into wishes, done by the reminders' own service. */

import {
  type Channel,
  isZone,
  type Language,
  type Ninety,
  type Reminders,
  type RemindWish,
  reminderStyles,
  remindWords,
  type Store,
} from "../../src/index.ts";
import type { Other } from "./handle.ts";
import type { Payload } from "./limits.ts";
import { renderFitted, renderLines } from "./render.ts";
import { platform } from "./tenants.ts";

/** Where nothing is said: the morning in New York, where the deadlines fall. */
const usual = { at: "09:00", zone: "America/New_York" } as const;

/** The words of the command, in the order of the alphabet, in both languages. */
const verbs = new Map<string, "start" | "stop" | "pause" | "resume" | "list" | "preview" | "step">(
  Object.entries({
    start: "start",
    commencer: "start",
    stop: "stop",
    arrêter: "stop",
    pause: "pause",
    resume: "resume",
    reprendre: "resume",
    list: "list",
    liste: "list",
    preview: "preview",
    aperçu: "preview",
    step: "step",
    avancer: "step",
  } as const),
);

const languageWords = new Map<string, Language>(
  Object.entries({
    en: "en",
    english: "en",
    anglais: "en",
    fr: "fr",
    french: "fr",
    français: "fr",
  } as const),
);

/** Words that only help to read. */
const fillers = new Set(["at", "à", "in", "from", "depuis", "only", "seulement"]);

const hourLike = /^\d{1,2}[:h]\d{2}$/;
const dayLike = /^\d{4}-\d{2}-\d{2}$/;

/** What is wished for, in any order: an hour, a zone, a language, a style, a day to live again from; every other word is taken for a strand. */
const wishOf = (words: readonly string[], language: Language): RemindWish => {
  const said = words.filter((word) => !fillers.has(word.toLowerCase()));
  const kindOf = (word: string): "hour" | "day" | "zone" | "style" | "language" | "strand" => {
    if (hourLike.test(word)) return "hour";
    if (dayLike.test(word)) return "day";
    if (languageWords.has(word.toLowerCase())) return "language";
    if (reminderStyles.some((style) => style === word.toLowerCase())) return "style";
    return word.includes("/") || isZone(word) ? "zone" : "strand";
  };
  const first = (kind: ReturnType<typeof kindOf>): string | undefined => said.find((word) => kindOf(word) === kind);
  const from = first("day");
  return {
    at: first("hour")?.replace("h", ":").padStart(5, "0") ?? usual.at,
    zone: first("zone") ?? usual.zone,
    language: languageWords.get(first("language")?.toLowerCase() ?? "") ?? language,
    style: first("style")?.toLowerCase() ?? reminderStyles[0],
    strands: said.filter((word) => kindOf(word) === "strand"),
    silent: false,
    ...(from === undefined ? {} : { from }),
  };
};

/**
 * Answers to the commands of the reminders.
 * Slack tells nobody's rights without a scope we do not ask for: whoever installed the bot may change reminders, or everybody where nobody is known to have.
 */
export const createRemindCommands = (reminders: Reminders, ninety: Ninety, { installations }: Pick<Store, "installations">): Other => {
  const may = async (workspace: string, user: string): Promise<boolean> => {
    const installation = await installations.find({ platform, workspace });
    return !installation?.by || installation.by === user;
  };
  const usage = (language: Language): Payload => {
    const [first = "", ...rest] = remindWords.usage[language].split("\n");
    return renderLines(first, ...rest);
  };
  const remind = async (channel: Channel, words: readonly string[], user: string, language: Language): Promise<Payload> => {
    const verb = verbs.get(words[0]?.toLowerCase() ?? "list");
    switch (verb) {
      case "start":
        return renderLines(await reminders.start(channel, wishOf(words.slice(1), language), user, language));
      case "stop":
      case "pause":
      case "resume":
      case "step":
        return renderLines(await reminders[verb](channel, language));
      case "preview": {
        const shown = await reminders.preview(channel, language);
        return typeof shown === "string" ? renderLines(shown) : renderFitted(shown, { verified: ninety.base.verified });
      }
      case "list": {
        const all = (await reminders.list(channel)).map(
          ({ channel: id, text }) => `${id === channel.channel ? "→ " : ""}${id}: ${text(language)}`,
        );
        const [first = remindWords.nobodySubscribed[language], ...rest] = all;
        return renderLines(first, ...rest.slice(0, 40));
      }
      default:
        return usage(language);
    }
  };
  return async ({ name, rest, language, workspace, channel, user }) => {
    if (channel.startsWith("D")) return renderLines(remindWords.onlyInChannel[language]);
    const words = rest.split(/\s+/).filter((word) => word !== "");
    const reads = name === "remind" && ["list", "liste", "preview", "aperçu", undefined].includes(words[0]?.toLowerCase());
    if (!reads && !(await may(workspace, user))) return renderLines(remindWords.noRight[language]);
    const here = { platform, workspace, channel };
    if (name === "remind") return remind(here, words, user, language);
    const sure = ["sure", "yes", "sûr", "oui"].includes(words[0]?.toLowerCase() ?? "");
    return renderLines(
      sure ? await reminders.forget(here, language) : `${remindWords.unsure[language]} /ninety forget ${language === "fr" ? "oui" : "yes"}`,
    );
  };
};
