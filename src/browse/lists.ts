/** What can be listed from the record: a stretch of days, what it learnt, every deadline, what rests on a source. */

import type { Base } from "../knowledge/base.ts";
import { dateInWords, phrases, sourceKindWords } from "../message/phrases.ts";
import { type Day, firstDay } from "../model/day.ts";
import { standing } from "../model/deadline.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { Fact, Id } from "../model/record.ts";
import { citationOf, entryOf } from "./entry.ts";
import type { Entry, Listing } from "./listing.ts";

const dated = (fact: Fact, language: Language): string => {
  const when = dateInWords(fact.date, language);
  const text = fact.text[language];
  // most facts say their own date; it is not said twice
  return text.includes(when) || text.includes(when.replace(/ \d{4}$/, "")) ? text : `${when}${language === "fr" ? " :" : ":"} ${text}`;
};

const factsOf = (base: Base): Fact[] => base.topics.flatMap(({ kind, id }) => (kind === "fact" ? (base.fact(id) ?? []) : []));

const listing = (
  base: Base,
  language: Language,
  on: Day,
  entries: readonly (Entry | undefined)[],
  lead: (count: number) => string,
): Listing => {
  const sure = entries.filter((entry) => entry !== undefined);
  return { language, on, revision: base.revision, lead: lead(sure.length), entries: sure, notes: [] };
};

/** What happened from `from` to `to`, as far as it could be known on `on`, oldest first. */
export const timeline = (base: Base, from: Day, to: Day, on: Day, language: Language): Listing =>
  listing(
    base,
    language,
    on,
    base.happened(from, to, on).map((fact) => entryOf(base, fact, language, on, dated(fact, language))),
    (count) => (count === 0 ? phrases.nothingHappened(from, to) : phrases.happened(count, from, to))[language],
  );

/** What first became known from `since` to `on`, the newest first. */
export const changes = (base: Base, since: Day, on: Day, language: Language): Listing =>
  listing(
    base,
    language,
    on,
    factsOf(base)
      .filter((fact) => fact.known >= since && base.isKnown(fact, on))
      .sort((a, b) => (a.known === b.known ? (firstDay(a.date) < firstDay(b.date) ? 1 : -1) : a.known < b.known ? 1 : -1))
      .map((fact) => entryOf(base, fact, language, on, dated(fact, language))),
    (count) => phrases.learnt(count, since)[language],
  );

/** Every deadline that had been set by `on`, as it stood then: pending ones first, then the latest due. */
export const deadlineList = (base: Base, on: Day, language: Language): Listing => {
  const standings = base.deadlines
    .flatMap((deadline) => standing(deadline, on) ?? [])
    .sort((a, b) => Number(b.state === "pending") - Number(a.state === "pending") || (a.due < b.due ? 1 : -1));
  const pending = standings.filter(({ state }) => state === "pending").length;
  const entries = standings.map(({ deadline, due, state, daysLeft, history }): Entry | undefined => {
    const now = daysLeft === null ? phrases.dueStood(deadline.label, due, state, on) : phrases.dueIn(deadline.label, due, daysLeft);
    const dates = [...new Set(history.flatMap((step) => step.due ?? []))].map((day) => dateInWords(day, language));
    const chain = dates.length > 1 ? ` (${dates.join(" → ")})` : "";
    const because = history.toReversed().flatMap((step) => base.fact(step.fact) ?? []);
    return because.map((fact) => entryOf(base, fact, language, on, `${now[language]}${chain}`)).find((entry) => entry !== undefined);
  });
  return listing(base, language, on, entries, () => (pending === 0 ? phrases.nonePending(on) : phrases.pending(pending, on))[language]);
};

/**
 * What the record takes from one source.
 * @returns undefined where it has no such source, or it was not out by `on`
 */
export const restingOn = (base: Base, id: Id, on: Day, language: Language): Listing | undefined => {
  const source = base.source(id);
  if (!source || (source.published !== null && firstDay(source.published) > on)) return undefined;
  const cited = citationOf(source);
  const entries = factsOf(base)
    .filter((fact) => fact.sources.includes(id))
    .map((fact): Entry | undefined => {
      const entry = entryOf(base, fact, language, on);
      return entry && { ...entry, claim: { ...entry.claim, sources: [id] }, sources: [cited] };
    });
  const when = source.published ? `, ${dateInWords(source.published, language)}` : "";
  const name = `${source.publisher}, « ${source.title} » (${sourceKindWords[source.kind][language]}${when})`;
  const named = language === "fr" ? name : name.replace("« ", "“").replace(" »", "”");
  return listing(base, language, on, entries, (count) => phrases.restsOn(named, count)[language]);
};

/** Facts with all their sources, and how sure each is: what lies behind a reply. */
export const behind = (base: Base, ids: readonly Id[], on: Day, language: Language): Listing =>
  listing(
    base,
    language,
    on,
    ids
      .flatMap((id) => base.fact(id) ?? [])
      .map((fact) => {
        const speaker = fact.speaker && base.entity(fact.speaker)?.name[language];
        const text = `${fact.text[language]} ${phrases.standing(fact.status, speaker, fact.known)[language]}`;
        return entryOf(base, fact, language, on, text, Number.POSITIVE_INFINITY);
      }),
    (count) => phrases.behind(count)[language],
  );

/** Longer passages are quoted by their beginning: it is the asker's text, which they have before them. */
const longestQuote = 160;

const quoted = (text: string, language: Language): string => {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/\s+\S*$/, "")} …`;
  return language === "fr" ? `« ${short.toWellFormed()} »` : `“${short.toWellFormed()}”`;
};

/** A text beside the record: each passage that touches a fact, what the record says, what differs. */
export const compared = (base: Base, findings: readonly Finding[], on: Day, language: Language): Listing =>
  listing(
    base,
    language,
    on,
    findings.map(({ quote, fact, differences }) => {
      const lines = [
        quoted(quote, language),
        `${phrases.record[language]} ${fact.text[language]}`,
        ...differences.map((difference) => phrases.difference(difference)[language]),
      ];
      return entryOf(base, fact, language, on, lines.join("\n"));
    }),
    (count) =>
      count === 0
        ? phrases.touchesNothing[language]
        : phrases.checked(count, findings.filter(({ differences }) => differences.length > 0).length)[language],
  );
