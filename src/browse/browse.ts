/** Everything of the record that is looked up rather than asked. */

import type { Base } from "../knowledge/base.ts";
import type { Day } from "../model/day.ts";
import type { Finding } from "../model/finding.ts";
import { type Language, languages } from "../model/language.ts";
import type { Id } from "../model/record.ts";
import type { Listing } from "./listing.ts";
import { behind, changes, compared, deadlineList, restingOn, timeline } from "./lists.ts";
import { createSuggest, type Suggest } from "./suggest.ts";

export type Browse = {
  readonly timeline: (from: Day, to: Day, on: Day, language: Language) => Listing;
  readonly changes: (since: Day, on: Day, language: Language) => Listing;
  readonly deadlines: (on: Day, language: Language) => Listing;
  /** Undefined where the record has no such source by that day. */
  readonly source: (id: Id, on: Day, language: Language) => Listing | undefined;
  /** Facts with all their sources: what lies behind a reply. */
  readonly behind: (facts: readonly Id[], on: Day, language: Language) => Listing;
  /** What a check of a text found. The passages are somebody else's words. */
  readonly compared: (findings: readonly Finding[], on: Day, language: Language) => Listing;
  readonly suggest: Suggest;
  /** The topic that a suggested question, a choice or a related question is the title of, among those of a day where it is given: short enough for a button's id. */
  readonly topicTitled: (title: string, on?: Day) => Id | undefined;
  /** The title of a topic that may be spoken of on `on`. */
  readonly titleOf: (topic: Id, language: Language, on: Day) => string | undefined;
};

/** Prepares a record for looking things up. */
export const createBrowse = (base: Base): Browse => {
  const sources = new Set(base.topics.flatMap(({ kind, id }) => (kind === "fact" ? (base.fact(id)?.sources ?? []) : [])));
  // two topics may have one title, and an id may be that of a fact and of a question: what is told must lead back to itself
  const byTitle = new Map<string, Id[]>();
  for (const { id, title } of base.topics)
    for (const text of new Set(languages.map((language) => title[language]))) byTitle.set(text, [...(byTitle.get(text) ?? []), id]);
  const leadsTo = (id: Id, text: string, on: Day | undefined): boolean => {
    const topic = base.topic(id);
    return topic !== undefined && (on === undefined || topic.from <= on) && languages.some((language) => topic.title[language] === text);
  };
  return {
    timeline: (from, to, on, language) => timeline(base, from, to, on, language),
    changes: (since, on, language) => changes(base, since, on, language),
    deadlines: (on, language) => deadlineList(base, on, language),
    source: (id, on, language) => restingOn(base, id, on, language),
    behind: (facts, on, language) => behind(base, facts, on, language),
    compared: (findings, on, language) => compared(base, findings, on, language),
    suggest: createSuggest(base, [...sources]),
    topicTitled: (title, on) => byTitle.get(title)?.find((id) => leadsTo(id, title, on)),
    titleOf: (id, language, on) => {
      const topic = base.topic(id);
      return topic && topic.from <= on ? topic.title[language] : undefined;
    },
  };
};
