/** What `/remind` and `/forget` do: read from their options, done by the reminders' own service. */

import { type Channel, type Language, type Ninety, type Reminders, reminderStyles, remindWords, zonesLike } from "../../src/index.ts";
import type { Other, Place } from "./config.ts";
import { literal } from "./escape.ts";
import { limits } from "./limits.ts";
import { renderFitted, renderLine } from "./render.ts";
import type { Reply } from "./request.ts";
import { type Payload, payload, text } from "./wire.ts";

type Both = Readonly<Record<Language, string>>;

const platform = "discord";

const privately = (body: Payload): Reply => ({ kind: "say", body, private: true });
const line = (said: string): Reply => privately(renderLine(said));

/** As many whole lines as a message takes. */
const lines = (all: readonly string[]): Reply => {
  const count = all.findIndex((_, index) => all.slice(0, index + 1).join("\n").length > limits.text);
  return privately(payload([text(all.slice(0, count < 0 ? all.length : count).join("\n"))]));
};

const channelOf = ({ workspace, channel }: Place): Channel | undefined =>
  workspace === undefined || channel === undefined ? undefined : { platform, workspace, channel };

type Said = Readonly<Record<string, string | boolean>>;

const said = (options: Said, name: string): string | undefined => {
  const value = options[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

const remind = async (
  reminders: Reminders,
  ninety: Ninety,
  options: Said,
  channel: Channel,
  user: string,
  language: Language,
): Promise<Reply> => {
  switch (options.do) {
    case "start": {
      const only = said(options, "only");
      const from = said(options, "from");
      const wish = {
        at: said(options, "hour") ?? "",
        zone: said(options, "zone") ?? "",
        language: said(options, "language") === "fr" ? "fr" : said(options, "language") === "en" ? "en" : language,
        style: said(options, "style") ?? reminderStyles[0],
        strands: only === undefined ? [] : [only],
        silent: options.silent === true,
        ...(from === undefined ? {} : { from }),
      } as const;
      return line(await reminders.start(channel, wish, user, language));
    }
    case "stop":
      return line(await reminders.stop(channel, language));
    case "pause":
      return line(await reminders.pause(channel, language));
    case "resume":
      return line(await reminders.resume(channel, language));
    case "step":
      return line(await reminders.step(channel, language));
    case "preview": {
      const shown = await reminders.preview(channel, language);
      return typeof shown === "string" ? line(shown) : privately(renderFitted(shown, ninety.base.verified, () => []));
    }
    default: {
      const all = await reminders.list(channel);
      // a channel's mention is a link to it and notifies nobody
      return all.length === 0
        ? line(remindWords.nobodySubscribed[language])
        : lines(all.map(({ channel: id, text: about }) => `<#${id}>: ${literal(about(language))}`));
    }
  }
};

const suggest = (ninety: Ninety, option: string, typed: string): Reply => {
  const found =
    option === "zone"
      ? zonesLike(typed, limits.choices)
      : ninety.deadlineStrands().filter((strand) => strand.includes(typed.toLowerCase()));
  return { kind: "suggest", choices: found.slice(0, limits.choices).map((name) => ({ name, value: name })) };
};

/** Answers to `/remind` and `/forget`; who may was checked before, by the permission that each declares. */
export const createRemindCommands = (reminders: Reminders, ninety: Ninety): Other => {
  const answer = async (name: string, options: Said, place: Place, locale: Language): Promise<Reply> => {
    const channel = channelOf(place);
    const refused: Both = remindWords.onlyInChannel;
    if (!channel) return line(refused[locale]);
    if (name === "remind") return remind(reminders, ninety, options, channel, place.user, locale);
    return line(options.sure === true ? await reminders.forget(channel, locale) : remindWords.unsure[locale]);
  };
  return (request, place) => {
    if (request.name !== "remind" && request.name !== "forget") return undefined;
    if (request.kind === "typing") return Promise.resolve(suggest(ninety, request.option, request.typed));
    return answer(request.name, request.options, place, request.locale);
  };
};
