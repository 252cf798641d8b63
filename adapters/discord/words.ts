/** What only Discord needs said: names of buttons, the help, what a person did wrong and the way out. English and French side by side. */

import { type Day, dateInWords } from "../../src/index.ts";
import { limits } from "./limits.ts";

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

export const words = {
  share: { en: "Share here", fr: "Partager ici" },
  sources: { en: "All sources", fr: "Toutes les sources" },
  back: { en: "Back", fr: "Précédent" },
  next: { en: "Next", fr: "Suivant" },
  shared: { en: "It has been shared already.", fr: "C'est déjà partagé." },
  help: {
    en: [
      "I answer questions about the dispute between TikTok and the US government from a curated record. Every reply names its sources; where the record is silent I say so.",
      "/ask: a question, in English or in French; on answers as of a day, private answers only you\n/deadlines: every deadline as it stood on a day\n/timeline: what happened between two days\n/changes: what first became known since a day\n/source: what the record takes from a source\nOn a message: Apps, then Check against the record\nOr mention me with a question, also in reply to a message.",
      "I read no messages but those that mention me and those I am asked to check, I keep no questions, and I never ping anyone.",
    ],
    fr: [
      "Je réponds aux questions sur le différend entre TikTok et le gouvernement américain à partir d'un dossier vérifié. Chaque réponse cite ses sources ; quand le dossier ne dit rien, je le dis.",
      "/demander : une question, en français ou en anglais ; date pour répondre à une date, privé pour vous seul\n/échéances : toutes les échéances à une date\n/chronologie : ce qui s'est passé entre deux dates\n/nouveautés : ce qui a été connu depuis une date\n/source : ce que le dossier tire d'une source\nSur un message : Applications, puis Vérifier avec le dossier\nOu mentionnez-moi avec une question, aussi en réponse à un message.",
      "Je ne lis que les messages qui me mentionnent et ceux qu'on me donne à vérifier, je ne garde aucune question et je ne notifie personne.",
    ],
  },
  noDay: (said: string) => ({
    en: `"${said.slice(0, 40)}" is not a day that exists: write it as 2020-08-24.`,
    fr: `« ${said.slice(0, 40)} » n'est pas une date qui existe : écrivez-la ainsi, 2020-08-24.`,
  }),
  notYet: (day: Day) => ({
    en: `${dateInWords(day, "en")} has not come yet: choose an earlier day.`,
    fr: `Le ${dateInWords(day, "fr")} n'est pas encore venu : choisissez une date antérieure.`,
  }),
  backwards: { en: "The first day is after the last one: swap them.", fr: "La première date est après la dernière : inversez-les." },
  tooLong: {
    en: `That is longer than ${limits.question} characters: ask it in fewer words, or use Check against the record on the message.`,
    fr: `C'est plus long que ${limits.question} caractères : posez la question en moins de mots, ou utilisez Vérifier avec le dossier sur le message.`,
  },
  noSource: {
    en: "The record has no such source on that day: choose one of those suggested while you type.",
    fr: "Le dossier n'a pas cette source à cette date : choisissez parmi celles proposées pendant la saisie.",
  },
  noText: {
    en: "There is no text in that message that I can read.",
    fr: "Il n'y a pas de texte que je puisse lire dans ce message.",
  },
  unreadable: {
    en: "Discord does not show me the message you replied to. Use Apps, then Check against the record on it, or put your question beside the mention.",
    fr: "Discord ne me montre pas le message auquel vous répondez. Utilisez Applications, puis Vérifier avec le dossier, ou écrivez votre question à côté de la mention.",
  },
  oldButton: {
    en: "That button is from an earlier version of the record: please ask again with /ask.",
    fr: "Ce bouton vient d'une version antérieure du dossier : posez de nouveau la question avec /demander.",
  },
  noCommand: {
    en: "I no longer have that command: /help lists those I have.",
    fr: "Je n'ai plus cette commande : /aide les énumère.",
  },
  notAllowed: {
    en: "That needs a permission you do not have here: ask somebody who may manage this server.",
    fr: "Il faut pour cela une permission que vous n'avez pas ici : adressez-vous à quelqu'un qui gère ce serveur.",
  },
  slowDown: (wait: number) => ({
    en: `That was a lot at once: ask again in ${seconds(wait)} s and I will gladly answer.`,
    fr: `C'était beaucoup à la fois : redemandez dans ${seconds(wait)} s et je répondrai volontiers.`,
  }),
} as const;
