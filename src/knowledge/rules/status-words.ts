import { languages } from "../../model/language.ts";
import { type Rule, sentences } from "./rule.ts";

const rotting = {
  en: /\b(currently|nowadays|at present|to date|so far|as of today|today|recently|lately|soon|at the moment|right now)\b/i,
  fr: /(?<!\p{L})(actuellement|aujourd['’]hui|à ce jour|désormais|récemment|bientôt|en ce moment|ces jours-ci|pour l['’]instant)(?!\p{L})/iu,
};

/** Quoted words may say "now"; the record's own sentences may not. */
const unquoted = (text: string): string => text.replace(/"[^"]*"|«[^»]*»/g, "");

/** No sentence says how things stand "currently": that is worked out from dates for the day that is asked about. */
export const statusWords: Rule = (reading) =>
  sentences(reading).flatMap(({ file, field, text }) =>
    languages.flatMap((language) => {
      const found = rotting[language].exec(unquoted(text[language]))?.[0];
      return found ? [{ file, field: `${field}.${language}`, what: `says "${found}", which rots: give the day instead` }] : [];
    }),
  );
