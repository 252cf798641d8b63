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
/** Each way to put a thing is a document of its own: in one with all of them Orama finds next to nothing. */
const schema = { text: "string", of: "number" } as const;
const several = 3 * enough;

export const orama: Engine = async (docs) => {
  const indexes = perLanguage((language) => create({ schema, components: { tokenizer: tokenizers[language] } }));
  for (const language of ["en", "fr"] as const)
    await insertMultiple(
      indexes[language],
      docs[language].flatMap(({ asked, told }, of) => [told, ...asked].map((text) => ({ text, of }))),
    );
  return (question, language) => {
    const found = search(indexes[language], { term: question, properties: ["text"], threshold: 0, limit: several });
    const read = ({ hits }: Results<{ readonly of: number }>) => ({
      ids: hits.flatMap(({ document: { of } }) => docs[language][of]?.id ?? []),
      sure: hits[0]?.score ?? 0,
    });
    return found instanceof Promise ? found.then(read) : read(found);
  };
};
