/** What the record can be asked, while somebody is still typing: questions and sources by the beginnings of their words. */

import type { Base } from "../knowledge/base.ts";
import { type Day, firstDay } from "../model/day.ts";
import { type Language, languages } from "../model/language.ts";
import type { Id, Source } from "../model/record.ts";
import type { Topic, TopicKind } from "../model/topic.ts";
import { fold, words } from "../text/fold.ts";

/** Something that can be suggested, with the words it is found by: its own name weighs more than other ways to put it. */
type Known<T> = {
  readonly item: T;
  readonly from: Day;
  readonly worth: number;
  readonly name: readonly string[];
  readonly other: readonly string[];
};

export type Suggest = {
  /** Questions that lead somewhere, in this language, best first. Nothing that could not be spoken of on `on`. */
  readonly questions: (typed: string, language: Language, on: Day, most: number) => readonly string[];
  /** Sources that were out by `on`, best first. */
  readonly sources: (typed: string, on: Day, most: number) => readonly Source[];
};

/** A question people ask is a better suggestion than a fact put as one. */
const worth: Record<TopicKind, number> = { question: 0.3, misconception: 0.2, entity: 0.15, fact: 0 };

const wordsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => words(fold(text))))];

/** How well what was typed fits: each typed word must begin a word; the more of them in the name, the better. */
const score = (typed: readonly string[], { name, other, worth: own }: Known<unknown>): number | undefined => {
  let sum = own;
  for (const word of typed) {
    if (name.some((each) => each.startsWith(word))) sum += 1;
    else if (other.some((each) => each.startsWith(word))) sum += 0.5;
    else return undefined;
  }
  // of two that hold all the words, the shorter says less besides
  return sum - name.length / 100;
};

const best = <T>(known: readonly Known<T>[], text: string, on: Day, most: number): T[] => {
  const typed = words(fold(text)).slice(0, 12);
  return known
    .flatMap((each) => {
      const points = each.from <= on ? score(typed, each) : undefined;
      return points === undefined ? [] : [{ item: each.item, points }];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ item }) => item);
};

/** Prepares the suggestions of a record. */
export const createSuggest = (base: Base, allSources: readonly Id[]): Suggest => {
  // what others lead to is what people want next
  const pointedAt = new Map<Id, number>();
  for (const id of base.topics.flatMap(({ related }) => related)) pointedAt.set(id, (pointedAt.get(id) ?? 0) + 1);
  const topics = (language: Language): Known<Topic>[] =>
    base.topics.map((topic) => ({
      item: topic,
      from: topic.from,
      worth: worth[topic.kind] + Math.min(pointedAt.get(topic.id) ?? 0, 10) / 50,
      name: wordsOf([topic.title[language]]),
      other: wordsOf(topic.phrasings[language]),
    }));
  const byLanguage = new Map(languages.map((language) => [language, topics(language)]));
  const sources = allSources.flatMap((id): Known<Source>[] => {
    const item = base.source(id);
    if (!item) return [];
    const from = item.published === null ? "0001-01-01" : firstDay(item.published);
    return [{ item, from, worth: 0, name: wordsOf([item.title, item.publisher]), other: wordsOf([item.id]) }];
  });
  return {
    questions: (typed, language, on, most) => {
      const titles = best(byLanguage.get(language) ?? [], typed, on, most * 2).map(({ title }) => title[language]);
      return [...new Set(titles)].slice(0, most);
    },
    sources: (typed, on, most) => best(sources, typed, on, most),
  };
};
