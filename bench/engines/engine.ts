/** What every engine that is compared has to do. */

import type { Language } from "../../src/index.ts";

/** Something that can be found, in one language. */
export type Doc = {
  readonly id: string;
  /** The ways to put it. */
  readonly asked: readonly string[];
  /** What is said of it. */
  readonly told: string;
};

/** What was found, best first, and how sure the engine is of the first: the higher the surer. */
export type Found = { readonly ids: readonly string[]; readonly sure: number };

/** Finds what answers a question. */
export type Find = (question: string, language: Language) => Found | Promise<Found>;

/** An engine: given the documents of both languages, it makes itself ready. */
export type Engine = (docs: Readonly<Record<Language, readonly Doc[]>>) => Find | Promise<Find>;

/** More than enough for three different facts. */
export const enough = 10;

/** How many ways to put each thing an engine gets that takes minutes with all of them, to train or for a round of questions. */
export const fewWays = 5;

/** One index for each language, made by the same recipe. */
export const perLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({ en: make("en"), fr: make("fr") });
