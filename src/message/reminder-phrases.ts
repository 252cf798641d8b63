/** Every fixed sentence of the reminders, English and French side by side. */

import { type Day, daysBetween } from "../model/day.ts";
import type { DeadlineState } from "../model/deadline.ts";
import type { Both } from "../model/language.ts";
import { dateInWords } from "./phrases.ts";

const days = (count: number): Both => ({ en: `${count} ${count === 1 ? "day" : "days"}`, fr: `${count} ${count < 2 ? "jour" : "jours"}` });

const left = (count: number): Both =>
  count === 0 ? { en: "today", fr: "aujourd'hui" } : { en: `in ${days(count).en}`, fr: `dans ${days(count).fr}` };

/** `12 to 27 November 2020`: what both dates share is said once. */
const span = (from: Day, to: Day): Both => {
  const kept = from.slice(0, 7) === to.slice(0, 7) ? 1 : from.slice(0, 4) === to.slice(0, 4) ? 2 : 3;
  const short = (language: "en" | "fr"): string => dateInWords(from, language).split(" ").slice(0, kept).join(" ");
  return { en: `${short("en")} to ${dateInWords(to, "en")}`, fr: `${short("fr")} au ${dateInWords(to, "fr")}` };
};

const shift = (from: Day, to: Day): Both => {
  const count = daysBetween(from, to);
  const size = days(Math.abs(count));
  return count >= 0 ? { en: `${size.en} later`, fr: `${size.fr} de plus` } : { en: `${size.en} earlier`, fr: `${size.fr} de moins` };
};

const by = (who: Both | undefined): Both => (who ? { en: ` (${who.en})`, fr: ` (${who.fr})` } : { en: "", fr: "" });

const ends: Record<Exclude<DeadlineState, "pending">, Both> = {
  met: { en: "met", fr: "respectée" },
  lapsed: { en: "passed", fr: "passée" },
  stayed: { en: "stayed", fr: "suspendue" },
  revoked: { en: "revoked", fr: "révoquée" },
  overtaken: { en: "overtaken by events", fr: "dépassée par les événements" },
};

export const reminderPhrases = {
  late: (at: string, zone: string): Both => ({
    en: `Sent late: it was due at ${at} (${zone}).`,
    fr: `Envoi tardif : prévu à ${at} (${zone}).`,
  }),
  missed: (count: number): Both => ({
    en: `${days(count).en} could not be sent; what changed since is told here.`,
    fr: `${days(count).fr} sans envoi possible ; ce qui a changé depuis est dit ici.`,
  }),
  /** How the message opens: the day it tells, and whether that day is lived again. */
  head: (day: Day, replay: boolean): Both =>
    replay
      ? {
          en: `Replay of ${dateInWords(day, "en")}, told as it stood that day: `,
          fr: `Rejeu du ${dateInWords(day, "fr")}, tel que les choses se présentaient ce jour-là : `,
        }
      : { en: `${dateInWords(day, "en")} (New York): `, fr: `${dateInWords(day, "fr")} (New York) : ` },
  pending: (count: number, next: Day | undefined, day: Day): Both => {
    if (count === 0 || next === undefined) return { en: "no deadline is pending.", fr: "aucune échéance n'est pendante." };
    const soon = left(daysBetween(day, next));
    return count === 1
      ? { en: `one deadline is pending, due ${soon.en}.`, fr: `une échéance est pendante, ${soon.fr}.` }
      : { en: `${count} deadlines are pending, the next ${soon.en}.`, fr: `${count} échéances sont pendantes, la prochaine ${soon.fr}.` };
  },
  countdown: (label: Both, due: Day, count: number): Both => ({
    en: `${label.en}: ${dateInWords(due, "en")}, ${count === 0 ? "today" : `${days(count).en} left`}.`,
    fr: `${label.fr} : ${dateInWords(due, "fr")}, ${count === 0 ? "aujourd'hui" : `${count < 2 ? "reste" : "restent"} ${days(count).fr}`}.`,
  }),
  origin: (on: Day, who: Both | undefined): Both => ({
    en: `set on ${dateInWords(on, "en")}${by(who).en}`,
    fr: `fixée le ${dateInWords(on, "fr")}${by(who).fr}`,
  }),
  move: (from: Day, to: Day, who: Both | undefined): Both => ({
    en: `moved from ${span(from, to).en}${by(who).en}, ${shift(from, to).en}`,
    fr: `reportée du ${span(from, to).fr}${by(who).fr}, ${shift(from, to).fr}`,
  }),
  meaning: (onDue: Both): Both => ({ en: `What it means: ${onDue.en}`, fr: `Ce que cela signifie : ${onDue.fr}` }),
  set: (who: Both | undefined): Both => ({ en: `New deadline${by(who).en}.`, fr: `Nouvelle échéance${by(who).fr}.` }),
  lifted: (who: Both | undefined): Both => ({ en: `In force again${by(who).en}.`, fr: `De nouveau en vigueur${by(who).fr}.` }),
  ended: (label: Both, due: Day, state: Exclude<DeadlineState, "pending">, who: Both | undefined): Both => ({
    en: `${label.en}: ${ends[state].en}${by(who).en}. The last date set was ${dateInWords(due, "en")}.`,
    fr: `${label.fr} : ${ends[state].fr}${by(who).fr}. La dernière date fixée était le ${dateInWords(due, "fr")}.`,
  }),
  passed: (label: Both, due: Day): Both => ({
    en: `${label.en}: ${dateInWords(due, "en")} has passed, and the record holds no step since.`,
    fr: `${label.fr} : le ${dateInWords(due, "fr")} est passé, et le dossier ne contient rien depuis.`,
  }),
  corrected: (label: Both, due: Day, state: DeadlineState): Both => ({
    en: `The record was corrected. ${label.en}: ${dateInWords(due, "en")}${state === "pending" ? "" : `, ${ends[state].en}`}.`,
    fr: `Le dossier a été corrigé. ${label.fr} : ${dateInWords(due, "fr")}${state === "pending" ? "" : `, ${ends[state].fr}`}.`,
  }),
  none: {
    en: "no federal deadline of the dispute is known to be pending. You will hear when one is set.",
    fr: "aucune échéance fédérale du différend n'est connue comme pendante. Vous serez averti si une date est fixée.",
  },
  silent: { en: "nothing to say.", fr: "rien à dire." },
} as const;
