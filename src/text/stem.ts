import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import type { Language } from "../model/language.ts";

const stemmers = { en: english, fr: french };
const memory = { en: new Map<string, string>(), fr: new Map<string, string>() };
const remembered = 20_000;

/** The stem of a folded word; numbers stay as they are. */
export const stem = (word: string, language: Language): string => {
  const known = memory[language].get(word);
  if (known !== undefined) return known;
  const found = /\d/.test(word) || word.length < 3 || word.length > 40 ? word : stemmers[language](word.replace(/'$/, ""));
  if (memory[language].size < remembered) memory[language].set(word, found);
  return found;
};
