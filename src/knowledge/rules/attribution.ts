import { languages } from "../../model/language.ts";
import { fold } from "../../text/fold.ts";
import { fileOf, type Rule } from "./rule.ts";

const said = {
  en: /report|accord|said|says|wrote|writes|claim|press|newspaper|survey|poll|quot|citing|sources|cited|describ|estimat|note|publish|call|told|found|list|count|put |tracker|account|article|coverage|outlet|journalist/,
  fr: /selon|rapport|d'apres|a ecrit|ecrit|affirm|presse|a dit|dit |declar|cit|sources|journa|decri|estim|not|publi|qualifi|appel|constat|recens|compt|article|media|indiqu|evoqu|relev|fait etat|signal/,
};

/** An allegation or a denial names its speaker in the sentence itself; a report says that it is one. */
export const attribution: Rule = (reading) => {
  const entities = new Map(reading.knowledge.entities.map((entity) => [entity.id, entity]));
  return reading.knowledge.facts.flatMap((fact) => {
    const file = fileOf(reading, "fact", fact.id);
    if (fact.status === "established") return [];
    if (fact.status === "reported")
      return languages
        .filter((language) => !said[language].test(fold(fact.text[language])))
        .map((language) => ({ file, field: `text.${language}`, what: "is reported: say in the sentence who reported it" }));
    if (!fact.speaker) return [{ file, field: "speaker", what: `is ${fact.status}: name who says so` }];
    const speaker = entities.get(fact.speaker);
    if (!speaker) return [];
    return languages
      .filter((language) => {
        const text = fold(fact.text[language]);
        return ![speaker.name[language], ...speaker.aliases[language]].some((name) => text.includes(fold(name)));
      })
      .map((language) => ({
        file,
        field: `text.${language}`,
        what: `does not name its speaker ${speaker.name[language]} (or an alias): say who ${fact.status === "denied" ? "denies" : "alleges"} it`,
      }));
  });
};
