/** The record's words in one language, read once: how its questions are put, what its facts and answers say. */

import type { Language } from "../model/language.ts";
import type { Fact, Id, Knowledge } from "../model/record.ts";
import type { Topic } from "../model/topic.ts";
import { createLexicon, type Features, type Lexicon } from "../text/lexicon.ts";

/** A text as features by number, with their weights. */
type Weighed = Pick<Features, "ids" | "weights">;

export type Wording = Omit<Lexicon, "features"> & {
  /** Per topic, in the order of the topics: its phrasings. */
  readonly phrasings: readonly (readonly Weighed[])[];
  /** Per topic: what its answers open with, as single features. */
  readonly leads: readonly (readonly number[])[];
  /** What a fact says, as single features. */
  readonly said: (fact: Id) => readonly number[];
};

/** A name without its article: people leave it out, or put another. */
const bare = (name: string): string => name.replace(/^(?:the|an?|le|la|les|une?) |^l['’]/i, "");

/** Reads the whole record in one language. */
export const createWording = (
  language: Language,
  { terms, entities }: Knowledge,
  topics: readonly Topic[],
  facts: readonly Fact[],
): Wording => {
  const { features, ...lexicon } = createLexicon(
    language,
    new Map(Object.entries(terms).map(([idea, words]) => [idea, words[language]])),
    new Map(entities.map(({ id, name, aliases }) => [id, [name[language], ...aliases[language]].map(bare)])),
  );
  const singles = (text: string): number[] => features(text).ids.filter(lexicon.isContent);
  const phrasings = topics.map((topic) =>
    topic.phrasings[language].map((phrasing): Weighed => {
      const { ids, weights } = features(phrasing);
      return { ids, weights };
    }),
  );
  const said = new Map(facts.map(({ id, text }) => [id, singles(text[language])]));
  const leads = topics.map((topic) =>
    topic.kind === "fact" ? [] : [...new Set(topic.answers.flatMap(({ lead }) => singles(lead[language])))],
  );
  return { ...lexicon, phrasings, leads, said: (fact) => said.get(fact) ?? [] };
};
