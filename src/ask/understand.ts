/** First stage: what is asked, in which language, as of which day, about whom. */

import type { Base } from "../knowledge/base.ts";
import { addDays, type Day } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Inquiry, NamedDays, Understood } from "../model/reading.ts";
import { asking } from "../text/clauses.ts";
import { findDates, type Span } from "../text/dates.ts";
import { fold, words } from "../text/fold.ts";
import { isWish, wantsOf } from "../text/forms.ts";
import { guessLanguage } from "../text/language.ts";

/** Words that lean on what was said before. */
const leaning: Record<Language, RegExp> = {
  en: /\b(it|its|that|this|they|them|their|those|these|he|his|him|she|her|there|then|the same|one|ones|both|either)\b|^(and|so|but|why|when|who|how|where|what about|how about|what then|really|since when|until when|ok|okay)\b/,
  fr: /\b(il|elle|ils|elles|ca|cela|ce|celui|celle|ceux|ci|leur|lui|eux|y|en|meme|les deux|l'autre)\b|^(et|mais|donc|alors|pourquoi|quand|qui|comment|ou|combien|du coup|depuis quand|jusqu)\b/,
};

const asOfBefore: Record<Language, RegExp> = {
  en: /\b(?:as of|as at|as it stood on|as things stood on|as known on|standing on|the situation on|the state on)(?: the)? ?$/,
  fr: /(?:\ben date du|\ba la date du|\btel que connu le|\bcomme au|\bau stade du|\bla situation au|\bl'etat au|\bvu du|\barrete au|^au) ?$/,
};

/** A question with so few features hardly says what it is about. */
const vague = 6;
const contextShare = { vague: 0.6, clear: 0.25 } as const;

/** A question of more words may tell a story before it asks, or after. */
const story = 12;
/** What the words of the story count beside those that ask; fewer of these than `least` say too little to tell them apart. */
const storyShare = { share: 0.7, least: 3 } as const;

/** A day and month without a year means the year in which the record has most to tell of it. */
const settleYear = (base: Base, span: Span, on: Day): Span => {
  if (span.year) return span;
  const year = Number(on.slice(0, 4));
  let best = span;
  let most = -1;
  for (let candidate = Math.max(year - 8, 2017); candidate <= year + 1; candidate++) {
    const from = `${candidate}${span.from.slice(4)}`;
    const to = `${candidate}${span.to.slice(4)}`;
    const told =
      base.happened(from, to, on).length +
      0.5 * base.deadlines.filter(({ steps }) => steps.some(({ due, on: known }) => due && due >= from && due <= to && known <= on)).length;
    if (told > most) {
      most = told;
      best = { ...span, from, to };
    }
  }
  return most > 0 ? best : { ...span, from: span.from > addDays(on, 31) ? `${year - 1}${span.from.slice(4)}` : span.from };
};

/**
 * Reads a question.
 * A day named with "as of" moves the day of the answer, never forward.
 * @param undated leaves the words of the other days it names out of what it is about; they are still told as `days`
 */
export const understand = (base: Base, inquiry: Inquiry, undated = false): Understood => {
  const question = inquiry.question.normalize("NFC").slice(0, 2_000).trim();
  const language = inquiry.language ?? guessLanguage(question, inquiry.previous?.length ? guessLanguage(inquiry.previous.join(" ")) : "en");
  const folded = fold(question);
  let on = inquiry.on;
  let asOf = false;
  let rest = folded;
  const days: NamedDays[] = [];
  for (const found of findDates(question, language, inquiry.on)) {
    const span = settleYear(base, found, inquiry.on);
    const at = rest.indexOf(span.text);
    const before = at >= 0 ? rest.slice(0, at) : "";
    const marker = asOfBefore[language].exec(before);
    if (marker && span.to <= inquiry.on) {
      on = span.to;
      asOf = true;
      rest = `${before.slice(0, marker.index)} ${rest.slice(at + span.text.length)}`.trim();
    } else {
      days.push({ from: span.from, to: span.to, text: span.text });
      if (undated && at >= 0) rest = `${before} ${rest.slice(at + span.text.length)}`;
    }
  }

  const own = base.wording(language).read(rest);
  const ids = [...own.ids];
  const weights = [...own.weights];
  const count = words(rest).length;
  const asked = count > story ? asking(rest, (part) => wantsOf(part, language) !== undefined) : undefined;
  const core = asked === undefined ? [] : base.wording(language).read(asked).ids;
  if (core.length >= storyShare.least)
    for (const [place, id] of ids.entries()) if (!core.includes(id)) weights[place] = (weights[place] ?? 0) * storyShare.share;
  const earlier = inquiry.previous ?? [];
  const followsUp = earlier.length > 0 && (count <= 4 || leaning[language].test(rest)) && count <= 14;
  const inherit = (text: string, share: number) => {
    const earlierFeatures = base.wording(language).read(text);
    for (const [place, id] of earlierFeatures.ids.entries())
      if (!ids.includes(id)) {
        ids.push(id);
        weights.push((earlierFeatures.weights[place] ?? 0) * share);
      }
  };
  if (followsUp) for (const [back, text] of [...earlier].reverse().entries()) inherit(text, 0.5 / (back + 1));
  // what stands before the asker says what a question means that hardly says anything itself
  if (inquiry.context && inquiry.context.length <= 600)
    inherit(inquiry.context, own.ids.length <= vague ? contextShare.vague : contextShare.clear);

  return {
    question,
    language,
    on,
    asOf,
    features: { ids, weights },
    entities: own.entities,
    numbers: own.numbers,
    unknown: own.unknown,
    newPairs: own.newPairs,
    onSubject: ids.some((id) => base.wording(language).subjects.has(id)),
    wants: wantsOf(rest, language),
    isWish: isWish(rest, language),
    days,
    followsUp,
  };
};
