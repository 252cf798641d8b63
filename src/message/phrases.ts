/** Every fixed sentence of the bot, English and French side by side. */

import type { Day, LooseDay } from "../model/day.ts";
import type { DeadlineState } from "../model/deadline.ts";
import type { Difference } from "../model/finding.ts";
import type { Both, Language } from "../model/language.ts";
import type { SourceKind, Status } from "../model/record.ts";

const formats: Both<Record<"day" | "month", Intl.DateTimeFormat>> = {
  en: {
    day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
  },
  fr: {
    day: new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    month: new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" }),
  },
};

/** A date in words: `24 August 2020`, `1er août 2020`, `September 2020`, `2017`. */
export const dateInWords = (date: LooseDay, language: Language): string => {
  if (date.length === 4) return date;
  const at = new Date(`${date.padEnd(10, "-01")}T00:00:00Z`);
  const text = formats[language][date.length === 10 ? "day" : "month"].format(at);
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
};

const days = (count: number): Both => ({ en: `${count} ${count === 1 ? "day" : "days"}`, fr: `${count} ${count < 2 ? "jour" : "jours"}` });

/** A sentence after a colon: what opens with a preposition or an article goes on in lower case, a name does not. */
const continued = (sentence: string): string =>
  sentence.replace(/^(?:On|In|By|From|Until|Since|After|Before|At|The|Le|La|Les|En|Au|Du|Dès|Depuis|Après|Avant)\b/, (word) =>
    word.toLowerCase(),
  );

export const phrases = {
  choose: {
    en: "That can be read in more than one way. Which do you mean?",
    fr: "La question peut se lire de plusieurs façons. Laquelle posez-vous ?",
  },
  outside: {
    en: "That is not about the dispute between TikTok and the US government, which is all this record covers.",
    fr: "Cela ne concerne pas le différend entre TikTok et le gouvernement américain, seul sujet de ce dossier.",
  },
  silence: { en: "The record is silent on that.", fr: "Le dossier ne dit rien là-dessus." },
  nearest: { en: "The nearest it holds, which is not an answer:", fr: "Ce qu'il contient de plus proche, sans être une réponse :" },
  empty: {
    en: "Ask a question, for example: When does the 90-day order expire?",
    fr: "Posez une question, par exemple : Quand expire le décret des 90 jours ?",
  },
  apology: {
    en: "Something went wrong on our side. It has been noted; please ask again.",
    fr: "Une erreur s'est produite de notre côté. Elle a été notée ; veuillez redemander.",
  },
  sources: { en: "Sources", fr: "Sources" },
  related: { en: "You could also ask", fr: "Vous pouvez aussi demander" },
  since: { en: "Later:", fr: "Par la suite :" },
  beside: (question: string, lead: string): Both => ({
    en: `If you meant "${question}": ${lead}`,
    fr: `Si vous demandiez « ${question} » : ${lead}`,
  }),
  claimedDay: {
    right: (lead: string): Both => ({ en: `Yes: ${continued(lead)}`, fr: `Oui : ${continued(lead)}` }),
    wrong: (lead: string): Both => ({ en: `No: ${continued(lead)}`, fr: `Non : ${continued(lead)}` }),
  },
  asOf: (day: Day): Both => ({
    en: `As of ${dateInWords(day, "en")} (New York): nothing known later is told.`,
    fr: `Au ${dateInWords(day, "fr")} (New York) : rien de ce qui fut connu ensuite n'est dit.`,
  }),
  pretended: (day: Day): Both => ({
    en: `This bot pretends that it is ${dateInWords(day, "en")}.`,
    fr: `Ce bot fait comme si l'on était le ${dateInWords(day, "fr")}.`,
  }),
  stoodOn: (day: Day): Both => ({ en: `As things stood on ${dateInWords(day, "en")}.`, fr: `Situation au ${dateInWords(day, "fr")}.` }),
  footer: (day: Day, verified: Day, revision: string): Both => ({
    en: `As of ${dateInWords(day, "en")} · record ${revision}, verified to ${dateInWords(verified, "en")}`,
    fr: `Au ${dateInWords(day, "fr")} · dossier ${revision}, vérifié jusqu'au ${dateInWords(verified, "fr")}`,
  }),
  shown: (shown: number, all: number): Both => ({
    en: `${shown} of the ${all} facts the record holds for these dates.`,
    fr: `${shown} des ${all} faits du dossier pour ces dates.`,
  }),
  nothingHappened: (from: Day, to: Day): Both =>
    from === to
      ? {
          en: `The record holds nothing dated ${dateInWords(from, "en")}.`,
          fr: `Le dossier ne contient rien daté du ${dateInWords(from, "fr")}.`,
        }
      : {
          en: `The record holds nothing dated ${dateInWords(from, "en")} to ${dateInWords(to, "en")}.`,
          fr: `Le dossier ne contient rien entre le ${dateInWords(from, "fr")} et le ${dateInWords(to, "fr")}.`,
        },
  nonePending: (day: Day): Both => ({
    en: `No federal deadline of the dispute is known to be pending as of ${dateInWords(day, "en")}.`,
    fr: `Aucune échéance fédérale du différend n'est connue comme pendante au ${dateInWords(day, "fr")}.`,
  }),
  pending: (count: number, day: Day): Both => ({
    en:
      count === 1
        ? `One deadline was pending on ${dateInWords(day, "en")}:`
        : `${count} deadlines were pending on ${dateInWords(day, "en")}:`,
    fr:
      count === 1
        ? `Une échéance était pendante au ${dateInWords(day, "fr")} :`
        : `${count} échéances étaient pendantes au ${dateInWords(day, "fr")} :`,
  }),
  dueIn: (label: Both, due: Day, left: number): Both => ({
    en: `${label.en}: due ${dateInWords(due, "en")}, ${left === 0 ? "the same day" : `${days(left).en} left`}.`,
    fr: `${label.fr} : le ${dateInWords(due, "fr")}, ${left === 0 ? "le jour même" : `dans ${days(left).fr}`}.`,
  }),
  dueStood: (label: Both, due: Day, state: DeadlineState, day: Day): Both => ({
    en: `${label.en}: ${stateWords[state].en} on ${dateInWords(day, "en")}; the last date set was ${dateInWords(due, "en")}.`,
    fr: `${label.fr} : ${stateWords[state].fr} au ${dateInWords(day, "fr")} ; la dernière date fixée était le ${dateInWords(due, "fr")}.`,
  }),
  leftOn: (label: Both, due: Day, left: number, day: Day): Both => ({
    en: `${days(left).en} on ${dateInWords(day, "en")}: ${label.en} was due on ${dateInWords(due, "en")}.`,
    fr: `${days(left).fr} au ${dateInWords(day, "fr")} : l'échéance (${label.fr}) tombait le ${dateInWords(due, "fr")}.`,
  }),
  dateSum: (count: number, from: Day, to: Day): Both => ({
    en: `${days(count).en} after ${dateInWords(from, "en")} is ${dateInWords(to, "en")}.`,
    fr: `${days(count).fr} après le ${dateInWords(from, "fr")}, c'est le ${dateInWords(to, "fr")}.`,
  }),
  touchesNothing: {
    en: "The text touches no fact of the record closely enough to compare.",
    fr: "Le texte ne touche d'assez près aucun fait du dossier pour être comparé.",
  },
  record: { en: "The record:", fr: "Le dossier :" },
  difference: ({ kind, said, record }: Difference): Both => {
    switch (kind) {
      case "day":
      case "number":
      case "name":
        return { en: `The text says ${said}; the record says ${record}.`, fr: `Le texte dit ${said} ; le dossier dit ${record}.` };
      case "allegation":
        return {
          en: "The text tells it as a fact; in the record it is somebody's claim.",
          fr: "Le texte le donne pour un fait ; dans le dossier, c'est une affirmation attribuée.",
        };
      case "superseded":
        return { en: `It did not stay so: ${record}`, fr: `Cela n'est pas resté ainsi : ${record}` };
    }
  },
  page: (at: number, of: number): Both => ({ en: `(page ${at} of ${of})`, fr: `(page ${at} sur ${of})` }),
  happened: (count: number, from: Day, to: Day): Both => {
    const when =
      from === to
        ? { en: `on ${dateInWords(from, "en")}`, fr: `le ${dateInWords(from, "fr")}` }
        : {
            en: `from ${dateInWords(from, "en")} to ${dateInWords(to, "en")}`,
            fr: `du ${dateInWords(from, "fr")} au ${dateInWords(to, "fr")}`,
          };
    return {
      en: `What happened ${when.en}: ${count === 1 ? "one fact" : `${count} facts`}.`,
      fr: `Ce qui s'est passé ${when.fr} : ${count === 1 ? "un fait" : `${count} faits`}.`,
    };
  },
  learnt: (count: number, since: Day): Both =>
    count === 0
      ? {
          en: `The record holds nothing that first became known on or after ${dateInWords(since, "en")}.`,
          fr: `Le dossier ne contient rien qui ait été connu à partir du ${dateInWords(since, "fr")}.`,
        }
      : {
          en: `First known on or after ${dateInWords(since, "en")}: ${count === 1 ? "one fact" : `${count} facts`}, the newest first.`,
          fr: `Connus à partir du ${dateInWords(since, "fr")} : ${count === 1 ? "un fait" : `${count} faits`}, les plus récents d'abord.`,
        },
  restsOn: (source: string, count: number): Both => ({
    en: `${source}: ${count === 0 ? "no fact of the record rests on it yet" : count === 1 ? "one fact rests on it" : `${count} facts rest on it`}.`,
    fr: `${source} : ${count === 0 ? "aucun fait du dossier n'en vient encore" : count === 1 ? "un fait en vient" : `${count} faits en viennent`}.`,
  }),
  checked: (touched: number, differing: number): Both => ({
    en: `The text touches ${touched === 1 ? "one fact" : `${touched} facts`} of the record; ${
      differing === 0 ? "no difference was found" : `${differing === 1 ? "one passage differs" : `${differing} passages differ`}`
    }. What a passage means beyond that is not compared.`,
    fr: `Le texte touche ${touched === 1 ? "un fait" : `${touched} faits`} du dossier ; ${
      differing === 0 ? "aucune différence relevée" : `${differing === 1 ? "un passage diffère" : `${differing} passages diffèrent`}`
    }. Le sens du passage, au-delà, n'est pas comparé.`,
  }),
  behind: (count: number): Both => ({
    en: `What the reply rests on: ${count === 1 ? "one fact" : `${count} facts`}, with every source.`,
    fr: `Ce sur quoi repose la réponse : ${count === 1 ? "un fait" : `${count} faits`}, avec toutes les sources.`,
  }),
  standing: (status: Status, speaker: string | undefined, known: Day): Both => ({
    en: `(${statusWords[status].en}${speaker ? `: ${speaker}` : ""}; public since ${dateInWords(known, "en")})`,
    fr: `(${statusWords[status].fr}${speaker ? ` : ${speaker}` : ""} ; public depuis le ${dateInWords(known, "fr")})`,
  }),
  verified: (day: Day): Both => ({
    en: `The record is verified to ${dateInWords(day, "en")}; for anything later it cannot speak.`,
    fr: `Le dossier est vérifié jusqu'au ${dateInWords(day, "fr")} ; il ne peut rien dire de la suite.`,
  }),
} as const;

const stateWords: Record<DeadlineState, Both> = {
  pending: { en: "pending", fr: "pendante" },
  met: { en: "met", fr: "respectée" },
  lapsed: { en: "passed", fr: "passée" },
  stayed: { en: "stayed", fr: "suspendue" },
  revoked: { en: "revoked", fr: "révoquée" },
  overtaken: { en: "overtaken by events", fr: "dépassée par les événements" },
};

/** How a deadline stands, in one word. */
export const stateInWords = (state: DeadlineState, language: Language): string => stateWords[state][language];

/** What kind of document a source is. */
export const sourceKindWords: Record<SourceKind, Both> = {
  primary: { en: "official text", fr: "texte officiel" },
  court: { en: "court", fr: "justice" },
  agency: { en: "agency", fr: "administration" },
  company: { en: "company", fr: "entreprise" },
  press: { en: "press", fr: "presse" },
  reference: { en: "reference", fr: "référence" },
};

/** How sure a claim is. */
export const statusWords: Record<Status, Both> = {
  established: { en: "established", fr: "établi" },
  alleged: { en: "alleged", fr: "allégué" },
  denied: { en: "denied", fr: "démenti" },
  reported: { en: "reported", fr: "rapporté par la presse" },
};
