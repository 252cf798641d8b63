/** Fuse.js, word by word: as it comes it compares the whole question with whole texts and finds nothing. */

import Fuse from "fuse.js";
import { type Engine, enough, fewWays, perLanguage } from "./engine.ts";

export const fuse: Engine = (docs) => {
  const indexes = perLanguage(
    (language) =>
      new Fuse(
        docs[language].map(({ id, asked, told }) => ({ id, asked: asked.slice(0, fewWays), told })),
        {
          keys: [{ name: "asked", weight: 2 }, "told"],
          includeScore: true,
          ignoreLocation: true,
          ignoreDiacritics: true,
          useTokenSearch: true,
        },
      ),
  );
  return (question, language) => {
    const found = indexes[language].search(question, { limit: enough });
    return { ids: found.map(({ item }) => item.id), sure: 1 - (found[0]?.score ?? 1) };
  };
};
