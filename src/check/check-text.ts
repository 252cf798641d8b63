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

type Profile = { readonly fact: Fact; readonly features: ReadonlySet<number>; readonly mass: number };

/**
 * Prepares the check over a record.
 * The function returned reads a text sentence by sentence and finds, for each, the one fact it touches most, among those known on `on`.
 */
export const createCheckText = (base: Base, facts: readonly Fact[]): CheckText => {
  const singles = (text: string, language: Language): ReadonlySet<number> =>
    new Set(base.lexicon.read(text, language).ids.filter((id) => !base.lexicon.isPair(id)));
  const counted = new Map<number, number>();
  const raw = facts.map((fact) => ({
    fact,
    features: {
      en: singles(fact.text.en, "en"),
      fr: singles(fact.text.fr, "fr"),
    },
  }));
  for (const { features } of raw)
    for (const set of [features.en, features.fr]) for (const feature of set) counted.set(feature, (counted.get(feature) ?? 0) + 1);
  const rarity = (feature: number): number => Math.log(1 + (2 * facts.length) / (counted.get(feature) ?? 0.5));
  const massOf = (features: Iterable<number>): number => [...features].reduce((sum, feature) => sum + rarity(feature), 0);
  const profiles: Record<Language, Profile[]> = { en: [], fr: [] };
  const holders: Record<Language, Map<number, number[]>> = { en: new Map(), fr: new Map() };
  for (const language of ["en", "fr"] as const)
    for (const { fact, features } of raw) {
      const place = profiles[language].push({ fact, features: features[language], mass: massOf(features[language]) }) - 1;
      for (const feature of features[language]) {
        const list = holders[language].get(feature);
        if (list) list.push(place);
        else holders[language].set(feature, [place]);
      }
    }

  const touched = (sentence: string, language: Language, on: Day): Fact | undefined => {
    const features = [...singles(sentence, language)];
    const mass = massOf(features);
    if (features.length < 3) return undefined;
    const shared = new Map<number, number>();
    for (const feature of features)
      for (const place of holders[language].get(feature) ?? []) shared.set(place, (shared.get(place) ?? 0) + rarity(feature));
    let best: { fact: Fact; score: number } | undefined;
    for (const [place, common] of shared) {
      const profile = profiles[language][place];
      if (!profile || !base.isKnown(profile.fact, on)) continue;
      const score = (2 * common) / (mass + profile.mass);
      if (!best || score > best.score) best = { fact: profile.fact, score };
    }
    return best && best.score >= enough ? best.fact : undefined;
  };

  return (text, on, language = guessLanguage(text)) => {
    const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    const sentences = [...segmenter.segment(text.slice(0, longest))]
      .map(({ segment }) => segment.trim())
      .filter((sentence) => sentence !== "")
      .slice(0, mostSentences);
    const seen = new Set<Id>();
    return sentences.flatMap((quote): Finding[] => {
      const fact = touched(quote, language, on);
      if (!fact || seen.has(fact.id)) return [];
      seen.add(fact.id);
      const sources = base
        .sourcesOf(fact, on)
        .map(({ id, publisher, title, url, published, kind }) => ({ id, publisher, title, url, published, kind }));
      return [{ quote, fact, differences: compare(base, quote, fact, language, on), sources }];
    });
  };
};
