/** `/remind` and `/forget`: declared as data, read from their options, done by the reminders' own service. */

import { type Channel, type Language, type Ninety, type Reminders, reminderStyles, remindWords, zonesLike } from "../../src/index.ts";
import type { Command } from "./commands.ts";
import type { Other, Place } from "./config.ts";
import { literal } from "./escape.ts";
import { limits } from "./limits.ts";
import { renderFitted, renderLine } from "./render.ts";
import type { Reply } from "./request.ts";
import { type Payload, payload, text } from "./wire.ts";

type Option = NonNullable<Command["options"]>[number];
type Both = Readonly<Record<Language, string>>;

const platform = "discord";

/** MANAGE_CHANNELS and MANAGE_GUILD, as the API has them: the decimal of a bit field. Source: topics/permissions. */
const manageChannels = String(1n << 4n);
const manageServer = String(1n << 5n);

/** In servers only, added to servers only. Source: interactions/application-commands. */
const inServers = { contexts: [0], integration_types: [0] } as const;

const described = (name: string, fr: string, about: string, aboutFr: string) => ({
  name,
  name_localizations: { fr },
  description: about,
  description_localizations: { fr: aboutFr },
});

const sub = (name: string, fr: string, about: string, aboutFr: string, options: readonly Option[] = []): Option => ({
  type: 1,
  ...described(name, fr, about, aboutFr),
  ...(options.length > 0 ? { options } : {}),
});

const choices = (...all: readonly (readonly [value: string, en: string, fr: string])[]): NonNullable<Option["choices"]> =>
  all.map(([value, name, fr]) => ({ name, name_localizations: { fr }, value }));

const start = sub("start", "commencer", "Tell this channel where the deadlines stand", "Dire à ce salon où en sont les échéances", [
  {
    type: 3,
    ...described("hour", "heure", "The hour there, as 09:00", "L'heure là-bas : 09:00"),
    required: true,
    min_length: 5,
    max_length: 5,
  },
  {
    type: 3,
    ...described("zone", "fuseau", "The time zone, as Europe/Paris", "Le fuseau horaire : Europe/Paris"),
    required: true,
    autocomplete: true,
  },
  {
    type: 3,
    ...described("language", "langue", "The language of the messages", "La langue des messages"),
    choices: choices(["en", "English", "anglais"], ["fr", "French", "français"]),
  },
  {
    type: 3,
    ...described("style", "style", "How often", "À quelle fréquence"),
    choices: choices(
      ["daily", "every day", "chaque jour"],
      ["milestones", "90, 60, 30, 14, 7, 3, 1 and 0 days before", "90, 60, 30, 14, 7, 3, 1 et 0 jours avant"],
      ["changes", "only when something moves", "seulement quand quelque chose bouge"],
    ),
  },
  {
    type: 3,
    ...described(
      "only",
      "seulement",
      "Only the deadlines of this part of the record",
      "Seulement les échéances de cette partie du dossier",
    ),
    autocomplete: true,
  },
  {
    type: 3,
    ...described("from", "depuis", "Live again from this day: 2020-08-14", "Revivre à partir de cette date : 2020-08-14"),
    min_length: 10,
    max_length: 10,
  },
  { type: 5, ...described("silent", "silencieux", "Without a notification", "Sans notification") },
]);

export const remindCommands: readonly Command[] = [
  {
    type: 1,
    ...described(
      "remind",
      "rappel",
      "Daily word on the deadlines, for a channel",
      "Des nouvelles quotidiennes des échéances, pour un salon",
    ),
    ...inServers,
    default_member_permissions: manageChannels,
    options: [
      start,
      sub("stop", "arrêter", "No more messages in this channel", "Plus de messages dans ce salon"),
      sub("pause", "pause", "No messages until it is resumed", "Pas de messages jusqu'à la reprise"),
      sub("resume", "reprendre", "Go on after a pause", "Reprendre après une pause"),
      sub("list", "liste", "Which channels are told what", "Quels salons reçoivent quoi"),
      sub("preview", "aperçu", "What this channel would be told now", "Ce que ce salon recevrait maintenant"),
      sub("step", "avancer", "Move a replaying channel on by a day", "Faire avancer d'un jour un salon qui revit le passé"),
    ],
  },
  {
    type: 1,
    ...described("forget", "oublier", "Delete everything kept about this server", "Effacer tout ce qui est gardé sur ce serveur"),
    ...inServers,
    default_member_permissions: manageServer,
    options: [{ type: 5, ...described("sure", "sûr", "Yes, delete it", "Oui, effacer"), required: true }],
  },
];

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
