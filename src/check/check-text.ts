/** A text against the record: which facts its sentences touch, and what differs. */

import type { Base } from "../knowledge/base.ts";
import type { Day } from "../model/day.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { Fact, Id } from "../model/record.ts";
import { guessLanguage } from "../text/language.ts";
import { compare } from "./compare.ts";

/** How much a sentence and a fact must share, as a harmonic mean of both shares, to be about the same thing. */
const enough = 0.34;
/** Longer texts are read to here: a message, not a book. */
const longest = 6_000;
const mostSentences = 40;

export type CheckText = (text: string, on: Day, language?: Language) => Finding[];

/** The fact that a sentence touches most, among those known on a day; undefined where none is touched enough. */
type Finder = (sentence: string, on: Day) => Fact | undefined;

const createFinder = (base: Base, facts: readonly Fact[], language: Language): Finder => {
  const wording = base.wording(language);
  const holders = new Map<number, number[]>();
  const profiles = facts.map((fact, place) => {
    const features = new Set(wording.said(fact.id));
    for (const feature of features) {
      const list = holders.get(feature);
      if (list) list.push(place);
      else holders.set(feature, [place]);
    }
    return { fact, features };
  });
  const rarity = (feature: number): number => Math.log(1 + facts.length / (holders.get(feature)?.length ?? 0.5));
  const massOf = (features: Iterable<number>): number => [...features].reduce((sum, feature) => sum + rarity(feature), 0);
  const masses = profiles.map(({ features }) => massOf(features));

  return (sentence, on) => {
    const features = wording.read(sentence).ids.filter(wording.isContent);
    if (features.length < 3) return undefined;
    const mass = massOf(features);
    const shared = new Map<number, number>();
    for (const feature of features)
      for (const place of holders.get(feature) ?? []) shared.set(place, (shared.get(place) ?? 0) + rarity(feature));
    let best: { fact: Fact; score: number } | undefined;
    for (const [place, common] of shared) {
      const fact = profiles[place]?.fact;
      if (!fact || !base.isKnown(fact, on)) continue;
      const score = (2 * common) / (mass + (masses[place] ?? 0));
      if (!best || score > best.score) best = { fact, score };
    }
    return best && best.score >= enough ? best.fact : undefined;
  };
};

/**
 * Prepares the check over a record.
 * The function returned reads a text sentence by sentence and finds, for each, the one fact it touches most, among those known on `on`.
 */
export const createCheckText = (base: Base, facts: readonly Fact[]): CheckText => {
  const finders: { en?: Finder; fr?: Finder } = {};
  const finder = (language: Language): Finder => {
    const found = finders[language] ?? createFinder(base, facts, language);
    finders[language] = found;
    return found;
  };

  return (text, on, language = guessLanguage(text)) => {
    const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    const sentences = [...segmenter.segment(text.slice(0, longest))]
      .map(({ segment }) => segment.trim())
      .filter((sentence) => sentence !== "")
      .slice(0, mostSentences);
    const seen = new Set<Id>();
    return sentences.flatMap((quote): Finding[] => {
      const fact = finder(language)(quote, on);
      if (!fact || seen.has(fact.id)) return [];
      seen.add(fact.id);
      const sources = base
        .sourcesOf(fact, on)
        .map(({ id, publisher, title, url, published, kind }) => ({ id, publisher, title, url, published, kind }));
      return [{ quote, fact, differences: compare(base, quote, fact, language, on), sources }];
    });
  };
};
