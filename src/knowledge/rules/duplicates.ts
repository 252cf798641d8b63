import { languages } from "../../model/language.ts";
import { fold, words } from "../../text/fold.ts";
import type { Problem } from "../read.ts";
import { fileOf, type Rule } from "./rule.ts";

/** No claim, address or way of asking stands twice. */
export const duplicates: Rule = (reading) => {
  const { facts, sources, questions, misconceptions } = reading.knowledge;
  const problems: Problem[] = [];
  const once = (seen: Map<string, string>, key: string, file: string, field: string, what: string) => {
    const first = seen.get(key);
    if (first !== undefined)
      problems.push({ file, field, what: `${what} ${first === file ? "twice in this file" : `in ${first} too`}: keep one` });
    else seen.set(key, file);
  };
  const urls = new Map<string, string>();
  for (const { id, url } of sources) once(urls, url, fileOf(reading, "source", id), "url", "the same address stands");
  for (const language of languages) {
    const claims = new Map<string, string>();
    for (const { id, text } of facts)
      once(claims, words(fold(text[language])).join(" "), fileOf(reading, "fact", id), `text.${language}`, "the same claim stands");
    const asked = new Map<string, string>();
    for (const [kind, entries] of [
      ["question", questions],
      ["misconception", misconceptions],
    ] as const)
      for (const entry of entries)
        for (const [index, phrasing] of entry.asked[language].entries())
          once(
            asked,
            words(fold(phrasing)).join(" "),
            fileOf(reading, kind, entry.id),
            `asked.${language}.${index}`,
            `"${phrasing}" stands`,
          );
  }
  return problems;
};
