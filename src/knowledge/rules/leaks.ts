import { lastDay } from "../../model/day.ts";
import { languages } from "../../model/language.ts";
import { fileOf, type Rule } from "./rule.ts";

/** A title is offered from its first answer on: it may not name a year that had not come by then. */
export const leaks: Rule = (reading) =>
  reading.knowledge.questions.flatMap(({ id, asked, answers }) => {
    const from = answers[0]?.from;
    if (!from) return [];
    return languages.flatMap((language) => {
      const years = asked[language][0]?.match(/\b20[12]\d\b/g) ?? [];
      const late = years.find((year) => year > lastDay(from).slice(0, 4));
      return late
        ? [
            {
              file: fileOf(reading, "question", id),
              field: `asked.${language}.0`,
              what: `the title names ${late}, but its first answer is of ${from}: it would leak into earlier days`,
            },
          ]
        : [];
    });
  });
