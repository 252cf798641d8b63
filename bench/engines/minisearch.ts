/** MiniSearch as it comes: the yardstick. */

import MiniSearch from "minisearch";
import { type Engine, enough, perLanguage } from "./engine.ts";

export const minisearch: Engine = (docs) => {
  const indexes = perLanguage((language) => {
    const index = new MiniSearch<{ id: string; asked: string; told: string }>({ fields: ["asked", "told"] });
    index.addAll(docs[language].map(({ id, asked, told }) => ({ id, asked: asked.join("\n"), told })));
    return index;
  });
  return (question, language) => {
    const found = indexes[language].search(question);
    return { ids: found.slice(0, enough).map(({ id }) => id as string), sure: found[0]?.score ?? 0 };
  };
};
