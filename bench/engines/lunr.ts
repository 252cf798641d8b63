/** lunr, with the French stemmer and stop words of lunr-languages. */

import lunr from "lunr";
import french from "lunr-languages/lunr.fr.js";
import stemmers from "lunr-languages/lunr.stemmer.support.js";
import { type Engine, enough, perLanguage } from "./engine.ts";

export const lunrEngine: Engine = (docs) => {
  stemmers(lunr);
  french(lunr);
  const indexes = perLanguage((language) =>
    lunr(function (this: lunr.Builder) {
      if (language === "fr") this.use((lunr as typeof lunr & { readonly fr: lunr.Builder.Plugin }).fr);
      this.ref("id");
      this.field("asked", { boost: 2 });
      this.field("told");
      for (const { id, asked, told } of docs[language]) this.add({ id, asked: asked.join("\n"), told });
    }),
  );
  return (question, language) => {
    const found = indexes[language].query((query) => query.term(lunr.tokenizer(question), {}));
    return { ids: found.slice(0, enough).map(({ ref }) => ref), sure: found[0]?.score ?? 0 };
  };
};
