import type { Language } from "../../model/language.ts";
import { fold } from "../../text/fold.ts";
import { type Rule, sentences } from "./rule.ts";

/** A sentence as words between single spaces, so that a name can be looked for whole. */
const padded = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}.]+|\.(?=[\s)"]|$)/gu, " ")
    .replace(/ +/g, " ")} `;

const named = new Set(["person", "company", "app"]);

/** A person, company or app that one language names, the other names too. */
export const sameNames: Rule = (reading) => {
  const entities = new Map(reading.knowledge.entities.filter(({ kind }) => named.has(kind)).map((entity) => [entity.id, entity]));
  const names = new Map(
    [...entities].map(([id, entity]) => [
      id,
      {
        en: [entity.name.en, ...entity.aliases.en].map(padded),
        fr: [entity.name.fr, ...entity.aliases.fr].map(padded),
      },
    ]),
  );
  return sentences(reading).flatMap(({ file, field, text, about }) => {
    const said = {
      en: padded(text.en),
      fr: padded(text.fr),
    };
    const says = (id: string, language: Language) => names.get(id)?.[language].some((name) => said[language].includes(name)) ?? false;
    return about
      .filter((id) => entities.has(id) && says(id, "en") !== says(id, "fr"))
      .map((id) => ({
        file,
        field,
        what: `only the ${says(id, "en") ? "English" : "French"} names ${id}: name it in both, or add the alias used to the entity`,
      }));
  });
};
