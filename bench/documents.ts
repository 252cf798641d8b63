/** The record as documents that any search engine can read: everything Ninety can answer with, in the same words. */

import type { Base, Language } from "../src/index.ts";
import type { Doc } from "./engines/engine.ts";

/** One document for each topic, or for each of one kind: the ways to put it, and what its answer as of a day says. */
export const documentsOf = ({ topics, fact }: Base, on: string, only?: "fact"): Readonly<Record<Language, readonly Doc[]>> => {
  const inLanguage = (language: Language): Doc[] =>
    topics
      .filter(({ kind }) => only === undefined || kind === only)
      .map(({ kind, id, phrasings, answers }) => {
        const answer = answers.findLast(({ from }) => from <= on);
        const facts = answer?.facts.flatMap((name) => fact(name)?.text[language] ?? []) ?? [];
        return { id: `${kind}/${id}`, asked: phrasings[language], told: [...new Set([answer?.lead[language] ?? "", ...facts])].join("\n") };
      });
  return { en: inLanguage("en"), fr: inLanguage("fr") };
};

/** The fact that a document stands for: the first of its answer as of a day. None where the answer is worked out. */
export const leadingFacts = ({ topics }: Base, on: string): ReadonlyMap<string, string> =>
  new Map(
    topics.flatMap(({ kind, id, answers }) => {
      const fact = answers.findLast(({ from }) => from <= on)?.facts[0];
      return fact === undefined ? [] : [[`${kind}/${id}`, fact] as const];
    }),
  );
