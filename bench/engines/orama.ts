/** Orama, each language with its own stemming and stop words. */

import { create, insertMultiple, type Results, search } from "@orama/orama";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stopwords as englishStopWords } from "@orama/stopwords/english";
import { stopwords as frenchStopWords } from "@orama/stopwords/french";
import { type Engine, enough, perLanguage } from "./engine.ts";

const tokenizers = {
  en: { language: "english", stemming: true, stemmer: english, stopWords: englishStopWords },
  fr: { language: "french", stemming: true, stemmer: french, stopWords: frenchStopWords },
} as const;
const schema = { asked: "string", told: "string" } as const;

export const orama: Engine = async (docs) => {
  const indexes = perLanguage((language) => create({ schema, components: { tokenizer: tokenizers[language] } }));
  for (const language of ["en", "fr"] as const)
    await insertMultiple(
      indexes[language],
      docs[language].map(({ id, asked, told }) => ({ id, asked: asked.join("\n"), told })),
    );
  return (question, language) => {
    // with a threshold of 0 every word has to be there: else it ranks by beginnings of words and finds next to nothing
    const found = search(indexes[language], { term: question, limit: enough, boost: { asked: 2 }, threshold: 0 });
    const read = ({ hits }: Results<unknown>) => ({ ids: hits.map(({ id }) => id), sure: hits[0]?.score ?? 0 });
    return found instanceof Promise ? found.then(read) : read(found);
  };
};
