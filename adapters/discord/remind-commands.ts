/** `/remind` and `/forget`, declared as data in the API's own form. What they do is in `remind.ts`. */

import type { Command } from "./commands.ts";

type Option = NonNullable<Command["options"]>[number];

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
