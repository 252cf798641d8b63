/** What readers can say of a reply, and what they hear then. English and French side by side. */

import type { Both } from "../model/language.ts";

/** In the order of the buttons. */
export const feedbackVerdicts = ["helpful", "wrong", "outdated"] as const;

/** What a reader thought of a reply. */
export type FeedbackVerdict = (typeof feedbackVerdicts)[number];

export const feedbackWords: Readonly<Record<FeedbackVerdict | "thanks", Both>> = {
  helpful: { en: "Helpful", fr: "Utile" },
  wrong: { en: "Wrong", fr: "Faux" },
  outdated: { en: "Out of date", fr: "Dépassé" },
  thanks: {
    en: "Noted for the curators, without your name. Thank you.",
    fr: "C'est noté pour les curateurs, sans votre nom. Merci.",
  },
};
