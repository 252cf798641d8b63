/** Turns a text into features: stems, ideas (`#ban`), entities (`@bytedance`), numbers, and pairs of neighbours. */

import { closest, distance } from "fastest-levenshtein";
import type { Both, Language } from "../model/language.ts";
import type { Id } from "../model/record.ts";
import { fold, words } from "./fold.ts";
import { stem } from "./stem.ts";

/** Little words that carry nothing even as context. */
const silent: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    "a an the of to in on at for and or is are was were be been it its that this these so do does did has have had as by with from there i me my we you your please tell know just".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les l un une des du de d au aux et a en est sont etait etaient ete il elle ils elles on ce cet cette ces c se s ne n que qu y je j me m nous vous t dans sur pour par avec svp stp donc alors t'".split(
      " ",
    ),
  ),
};

export type Token = {
  readonly word: string;
  readonly stem: string;
  readonly ideas: readonly string[];
  readonly silent: boolean;
  readonly number: boolean;
};

export type Features = {
  /** Each feature once, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly entities: ReadonlySet<Id>;
  readonly numbers: ReadonlySet<string>;
  /** Words that nothing in the record uses, even after correction. */
  readonly unknown: readonly string[];
};

/** A phrase in the dictionary: the stems after the first, and what it stands for. */
type Phrase = { readonly rest: readonly string[]; readonly stands: string };

export type Lexicon = {
  /** The features of a text. With `correct`, words that the record does not know are mended first where one is near. */
  readonly features: (text: string, language: Language, correct?: boolean) => Features;
  /** Makes the words of a text known, so that misspellings are mended towards them. */
  readonly learn: (text: string, language: Language) => void;
};

const maxEdits = (length: number): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0);

/**
 * Builds the dictionary of ideas and entities.
 * @param ideas everyday words by idea, as in `terms/`
 * @param names names and aliases by entity
 */
export const createLexicon = (
  ideas: ReadonlyMap<Id, Both<readonly string[]>>,
  names: ReadonlyMap<Id, Both<readonly string[]>>,
): Lexicon => {
  const phrases: Record<Language, Map<string, Phrase[]>> = { en: new Map(), fr: new Map() };
  const vocabulary: Record<Language, Map<string, string[]>> = { en: new Map(), fr: new Map() };
  const known: Record<Language, Set<string>> = { en: new Set(), fr: new Set() };
  const corrected = new Map<string, string | undefined>();

  const learn = (text: string, language: Language) => {
    for (const word of words(fold(text))) {
      if (known[language].has(word)) continue;
      known[language].add(word);
      const bucket = word.slice(0, 1);
      const list = vocabulary[language].get(bucket);
      if (list) list.push(word);
      else vocabulary[language].set(bucket, [word]);
    }
  };

  const add = (entries: ReadonlyMap<Id, Both<readonly string[]>>, mark: string) => {
    for (const [id, both] of entries)
      for (const language of ["en", "fr"] as const)
        for (const phrase of both[language]) {
          const [first, ...rest] = words(fold(phrase)).map((word) => stem(word, language));
          if (first === undefined) continue;
          learn(phrase, language);
          const list = phrases[language].get(first) ?? [];
          list.push({ rest, stands: mark + id });
          phrases[language].set(first, list);
        }
  };
  add(ideas, "#");
  add(names, "@");
  for (const map of [phrases.en, phrases.fr]) for (const list of map.values()) list.sort((a, b) => b.rest.length - a.rest.length);

  /** The nearest word the record knows, or nothing. Numbers are never mended: 13942 is not 13943. */
  const mend = (word: string, language: Language): string | undefined => {
    const edits = maxEdits(word.length);
    if (edits === 0 || /\d/.test(word) || word.length > 30) return undefined;
    const key = `${language}:${word}`;
    if (corrected.has(key)) return corrected.get(key);
    const near = (vocabulary[language].get(word.slice(0, 1)) ?? []).filter(
      (other) => Math.abs(other.length - word.length) <= edits && other.length >= 4,
    );
    const best = near.length > 0 ? closest(word, near) : undefined;
    const found = best !== undefined && distance(word, best) <= edits ? best : undefined;
    if (corrected.size < 5_000) corrected.set(key, found);
    return found;
  };

  const features = (text: string, language: Language, correct = false): Features => {
    const unknown: string[] = [];
    const mended = new Set<number>();
    const list = words(fold(text)).slice(0, 120);
    const other = language === "en" ? "fr" : "en";
    const read = list.map((word, index) => {
      if (!correct || known[language].has(word) || silent[language].has(word) || /\d/.test(word)) return word;
      const better = known[other].has(word) ? word : mend(word, language);
      if (better === undefined) unknown.push(word);
      else if (better !== word) mended.add(index);
      return better ?? word;
    });
    const stems = read.map((word) => stem(word, language));
    const weights = new Map<string, number>();
    const entities = new Set<Id>();
    const numbers = new Set<string>();
    const put = (feature: string, weight: number) => weights.set(feature, Math.max(weights.get(feature) ?? 0, weight));
    /** What each word counts as when it stands beside another: its idea where it has one, else its stem. */
    const face: (string | undefined)[] = [];
    const covered = new Array<number>(stems.length).fill(0);
    for (const [index, first] of stems.entries()) {
      const word = read[index] ?? first;
      const trust = mended.has(index) ? 0.8 : 1;
      let idea: string | undefined;
      for (const { rest, stands } of phrases[language].get(first) ?? []) {
        if (!rest.every((part, offset) => stems[index + 1 + offset] === part)) continue;
        if (rest.length + 1 < (covered[index] ?? 0)) continue;
        for (let offset = 0; offset <= rest.length; offset++)
          covered[index + offset] = Math.max(covered[index + offset] ?? 0, rest.length + 1);
        put(stands, trust);
        if (stands.startsWith("@")) entities.add(stands.slice(1));
        idea ??= stands;
      }
      if (/\d/.test(first)) {
        numbers.add(first);
        put(first, 1);
        face.push(first);
      } else if (silent[language].has(word)) face.push(undefined);
      else {
        put(first, (idea ? 0.5 : 1) * trust);
        face.push(idea ?? first);
      }
    }
    const faces = face.filter((one) => one !== undefined);
    for (const [index, one] of faces.entries()) {
      const next = faces[index + 1];
      if (next !== undefined && next !== one) put(`${one}_${next}`, 0.4);
    }
    return { weights, entities, numbers, unknown };
  };

  return { features, learn };
};
