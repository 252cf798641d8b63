/** The record's words in one language, read once: how its questions are put, what its facts and answers say. */

import type { Language } from "../model/language.ts";
import { createPacker, type Packed } from "../model/packed.ts";
import type { Entity, Fact, Id, Knowledge } from "../model/record.ts";
import type { Topic } from "../model/topic.ts";
import { createLexicon, type Lexicon } from "../text/lexicon.ts";

export type Wording = Omit<Lexicon, "features"> & {
  /** The phrasings of each topic, in the order of the topics. */
  readonly phrasings: Packed;
  /** Per topic: what its answers open with, as single features. */
  readonly leads: readonly (readonly number[])[];
  /** What a fact says, as single features. */
  readonly said: (fact: Id) => readonly number[];
  /** How many facts say a feature. */
  readonly tellings: (feature: number) => number;
  /** The features of the names that nothing but the dispute is called by. */
  readonly subjects: ReadonlySet<number>;
};

/** A name without its article: people leave it out, or put another. */
const bare = (name: string): string => name.replace(/^(?:the|an?|le|la|les|une?) |^l['’]/i, "");

/** The app and its owner, and what governments and courts did about them. Countries, presidents and other companies are named in many other matters. */
const isSubject = ({ id, kind }: Entity): boolean =>
  ["order", "statute", "bill", "case"].includes(kind) || ["tiktok", "bytedance"].includes(id);

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
  const packer = createPacker();
  for (const topic of topics) {
    packer.next();
    for (const phrasing of topic.phrasings[language]) packer.add(features(phrasing));
  }
  const subjects = new Set(entities.filter(isSubject).map(({ id }) => lexicon.entityFeature(id)));
  const said = new Map(facts.map(({ id, text }) => [id, singles(text[language])]));
  const tellings = new Map<number, number>();
  for (const told of said.values()) for (const feature of told) tellings.set(feature, (tellings.get(feature) ?? 0) + 1);
  const leads = topics.map((topic) =>
    topic.kind === "fact" ? [] : [...new Set(topic.answers.flatMap(({ lead }) => singles(lead[language])))],
  );
  return {
    ...lexicon,
    phrasings: packer.packed(),
    leads,
    said: (fact) => said.get(fact) ?? [],
    tellings: (feature) => tellings.get(feature) ?? 0,
    subjects,
  };
};
