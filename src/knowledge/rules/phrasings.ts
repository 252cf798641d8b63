import { languages } from "../../model/language.ts";
import { fileOf, type Rule } from "./rule.ts";

const least = { question: 15, misconception: 15, fact: 1 };

/** Whatever can be asked for is put in enough ways, in each language. */
export const phrasings: Rule = (reading) => {
  const { questions, misconceptions, facts } = reading.knowledge;
  return (
    [
      ["question", questions],
      ["misconception", misconceptions],
      ["fact", facts],
    ] as const
  ).flatMap(([kind, entries]) =>
    entries.flatMap(({ id, asked }) =>
      languages
        .filter((language) => asked[language].length < least[kind])
        .map((language) => ({
          file: fileOf(reading, kind, id),
          field: `asked.${language}`,
          what: `has ${asked[language].length} ways to put it: ${least[kind]} at least`,
        })),
    ),
  );
};
