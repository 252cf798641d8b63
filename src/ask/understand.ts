/** First stage: what is asked, in which language, as of which day, about whom. */

import type { Base } from "../knowledge/base.ts";
import { addDays, type Day } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Inquiry, NamedDays, Understood } from "../model/reading.ts";
import type { Wants } from "../model/record.ts";
import { findDates, type Span } from "../text/dates.ts";
import { fold, words } from "../text/fold.ts";
import { guessLanguage } from "../text/language.ts";

/** What kind of answer the form of a question asks for; the first that fits. Patterns read folded text. */
const forms: Record<Language, readonly [Wants, RegExp][]> = {
  en: [
    ["difference", /\b(differen\w*|compare\w*|versus|vs|distinguish\w*|same thing as|same as)\b/],
    ["number", /\bhow (many|much|long|old|often|big|large)\b|\bnumber of\b|\bhow far\b/],
    ["reason", /\b(why|how come|reason\w*|what for|rationale|motive|grounds?)\b/],
    ["day", /\b(when|what (day|date|time|year|month)|which (day|date|year|month)|by when|since when|until when|how soon|deadline date)\b/],
    ["person", /\b(who|whom|whose|which (judge|senator|president|company|companies|person|ceo))\b/],
    ["place", /\b(where|which (court|country|state)|what (court|country|state))\b/],
    ["how", /\bhow\b/],
    [
      "quote",
      /\bwhat did .{1,60}\b(say|said|argue|claim|write|tell|answer|respond)\b|\bwhat was .{1,40} (response|reaction|statement|answer)\b/,
    ],
    ["story", /\bwhat (happened|became|is happening|has happened|went on)\b|\bwhats happening\b|\btimeline\b/],
    [
      "yes-no",
      /^(?:(?:so|but|and|wait|ok|okay|hey|hi|um|like|well|um+|pls|please|lol)[ ,]+)*(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must|may|might|isnt|didnt|wasnt|doesnt|isn't|didn't|wasn't|doesn't|aren't|hasn't|won't|can't)\b|\bis it true\b|\btrue that\b|\bor not\b|\bwhether\b|, right\b/,
    ],
    ["list", /\b(list|which ones|who all|what (are|were) (all )?the)\b/],
    ["what", /\b(what|which|explain|define|meaning|mean)\b/],
  ],
  fr: [
    ["difference", /\b(differen\w*|compar\w*|versus|vs|pareil que|meme chose que|distingu\w*)\b/],
    ["number", /\b(combien|nombre de|quel (age|montant|prix)|a quel point)\b/],
    ["reason", /\b(pourquoi|pk|pq|pourkoi|raisons?|motifs?|motivation\w*|a cause de quoi|pour quelle)\b/],
    [
      "day",
      /\b(quand|quel (jour|mois)|quelle (date|annee|heure)|a quelle date|depuis quand|jusqu'? ?a quand|date (butoir|limite)|c'est pour quand)\b/,
    ],
    ["person", /\b(qui|a qui|par qui|quel (juge|president|senateur|patron)|quelle (entreprise|societe|boite|juge))\b/],
    ["place", /\b(ou (est|sont|se|a|ont)|dans quel (pays|etat)|quel (tribunal|pays|etat)|quelle (cour|juridiction)|devant quel\w*)\b/],
    ["how", /\b(comment|de quelle (facon|maniere))\b/],
    ["quote", /\b(qu'?a dit|qu'?ont dit|qu'?a repondu|que disait?|que repond\w*|quelle (est|a ete|fut) la (reponse|reaction|defense))\b/],
    [
      "story",
      /\b(que s'est[- ]il passe|qu'est[- ]il arrive|qu'est devenu\w*|que devient|ou en est|quoi de neuf|chronologie|c'est passe quoi)\b/,
    ],
    [
      "yes-no",
      /\best[- ]ce (que|qu'|qu)|^(?:(?:mais|et|donc|alors|du coup|bon|ok|salut|bonjour)[ ,]+)*(est|sont|etait|a|ont|peut|peuvent|va|vont|doit|faut|avait)[- ](il|elle|ils|elles|on|t-il|t-elle|t-on|ce)\b|\b(a|peut|va|doit|est|sera|aura|etait|avait)-t?-?(il|elle|on|ils)\b|\bc'est vrai\b|\bvrai que\b|\bou pas\b|\bou non\b|\b(ont|sont|peuvent|doivent|vont)-(ils|elles)\b|\bsi tiktok\b/,
    ],
    ["list", /\b(liste|lesquels|lesquelles|quels (sont|etaient)|quelles (sont|etaient))\b/],
    ["what", /\b(quoi|que|qu|quel|quelle|quels|quelles|explique\w*|definition|signifie|veut dire)\b/],
  ],
};

/** Words that lean on what was said before. */
const leaning: Record<Language, RegExp> = {
  en: /\b(it|its|that|this|they|them|their|those|these|he|his|him|she|her|there|then|the same|one|ones|both|either)\b|^(and|so|but|why|when|who|how|where|what about|how about|what then|really|since when|until when|ok|okay)\b/,
  fr: /\b(il|elle|ils|elles|ca|cela|ce|celui|celle|ceux|ci|leur|lui|eux|y|en|meme|les deux|l'autre)\b|^(et|mais|donc|alors|pourquoi|quand|qui|comment|ou|combien|du coup|depuis quand|jusqu)\b/,
};

const asOfBefore: Record<Language, RegExp> = {
  en: /\b(?:as of|as at|as it stood on|as things stood on|as known on|standing on|the situation on|the state on)(?: the)? ?$/,
  fr: /(?:\ben date du|\ba la date du|\btel que connu le|\bcomme au|\bau stade du|\bla situation au|\bl'etat au|\bvu du|\barrete au|^au) ?$/,
};

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

const wantsOf = (folded: string, language: Language): Wants | undefined => forms[language].find(([, form]) => form.test(folded))?.[0];

/**
 * Reads a question.
 * A day named with "as of" moves the day of the answer, never forward.
 */
export const understand = (base: Base, inquiry: Inquiry): Understood => {
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
    } else days.push({ from: span.from, to: span.to, text: span.text });
  }

  const own = base.wording(language).read(rest);
  const ids = [...own.ids];
  const weights = [...own.weights];
  const count = words(rest).length;
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
  if (inquiry.context && inquiry.context.length <= 600) inherit(inquiry.context, 0.12);

  return {
    question,
    language,
    on,
    asOf,
    features: { ids, weights },
    entities: own.entities,
    numbers: own.numbers,
    unknown: own.unknown,
    wants: wantsOf(rest, language),
    days,
    followsUp,
  };
};
