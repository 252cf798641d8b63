import { languages } from "../../model/language.ts";
import { fold } from "../../text/fold.ts";
import { openings } from "../../text/polarity.ts";
import { fileOf, type Rule } from "./rule.ts";

/** The answer to a yes-no question opens with yes, no or not yet. */
export const polarity: Rule = (reading) =>
  reading.knowledge.questions.flatMap(({ id, wants, answers, computed }) => {
    const file = fileOf(reading, "question", id);
    return answers.flatMap((answer, index) => {
      if (wants === "yes-no" && !answer.polarity && !answer.silent && !computed)
        return [{ file, field: `answers.${index}.polarity`, what: "a yes-no question needs a polarity: yes, no, not-yet or mixed" }];
      const said = answer.polarity;
      if (!said || said === "mixed") return [];
      return languages
        .filter((language) => !openings[said][language].test(fold(answer.lead[language])))
        .map((language) => ({
          file,
          field: `answers.${index}.lead.${language}`,
          what: `has the polarity ${said} but does not open with it`,
        }));
    });
  });
