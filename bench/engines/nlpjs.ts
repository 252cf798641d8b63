/** NLP.js: everything that can be found is an intent, the ways to put it are its utterances. */

import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en";
import { LangFr } from "@nlpjs/lang-fr";
import { Nlp } from "@nlpjs/nlp";
import { type Engine, enough, fewWays } from "./engine.ts";

/** What it answers where no intent fits. */
const none = "None";

export const nlpjs: Engine = async (docs) => {
  const container = await containerBootstrap();
  container.use(LangEn);
  container.use(LangFr);
  const nlp = new Nlp({
    container,
    languages: ["en", "fr"],
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
    calculateSentiment: false,
  });
  for (const language of ["en", "fr"] as const)
    for (const { id, asked } of docs[language]) for (const way of asked.slice(0, fewWays)) nlp.addDocument(language, way, id);
  await nlp.train();
  return async (question, language) => {
    const { classifications } = await nlp.process(language, question);
    const likely = classifications.filter(({ intent }) => intent !== none);
    return {
      ids: likely.slice(0, enough).map(({ intent }) => intent),
      sure: classifications[0]?.intent === none ? 0 : (likely[0]?.score ?? 0),
    };
  };
};
