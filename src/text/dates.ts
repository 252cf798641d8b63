/** Dates in questions, in both languages: days through chrono, and the stretches it lacks (months, weeks of a month, ranges, years). */

import { createRequire } from "node:module";
import { addDays, type Day, isDay, lastDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import { fold } from "./fold.ts";

/** A stretch of days named in a text. */
export type Span = {
  readonly from: Day;
  readonly to: Day;
  /** The words that name it, folded. */
  readonly text: string;
  /** Whether the year was said; where it was not, `from` and `to` are of the year of the reference day. */
  readonly year: boolean;
};

const months = [
  "january janvier jan janv",
  "february fevrier feb fevr",
  "march mars mar",
  "april avril apr avr",
  "may mai",
  "june juin jun",
  "july juillet jul juil",
  "august aout aug",
  "september septembre sept sep",
  "october octobre oct",
  "november novembre nov",
  "december decembre dec",
];
const monthNumber = new Map(
  months.flatMap((names, index) => names.split(" ").map((name): [string, string] => [name, String(index + 1).padStart(2, "0")])),
);
const month = `(${[...monthNumber.keys()].sort((a, b) => b.length - a.length).join("|")})\\b\\.?`;
const worthReading = new RegExp(
  `\\b(?:${[...monthNumber.keys()].join("|")})\\b|\\d[/.-]\\d|\\b(?:yesterday|hier|week|semaine|month|mois|20[12]\\d)\\b`,
);

/** What stands before a month to name a part of it, and which days it means. */
const parts: readonly [RegExp, (first: Day, last: Day) => [Day, Day]][] = [
  [
    /(?:first|1st|premiere) (?:week|semaine) (?:of|in|de|d')? ?$|(?:beginning|start|early|debut)(?: of| in| de| d')? ?-?$/,
    (first) => [first, addDays(first, 6)],
  ],
  [/(?:second|2nd|deuxieme|2e) (?:week|semaine) (?:of|in|de|d')? ?$/, (first) => [addDays(first, 7), addDays(first, 13)]],
  [
    /(?:third|3rd|troisieme|3e) (?:week|semaine) (?:of|in|de|d')? ?$|(?:mid|middle of|mi)[ -]?$/,
    (first) => [addDays(first, 10), addDays(first, 20)],
  ],
  [
    /(?:last|final|derniere) (?:week|semaine) (?:of|in|de|d')? ?$|(?:end|late|fin)(?: of| in| de| d')? ?-?$/,
    (_first, last) => [addDays(last, -6), last],
  ],
];

type Chrono = typeof import("chrono-node/en").strict;

const require = createRequire(import.meta.url);
const chronos: { en?: Chrono; fr?: Chrono } = {};
/** Chrono's reader of a language, loaded when that language is first asked in: each takes some 5 MB. */
const chronoOf = (language: Language): Chrono => {
  const chrono = chronos[language] ?? (require(`chrono-node/${language}`) as { readonly strict: Chrono }).strict;
  chronos[language] = chrono;
  return chrono;
};

const monthSpan = (folded: string, index: number, name: string, year: string): [Day, Day] => {
  const first = `${year}-${monthNumber.get(name) ?? "01"}-01`;
  const last = lastDay(first.slice(0, 7));
  const before = folded.slice(Math.max(0, index - 30), index);
  return parts.find(([pattern]) => pattern.test(before))?.[1](first, last) ?? [first, last];
};

/**
 * The dates a text names, in the order in which they stand.
 * @param on the reference day for "yesterday" and for dates without a year
 */
export const findDates = (text: string, language: Language, on: Day): Span[] => {
  const chrono = chronoOf(language);
  let folded = fold(text);
  if (!worthReading.test(folded)) return [];
  // chrono reads "90 days after 14 August" as one day, the sum; here the day that is named is wanted
  folded = folded.replace(
    /\b\d+ (?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?) (?=after|before|from|since|following|apres|avant|a partir|depuis|plus tard)/g,
    (match) => "\u0000".repeat(match.length),
  );
  const found: (Span & { index: number })[] = [];
  const take = (index: number, matched: string, from: Day, to: Day, year: boolean) => {
    if (!isDay(from) || !isDay(to)) return;
    found.push({ index, text: matched, from, to, year });
    folded = folded.slice(0, index) + "\u0000".repeat(matched.length) + folded.slice(index + matched.length);
  };
  const thisYear = on.slice(0, 4);

  const range = new RegExp(
    `\\b(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ?(?:and|to|et|au|-|until) ?(?:le |the )?(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ${month}(?:,? (20\\d\\d))?`,
    "g",
  );
  for (const hit of folded.matchAll(range)) {
    const [all, first = "", last = "", name = "", year] = hit;
    const stem = `${year ?? thisYear}-${monthNumber.get(name) ?? ""}`;
    take(hit.index, all, `${stem}-${first.padStart(2, "0")}`, `${stem}-${last.padStart(2, "0")}`, Boolean(year));
  }
  for (const hit of chrono.parse(folded, { instant: new Date(`${on}T12:00:00Z`), timezone: 0 })) {
    if (hit.text.includes("\u0000") || !/\d|yesterday|hier/.test(hit.text) || /^\d+$/.test(hit.text)) continue;
    if (!hit.start.isCertain("day") || !hit.start.isCertain("month")) continue;
    const said = [hit.start, hit.end].find((side) => side?.isCertain("year"))?.get("year");
    const own = (side: { readonly get: (part: "month" | "day") => number | null }): Day =>
      [said ?? thisYear, String(side.get("month")).padStart(2, "0"), String(side.get("day")).padStart(2, "0")].join("-");
    take(hit.index, hit.text, own(hit.start), own(hit.end ?? hit.start), said !== undefined && said !== null);
  }
  for (const hit of folded.matchAll(new RegExp(`\\b${month}(?:,? (?:of |de )?(20\\d\\d)\\b)?`, "g"))) {
    const [all, name = "", year] = hit;
    // "may" and "mar" alone are words, not months
    if (
      !year &&
      (name === "may" || name.length < 4) &&
      !/(?:in|of|until|since|by|en|de|depuis|fin|debut) $/.test(folded.slice(0, hit.index))
    )
      continue;
    const [from, to] = monthSpan(folded, hit.index, name, year ?? thisYear);
    take(hit.index, all, from, to, Boolean(year));
  }
  for (const hit of folded.matchAll(/(?<=\b(?:in|of|during|since|by|en|de|depuis|courant|annee|year) )(20[12]\d)\b(?!\D?\d)/g))
    take(hit.index, hit[0], `${hit[0]}-01-01`, `${hit[0]}-12-31`, true);

  found.sort((a, b) => a.index - b.index);
  // "between A and B", "from A to B", "du A au B"
  const [a, b] = found;
  if (a && b && found.length === 2) {
    const join = folded.slice(a.index + a.text.length, b.index);
    const before = folded.slice(0, a.index);
    if (
      /^ ?(?:and|to|until|till|through|et|au|jusqu'au|a|-) ?(?:the |le |l')?$/.test(join) &&
      /(?:between|from|entre|du|de)(?: the| le)? $/.test(before)
    ) {
      const year = a.year || b.year;
      const from = a.year || !b.year ? a.from : b.from.slice(0, 4) + a.from.slice(4);
      if (from <= b.to) return [{ from, to: b.to, text: folded.slice(a.index, b.index) + b.text, year }];
    }
  }
  return found.map(({ from, to, text: matched, year }) => ({ from, to, text: matched, year }));
};
