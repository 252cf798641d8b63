/** What the commands about reminders say back, English and French side by side. */

import type { Day } from "../model/day.ts";
import type { Both } from "../model/language.ts";
import type { ReminderStyle } from "../model/reminder.ts";
import { dateInWords } from "./phrases.ts";

const styleWords: Record<ReminderStyle, Both> = {
  daily: { en: "every day on which a deadline is pending", fr: "chaque jour où une échéance est pendante" },
  milestones: {
    en: "90, 60, 30, 14, 7, 3, 1 and 0 days before a deadline, and when something moves",
    fr: "90, 60, 30, 14, 7, 3, 1 et 0 jours avant une échéance, et quand quelque chose bouge",
  },
  changes: { en: "when something moves", fr: "quand quelque chose bouge" },
};

export const remindWords = {
  started: (style: ReminderStyle, at: string, zone: string, first: Day): Both => ({
    en: `This channel will be told ${styleWords[style].en}, at ${at} (${zone}), from ${dateInWords(first, "en")}.`,
    fr: `Ce salon sera averti ${styleWords[style].fr}, à ${at} (${zone}), à partir du ${dateInWords(first, "fr")}.`,
  }),
  replaying: (from: Day): Both => ({
    en: `It lives again from ${dateInWords(from, "en")}, one day a day; questions asked here are answered as of its day.`,
    fr: `Il revit à partir du ${dateInWords(from, "fr")}, un jour par jour ; les questions posées ici reçoivent la réponse de ce jour-là.`,
  }),
  stopped: { en: "This channel will not be told any more.", fr: "Ce salon ne sera plus averti." },
  paused: { en: "Paused. Nothing is sent here until it is resumed.", fr: "En pause. Rien n'est envoyé ici jusqu'à la reprise." },
  byHand: { en: "paused on request", fr: "en pause à la demande" },
  resumed: (next: Day, at: string, zone: string): Both => ({
    en: `Resumed: next on ${dateInWords(next, "en")} at ${at} (${zone}).`,
    fr: `Reprise : prochain envoi le ${dateInWords(next, "fr")} à ${at} (${zone}).`,
  }),
  notSubscribed: {
    en: "This channel has no reminders. Start them with remind start.",
    fr: "Ce salon n'a pas de rappels. Pour en demander : remind start.",
  },
  nobodySubscribed: { en: "No channel here has reminders.", fr: "Aucun salon n'a de rappels ici." },
  onlyReplay: {
    en: "Only a channel that replays the past can be moved on: today comes by itself.",
    fr: "Seul un salon qui revit le passé peut avancer : aujourd'hui vient tout seul.",
  },
  stillOnItsWay: {
    en: "The last message is still on its way; try again in a moment.",
    fr: "Le dernier message est encore en route ; réessayez dans un instant.",
  },
  caughtUp: { en: "The replay has reached today.", fr: "La relecture du passé a rejoint aujourd'hui." },
  stepped: (day: Day, speaks: boolean): Both => ({
    en: `It is now ${dateInWords(day, "en")} here. ${speaks ? "The day's message follows." : "There is nothing to say on that day."}`,
    fr: `Nous sommes maintenant le ${dateInWords(day, "fr")} ici. ${speaks ? "Le message du jour suit." : "Il n'y a rien à dire ce jour-là."}`,
  }),
  nothingToday: (day: Day): Both => ({
    en: `Nothing would be sent as of ${dateInWords(day, "en")}.`,
    fr: `Rien ne serait envoyé au ${dateInWords(day, "fr")}.`,
  }),
  line: (style: ReminderStyle, at: string, zone: string, next: Day, replay: Day | undefined, paused: string | undefined): Both => ({
    en: `${styleWords[style].en}, at ${at} (${zone})${replay ? `, replaying ${dateInWords(replay, "en")}` : ""}; ${paused ? `paused: ${paused}` : `next on ${dateInWords(next, "en")}`}.`,
    fr: `${styleWords[style].fr}, à ${at} (${zone})${replay ? `, revit le ${dateInWords(replay, "fr")}` : ""} ; ${paused ? `en pause : ${paused}` : `prochain envoi le ${dateInWords(next, "fr")}`}.`,
  }),
  doubtful: (count: number): Both => ({
    en: `In doubt, and not repeated: ${count}.`,
    fr: `Dans le doute, et non répétés : ${count}.`,
  }),
  badHour: (hour: string): Both => ({
    en: `"${hour}" is not an hour: write it as 09:00.`,
    fr: `« ${hour} » n'est pas une heure : écrivez-la ainsi : 09:00.`,
  }),
  badZone: (zone: string): Both => ({
    en: `"${zone}" is not a time zone: write it as Europe/Paris or America/New_York.`,
    fr: `« ${zone} » n'est pas un fuseau horaire : écrivez-le ainsi : Europe/Paris ou America/New_York.`,
  }),
  badStrand: (strand: string, known: readonly string[]): Both => ({
    en: `The record has no deadlines in "${strand}". There are: ${known.join(", ")}.`,
    fr: `Le dossier n'a pas d'échéance dans « ${strand} ». Il y a : ${known.join(", ")}.`,
  }),
  badStyle: (style: string): Both => ({
    en: `"${style}" is none of daily, milestones, changes.`,
    fr: `« ${style} » n'est pas l'un de daily, milestones, changes.`,
  }),
  badDay: (day: string): Both => ({
    en: `"${day}" is not a day that exists and has passed: write it as 2020-08-14.`,
    fr: `« ${day} » n'est pas un jour qui existe et qui est passé : écrivez-le ainsi : 2020-08-14.`,
  }),
  noRight: {
    en: "Only those who may manage channels here can change reminders.",
    fr: "Seules les personnes qui peuvent gérer les salons ici peuvent changer les rappels.",
  },
  onlyInChannel: {
    en: "Reminders belong to a channel of a server or a workspace: ask for them there.",
    fr: "Les rappels appartiennent à un salon d'un serveur ou d'un espace : demandez-les là-bas.",
  },
  unsure: {
    en: "Nothing was deleted: say that you are sure.",
    fr: "Rien n'a été effacé : confirmez que vous êtes sûr.",
  },
  usage: {
    en: "remind start 09:00 Europe/Paris [fr] [daily | milestones | changes] [from 2020-08-14] [only STRAND…]\nremind pause · resume · stop · list · preview · step",
    fr: "remind start 09:00 Europe/Paris [fr] [daily | milestones | changes] [from 2020-08-14] [only FIL…]\nremind pause · resume · stop · list · preview · step",
  },
  forgotten: {
    en: "Everything kept about this place is deleted: reminders, their ledger, settings. What lets me work here goes when I am removed.",
    fr: "Tout ce qui était gardé sur ce lieu est effacé : rappels, registre des envois, réglages. Ce qui me permet de travailler ici disparaît quand on me retire.",
  },
  closed: (reason: string): Both => ({
    en: `The deadline reminders you set up are paused: their channel cannot be posted to (${reason}). Once that is mended, resume them there.`,
    fr: `Les rappels d'échéances que vous avez demandés sont en pause : impossible d'écrire dans leur salon (${reason}). Une fois la cause levée, reprenez-les sur place.`,
  }),
} as const;
