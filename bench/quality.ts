/** `npm run quality`: how the engine does on the blind questions, by half and language; with `--misses`, what went wrong. */

import { openNinety } from "../src/index.ts";
import { outcomeOf, readBlind, score } from "./blind.ts";

const on = "2026-11-23";
const ninety = openNinety("knowledge");
const table = Object.fromEntries(
  (["learn", "report"] as const).flatMap((half) =>
    (["all", "en", "fr"] as const).map((lang) => [
      `${half} ${lang}`,
      score(
        ninety,
        readBlind(half).filter((blind) => lang === "all" || blind.lang === lang),
        on,
      ),
    ]),
  ),
);
console.table(table);
if (process.argv.includes("--misses"))
  for (const blind of readBlind("learn")) {
    const answered = ninety.ask({ question: blind.question, on, language: blind.lang });
    const outcome = outcomeOf(blind, answered);
    if (outcome === "correct" || outcome === "right-refusal") continue;
    const best = answered.candidates.slice(0, 3).map(({ topic }) => topic.id);
    console.log(
      `${outcome} | ${blind.question} | ${answered.message.kind} | ${best.join(", ")} | wanted ${blind.facts.slice(0, 4).join(", ") || "nothing"}`,
    );
  }
