/** Turns a text into features: stems, ideas (`#ban`), entities (`@bytedance`), numbers, the form of a question. Features are numbers, so that models over them are flat arrays. */

import { closest, distance } from "fastest-levenshtein";
import type { Language } from "../model/language.ts";
import type { Id } from "../model/record.ts";
import { fold, words } from "./fold.ts";
import { wantsOf } from "./forms.ts";
import { createNeighbours } from "./neighbours.ts";
import { stem } from "./stem.ts";

/** Little words that carry nothing even as context, greetings and what only helps to ask; question words are said by the form of the question. "Really" and "honestly" stay: they ask for an opinion. */
const silent: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    "a an the of to in on at for and or is are was were be been it its that this these so do does did has have had as by with from there i me my we you your please tell know just hi hey hello hiya yo thanks thx cheers lol lmao haha um umm uh well ok okay pls plz guys dude bro btw remind alright exactly precisely simply actually basically quick quickly wondering curious somebody someone anyone anybody though anyway then lot lots who whom what when where why how which whether".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les l un une des du de d au aux et a en est sont etait etaient ete il elle ils elles on ce cet cette ces c se s ne n que qu y je j me m nous vous t dans sur pour par avec svp stp donc alors salut bonjour bonsoir coucou hello merci mdr lol ptdr euh bah ben hein ok dites rappelle rappelez exactement simplement concretement bref rapidement quelqu quelque question qui quoi quand pourquoi comment tous toutes quel quelle quels quelles lequel laquelle si".split(
      " ",
    ),
  ),
};

/** What counts for how much beside a plain word: one that an idea or a name already stands for, a mended one, the form of the question. */
const share = { stemUnderIdea: 0.6, mended: 0.8, form: 1 } as const;

/** A question longer than this is read to here. */
const longest = 120;

export type Features = {
  /** The features, each once. */
  readonly ids: readonly number[];
  /** The weight of each, in the same order. */
  readonly weights: readonly number[];
  readonly entities: ReadonlySet<Id>;
  readonly numbers: ReadonlySet<string>;
  /** Words that nothing in the record uses, even after correction. */
  readonly unknown: readonly string[];
  /** Share of the neighbouring words that never stand beside each other in the record. */
  readonly newPairs: number;
};

/** A phrase in the dictionary: the stems after the first, and the feature it stands for. */
type Phrase = { readonly rest: readonly number[]; readonly feature: number; readonly entity: Id | undefined };

/** What is known of a word, worked out once. */
type Word = { readonly stem: number; readonly silent: boolean; readonly number: boolean; readonly text: string };

export type Lexicon = {
  /** The features of a text of the record. */
  readonly features: (text: string) => Features;
  /** The features of what somebody asks or writes: words that the record does not know are mended where one is near, and none is kept. */
  readonly read: (text: string) => Features;
  /** The feature that stands for an entity. */
  readonly entityFeature: (id: Id) => number;
  /** The feature of a word as it is kept (a stem, a number, `#idea`, `@entity`, the `?form` of a question), where the record has it. */
  readonly wordFeature: (word: string) => number | undefined;
  /** Every such word and its feature. */
  readonly words: () => Iterable<readonly [string, number]>;
  /** Whether a feature says what a text is about: not the form of a question. */
  readonly isContent: (feature: number) => boolean;
};

/** How many letters may be wrong in a word of this length: short words are too near to one another. */
const maxEdits = (length: number): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0);

/**
 * Builds the dictionary of ideas and entities of one language.
 * @param ideas everyday words by idea, as in `terms/`
 * @param names names and aliases by entity
 */
export const createLexicon = (
  language: Language,
  ideas: ReadonlyMap<Id, readonly string[]>,
  names: ReadonlyMap<Id, readonly string[]>,
): Lexicon => {
  const singles = new Map<string, number>();
  const forms = new Set<number>();
  let features = 0;
  const intern = (feature: string): number => {
    const known = singles.get(feature);
    if (known !== undefined) return known;
    singles.set(feature, features);
    return features++;
  };
  const neighbours = createNeighbours();

  const dictionary = new Map<string, Word>();
  const wordOf = (text: string, feature: number): Word => ({
    stem: feature,
    silent: silent[language].has(text),
    number: /\d/.test(text),
    text,
  });
  /** The words of the record by their first letter, for mending misspellings towards them. */
  const initials = new Map<string, string[]>();
  const remember = (word: string) => {
    const list = initials.get(word.slice(0, 1));
    if (list) list.push(word);
    else initials.set(word.slice(0, 1), [word]);
  };
  /** A word of the record: from here on it has a feature. */
  const look = (text: string): Word => {
    const known = dictionary.get(text);
    if (known) return known;
    const found = wordOf(text, intern(stem(text, language)));
    dictionary.set(text, found);
    remember(text);
    return found;
  };

  const phrases = new Map<number, Phrase[]>();
  const define = (entries: ReadonlyMap<Id, readonly string[]>, mark: "#" | "@") => {
    for (const [id, list] of entries)
      for (const phrase of list) {
        const [first, ...rest] = words(fold(phrase)).map((word) => look(word).stem);
        if (first === undefined) continue;
        const same = phrases.get(first) ?? [];
        same.push({ rest, feature: intern(mark + id), entity: mark === "@" ? id : undefined });
        phrases.set(first, same);
      }
  };
  define(ideas, "#");
  define(names, "@");
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length);

  const mendings = new Map<string, string | undefined>();
  /** The nearest word the record knows, or nothing. Numbers are never mended: 13942 is not 13943. */
  const mend = (word: string): string | undefined => {
    const edits = maxEdits(word.length);
    if (edits === 0 || /\d/.test(word) || word.length > 30) return undefined;
    if (mendings.has(word)) return mendings.get(word);
    const near = (initials.get(word.slice(0, 1)) ?? []).filter(
      (other) => Math.abs(other.length - word.length) <= edits && other.length >= 4,
    );
    const best = near.length > 0 ? closest(word, near) : undefined;
    const found = best !== undefined && distance(word, best) <= edits ? best : undefined;
    if (mendings.size < 5_000) mendings.set(word, found);
    return found;
  };

  const featuresOf = (text: string, correct: boolean): Features => {
    const folded = fold(text);
    const parts = words(folded);
    if (parts.length > longest) parts.length = longest;
    const unknown: string[] = [];
    const entities = new Set<Id>();
    const numbers = new Set<string>();
    const ids: number[] = [];
    const weights: number[] = [];
    const put = (feature: number, weight: number) => {
      const at = ids.indexOf(feature);
      if (at < 0) {
        ids.push(feature);
        weights.push(weight);
      } else if ((weights[at] ?? 0) < weight) weights[at] = weight;
    };

    // words of a question that the record never uses get a passing feature: what is asked must not fill the memory
    let passing = features;
    const meet = (text: string): Word => dictionary.get(text) ?? wordOf(text, singles.get(stem(text, language)) ?? passing++);

    const trusts: number[] = [];
    const read = parts.map((word): Word => {
      let better = word;
      if (correct && !dictionary.has(word) && !silent[language].has(word) && !/\d/.test(word)) {
        const mended = mend(word);
        if (mended === undefined) unknown.push(word);
        better = mended ?? word;
      }
      trusts.push(better === word ? 1 : share.mended);
      return correct ? meet(better) : look(better);
    });

    const wants = wantsOf(folded, language);
    if (wants !== undefined) {
      const form = intern(`?${wants}`);
      forms.add(form);
      put(form, share.form);
    }

    let before: number | undefined;
    let allPairs = 0;
    let newPairs = 0;
    /** How far the last name and the last idea reach, and how many words they have. */
    const covered = { name: { to: 0, by: 0 }, idea: { to: 0, by: 0 } };
    for (const [index, word] of read.entries()) {
      const trust = trusts[index] ?? 1;
      let idea: number | undefined;
      for (const { rest, feature, entity } of phrases.get(word.stem) ?? []) {
        if (!rest.every((part, offset) => read[index + 1 + offset]?.stem === part)) continue;
        // a name inside a longer name means nothing of its own, nor an idea inside a longer idea; an idea inside a name does
        const last = covered[entity === undefined ? "idea" : "name"];
        if (index < last.to && rest.length + 1 < last.by) continue;
        if (index + rest.length + 1 > last.to) {
          last.to = index + rest.length + 1;
          last.by = rest.length + 1;
        }
        put(feature, trust);
        if (entity !== undefined) entities.add(entity);
        idea ??= feature;
      }
      if (word.silent && idea === undefined) continue;
      if (word.number) numbers.add(word.text);
      put(word.stem, (idea === undefined || word.number ? 1 : share.stemUnderIdea) * trust);
      const face = idea ?? word.stem;
      if (before !== undefined && before !== face) {
        if (!correct) neighbours.add(before, face);
        allPairs += 1;
        if (!neighbours.has(before, face)) newPairs += 1;
      }
      before = face;
    }
    return { ids, weights, entities, numbers, unknown, newPairs: allPairs > 0 ? newPairs / allPairs : 0 };
  };

  return {
    features: (text) => featuresOf(text, false),
    read: (text) => featuresOf(text, true),
    entityFeature: (id) => intern(`@${id}`),
    wordFeature: (word) => singles.get(word),
    words: () => singles.entries(),
    isContent: (feature) => !forms.has(feature),
  };
};
