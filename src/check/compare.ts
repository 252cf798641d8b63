/** The mechanical differences between a sentence and a fact that it touches: a day, a number, a name, an allegation told as fact, a superseded state. */

import type { Base } from "../knowledge/base.ts";
import { type Day, firstDay, lastDay } from "../model/day.ts";
import type { Difference } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { EntityKind, Fact, Id } from "../model/record.ts";
import { findDates, type Span } from "../text/dates.ts";
import { fold, words } from "../text/fold.ts";

/** Words by which a sentence says that somebody says so. */
const attributed: Record<Language, RegExp> = {
  en: /\b(say|says|said|alleg\w+|claim\w*|accus\w+|argu\w+|according to|den(y|ies|ied)|report\w*|told|wrote|assert\w*|contend\w*|maintain\w*|believ\w+|suspect\w*|warn\w*|fear\w*)\b/,
  fr: /\b(dit|disent|selon|d'apres|affirm\w+|accus\w+|pretend\w*|soutien\w+|estim\w+|dement\w*|nie\w*|allegu\w+|reproch\w+|craign\w+|soupconn\w+|declar\w+|rapport\w+)\b/,
};

/** Kinds whose members are exchanged by mistake, so that one in the place of another is worth telling. */
const exchanged: ReadonlySet<EntityKind> = new Set(["person", "court", "order", "statute", "company"]);

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** Whether two dates without a stated year agree on day and month. */
const agrees = (said: Span, recorded: Span): boolean =>
  overlap(said, recorded) || (!said.year && said.from.slice(5) === recorded.from.slice(5));

const days = (fact: Fact, language: Language, on: Day): Span[] => {
  const named = findDates(fact.text[language], language, on);
  return named.length > 0 ? named : [{ from: firstDay(fact.date), to: lastDay(fact.date), text: fact.date, year: true }];
};

/** Counts with what they count: `45 day`, `170 million user`. Numbers that belong to dates are left out by the caller. */
const counts = (folded: string): { number: string; unit: string; text: string }[] =>
  [...folded.matchAll(/(?<![\d/.-])(\d+(?:\.\d+)?)[ -]?(%|per ?cent|pour ?cent|\p{L}{3,}(?: (?:de )?\p{L}{3,})?)/gu)].map(
    ([text, number = "", unit = ""]) => ({
      number,
      unit:
        unit
          .replace(/^(per ?cent|pour ?cent)$/, "%")
          .split(" ")[0]
          ?.replace(/s$/, "") ?? "",
      text,
    }),
  );

/**
 * What differs between `sentence` and `fact`, as known on `on`.
 * Nothing is said of what only one of the two mentions.
 */
export const compare = (base: Base, sentence: string, fact: Fact, language: Language, on: Day): Difference[] => {
  const differences: Difference[] = [];
  const folded = fold(sentence);
  const recorded = fold(fact.text[language]);

  const saidDays = findDates(sentence, language, on);
  const recordDays = days(fact, language, on);
  for (const said of saidDays)
    if (!recordDays.some((day) => agrees(said, day)))
      differences.push({ kind: "day", said: said.text, record: recordDays.map(({ text }) => text).join(", ") });

  const withoutDays = (text: string, spans: readonly Span[]) => spans.reduce((rest, span) => rest.replace(span.text, " "), text);
  const recordCounts = counts(withoutDays(recorded, recordDays));
  for (const said of counts(withoutDays(folded, saidDays))) {
    const comparable = recordCounts.filter(({ unit }) => unit === said.unit);
    if (comparable.length > 0 && comparable.every(({ number }) => number !== said.number))
      differences.push({ kind: "number", said: said.text, record: comparable.map(({ text }) => text).join(", ") });
  }

  const { read } = base.wording(language);
  const named = read(sentence).entities;
  const inFact = new Set<Id>([...read(fact.text[language]).entities, ...fact.about]);
  const nameOf = (id: Id): string => base.entity(id)?.name[language] ?? id;
  for (const kind of exchanged) {
    const ofKind = (ids: Iterable<Id>) => [...ids].filter((id) => base.entity(id)?.kind === kind);
    const strangers = ofKind(named).filter((id) => !inFact.has(id));
    const expected = ofKind(read(fact.text[language]).entities).filter((id) => !named.has(id));
    const [stranger] = strangers;
    const [own] = expected;
    if (stranger && own && strangers.length === 1 && expected.length === 1)
      differences.push({ kind: "name", said: nameOf(stranger), record: nameOf(own) });
  }

  if ((fact.status === "alleged" || fact.status === "denied") && !attributed[language].test(folded) && words(folded).length > 4)
    differences.push({ kind: "allegation", said: sentence, record: fact.text[language] });

  const later = fact.supersededBy ? base.fact(fact.supersededBy) : undefined;
  if (later && base.isKnown(later, on) && !saidDays.some((day) => day.to < firstDay(later.date)))
    differences.push({ kind: "superseded", said: sentence, record: later.text[language] });
  return differences;
};
