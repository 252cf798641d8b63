/** FlexSearch. It tells no score: the share of the question's words that its first hit has stands in for one. */

import { Charset, Encoder, Index } from "flexsearch";
import { type Engine, enough, perLanguage } from "./engine.ts";

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

export const flexsearch: Engine = (docs) => {
  const indexes = perLanguage((language) => {
    const index = new Index({ tokenize: "forward", encoder: new Encoder(Charset.LatinBalance) });
    for (const [place, { asked, told }] of docs[language].entries()) index.add(place, `${asked.join("\n")}\n${told}`);
    return index;
  });
  const words = perLanguage((language) => docs[language].map(({ asked, told }) => new Set(wordsOf(`${asked.join("\n")}\n${told}`))));
  return (question, language) => {
    const found = indexes[language].search(question, { limit: enough, suggest: true }) as number[];
    const asked = wordsOf(question);
    const first = found[0] === undefined ? undefined : words[language][found[0]];
    return {
      ids: found.flatMap((place) => docs[language][place]?.id ?? []),
      sure: asked.filter((word) => first?.has(word)).length / Math.max(1, asked.length),
    };
  };
};
