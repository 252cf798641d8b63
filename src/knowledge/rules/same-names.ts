import type { Language } from "../../model/language.ts";
import { fold } from "../../text/fold.ts";
import { type Rule, sentences } from "./rule.ts";

const named = new Set(["person", "company", "app"]);

/** A person, company or app that one language names, the other names too. */
export const sameNames: Rule = (reading) => {
  const entities = new Map(reading.knowledge.entities.filter(({ kind }) => named.has(kind)).map((entity) => [entity.id, entity]));
  const names = new Map(
    [...entities].map(([id, entity]) => [
      id,
      {
        en: [entity.name.en, ...entity.aliases.en].map((name) => ` ${fold(name)} `),
        fr: [entity.name.fr, ...entity.aliases.fr].map((name) => ` ${fold(name)} `),
      },
    ]),
  );
  return sentences(reading).flatMap(({ file, field, text, about }) => {
    const padded = {
      en: ` ${fold(text.en).replace(/[^\p{L}\p{N}.]+/gu, " ")} `,
      fr: ` ${fold(text.fr).replace(/[^\p{L}\p{N}.]+/gu, " ")} `,
    };
    const says = (id: string, language: Language) => names.get(id)?.[language].some((name) => padded[language].includes(name)) ?? false;
    return about
      .filter((id) => entities.has(id) && says(id, "en") !== says(id, "fr"))
      .map((id) => ({
        file,
        field,
        what: `only the ${says(id, "en") ? "English" : "French"} names ${id}: name it in both, or add the alias used to the entity`,
      }));
  });
};
