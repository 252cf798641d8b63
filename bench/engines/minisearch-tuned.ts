/** MiniSearch with the settings its manual recommends: fields weighed, beginnings of words, misspellings; accents folded. */

import MiniSearch from "minisearch";
import { type Engine, enough, perLanguage } from "./engine.ts";

const folded = (term: string): string => term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export const minisearchTuned: Engine = (docs) => {
  const indexes = perLanguage((language) => {
    const index = new MiniSearch<{ id: string; asked: string; told: string }>({
      fields: ["asked", "told"],
      processTerm: folded,
      searchOptions: { boost: { asked: 2 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
    });
    index.addAll(docs[language].map(({ id, asked, told }) => ({ id, asked: asked.join("\n"), told })));
    return index;
  });
  return (question, language) => {
    const found = indexes[language].search(question);
    return { ids: found.slice(0, enough).map(({ id }) => id as string), sure: found[0]?.score ?? 0 };
  };
};
