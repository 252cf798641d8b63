import { languages } from "../../model/language.ts";
import { answering, fileOf, type Rule } from "./rule.ts";

const caps = { fact: 300, title: 80, phrasing: 200, leadWords: 25, reply: 1200 };

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Claims are short, leads are one breath, titles fit a button, and a whole reply fits a message. */
export const lengths: Rule = (reading) => {
  const { facts, questions, misconceptions } = reading.knowledge;
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  return languages.flatMap((language) => [
    ...facts
      .filter(({ text }) => text[language].length > caps.fact)
      .map(({ id, text }) => ({
        file: fileOf(reading, "fact", id),
        field: `text.${language}`,
        what: `has ${text[language].length} characters: ${caps.fact} at most`,
      })),
    ...questions.flatMap(({ id, asked }) =>
      (asked[language][0]?.length ?? 0) > caps.title
        ? [
            {
              file: fileOf(reading, "question", id),
              field: `asked.${language}.0`,
              what: `the title has ${asked[language][0]?.length} characters: ${caps.title} at most, so that it fits a button`,
            },
          ]
        : [],
    ),
    ...[
      ...questions.map((entry) => ({ ...entry, kind: "question" })),
      ...misconceptions.map((entry) => ({ ...entry, kind: "misconception" })),
    ].flatMap(({ id, kind, asked }) =>
      asked[language].flatMap((phrasing, index) =>
        phrasing.length > caps.phrasing
          ? [
              {
                file: fileOf(reading, kind, id),
                field: `asked.${language}.${index}`,
                what: `has ${phrasing.length} characters: ${caps.phrasing} at most`,
              },
            ]
          : [],
      ),
    ),
    ...answering(reading).flatMap(({ kind, id, answers }) =>
      answers.flatMap((answer, index) => {
        const file = fileOf(reading, kind, id);
        const lead = countWords(answer.lead[language]);
        const whole = [answer.lead[language], ...answer.facts.map((fact) => factOf.get(fact)?.text[language] ?? "")].join("\n\n").length;
        return [
          ...(lead > caps.leadWords
            ? [{ file, field: `answers.${index}.lead.${language}`, what: `has ${lead} words: ${caps.leadWords} at most` }]
            : []),
          ...(whole >= caps.reply
            ? [
                {
                  file,
                  field: `answers.${index}.facts`,
                  what: `lead and facts come to ${whole} characters in ${language}: under ${caps.reply}; leave the last fact out`,
                },
              ]
            : []),
        ];
      }),
    ),
  ]);
};
