import { languages } from "../../model/language.ts";
import type { Polarity } from "../../model/record.ts";
import { fold } from "../../text/fold.ts";
import { fileOf, type Rule } from "./rule.ts";

const openings: Record<Polarity, { en: RegExp; fr: RegExp }> = {
  yes: { en: /^yes\b/, fr: /^oui\b/ },
  no: { en: /^(no|never)\b/, fr: /^(non|jamais)\b/ },
  "not-yet": { en: /^not yet\b/, fr: /^pas encore\b/ },
  mixed: {
    en: /^(in part|partly|yes and no|it depends|both|disputed|not known|the record)/,
    fr: /^(en partie|oui et non|cela depend|ca depend|les deux|conteste|dispute|on ne sait|inconnu|le dossier)/,
  },
};

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
