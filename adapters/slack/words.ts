/** What only this adapter says: buttons, help, what a person can mend. English and French side by side. */

import type { Language } from "../../src/index.ts";

type Both = Readonly<Record<Language, string>>;

export const longestQuestion = 500;

export const words = {
  share: { en: "Share", fr: "Partager" },
  next: { en: "Next", fr: "Suite" },
  previous: { en: "Back", fr: "Retour" },
  asked: (question: string): Both => ({ en: `Asked: ${question}`, fr: `Question : ${question}` }),
  checked: { en: "The text, sentence by sentence, against the record:", fr: "Le texte, phrase par phrase, face au dossier :" },
  more: (count: number): Both => ({
    en: count === 1 ? "One more sentence touches the record." : `${count} more sentences touch the record.`,
    fr: count === 1 ? "Une autre phrase touche au dossier." : `${count} autres phrases touchent au dossier.`,
  }),
  agrees: { en: "Nothing in it differs from the record.", fr: "Rien n'y diffère du dossier." },
  tooLong: {
    en: `Please ask in at most ${longestQuestion} characters. To check a longer text: /ninety check TEXT`,
    fr: `Posez votre question en ${longestQuestion} caractères au plus. Pour vérifier un texte plus long : /ninety check TEXTE`,
  },
  noDay: (text: string): Both => ({
    en: `There is no day ${text}: write it as in 2020-08-24.`,
    fr: `Le jour ${text} n'existe pas : écrivez-le comme 2020-08-24.`,
  }),
  future: (text: string): Both => ({ en: `${text} has not come yet.`, fr: `Le ${text} n'est pas encore venu.` }),
  backwards: { en: "The first day is after the second.", fr: "Le premier jour est après le second." },
  noText: {
    en: "Check which text? For example: /ninety check The order of 6 August gave 90 days.",
    fr: "Vérifier quel texte ? Par exemple : /ninety check Le décret du 6 août donnait 90 jours.",
  },
  noSource: {
    en: "The record has no such source on that day. For example: /ninety source eo-13942",
    fr: "Le dossier n'a pas cette source à cette date. Par exemple : /ninety source eo-13942",
  },
  nearSources: {
    en: "The record has no such source on that day. Do you mean one of these?",
    fr: "Le dossier n'a pas cette source à cette date. Voulez-vous dire l'une de celles-ci ?",
  },
  noId: { en: "Which source? For example: /ninety source eo-13942", fr: "Quelle source ? Par exemple : /ninety source eo-13942" },
  slow: (seconds: number): Both => ({
    en: `That is a lot at once. Please ask again in ${seconds} s.`,
    fr: `Cela fait beaucoup d'un coup. Redemandez dans ${seconds} s.`,
  }),
  stale: {
    en: "This button is from an older version. Please ask again.",
    fr: "Ce bouton date d'une version plus ancienne. Veuillez redemander.",
  },
  forgotten: {
    en: "There is nothing to read in this message.",
    fr: "Il n'y a rien à lire dans ce message.",
  },
  later: {
    en: "Reminders are not switched on here.",
    fr: "Les rappels ne sont pas activés ici.",
  },
  help: {
    en: [
      "I answer from a curated record about TikTok and the US government, every reply sourced. I say so where the record is silent.",
      "/ninety when does the 90-day order expire?\nA reply for you alone, with a button to share it.",
      "/ninety share QUESTION\nThe reply for everyone in the channel.",
      "/ninety deadlines · /ninety timeline 2020-08-01 2020-12-31 · /ninety changes 2026-01-01 · /ninety source ID",
      "/ninety check TEXT\nA text against the record; or the shortcut “Check against the record” on any message.",
      "Anywhere: on 2020-08-24\nAnswers as of that day: nothing known later is told.",
      "Mention me, or write to me directly, and I answer in the thread. En français aussi.",
    ],
    fr: [
      "Je réponds d'après un dossier établi sur TikTok et le gouvernement américain, sources à l'appui. Là où il se tait, je le dis.",
      "/ninety quand expire le décret des 90 jours ?\nUne réponse pour vous seul, avec un bouton pour la partager.",
      "/ninety partager QUESTION\nLa réponse pour tout le canal.",
      "/ninety échéances · /ninety chronologie 2020-08-01 2020-12-31 · /ninety changements 2026-01-01 · /ninety source ID",
      "/ninety vérifier TEXTE\nUn texte face au dossier ; ou le raccourci « Check against the record » sur tout message.",
      "Partout : au 2020-08-24\nRépond à cette date : rien de ce qui fut connu ensuite n'est dit.",
      "Mentionnez-moi ou écrivez-moi directement : je réponds dans le fil. Also in English.",
    ],
  },
  home: {
    today: { en: "As things stand", fr: "La situation" },
    deadlines: { en: "Deadlines", fr: "Échéances" },
    changes: { en: "Latest in the record", fr: "Les derniers faits du dossier" },
    start: { en: "Ask to begin with", fr: "Pour commencer" },
    settings: { en: "Settings of this workspace", fr: "Réglages de cet espace" },
    language: { en: "Language of replies", fr: "Langue des réponses" },
    follow: { en: "The language of the question", fr: "La langue de la question" },
    english: { en: "English", fr: "Anglais" },
    french: { en: "French", fr: "Français" },
    installer: {
      en: "Only the person who installed me can change this.",
      fr: "Seule la personne qui m'a installé peut changer cela.",
    },
    closed: { en: "Channels I can no longer post to:", fr: "Canaux où je ne peux plus écrire :" },
  },
  closed: (channel: string, reason: string): Both => ({
    en: `I can no longer post in the channel ${channel} (${reason}). What was to be posted there is paused. Add me to the channel again to go on.`,
    fr: `Je ne peux plus écrire dans le canal ${channel} (${reason}). Ce qui devait y être publié est suspendu. Rajoutez-moi au canal pour continuer.`,
  }),
} as const;
