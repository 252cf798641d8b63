/** `npm run quality`: how the engine does on the blind questions, by half and language; with `--misses`, what went wrong. */

import { openNinety } from "../src/index.ts";
import { askBlind, outcomeOf, readBlind, score, sets } from "./blind.ts";

const on = "2026-11-23";
const ninety = openNinety("knowledge");
const table = Object.fromEntries(
  sets.flatMap((set) =>
    (["learn", "report"] as const).flatMap((half) =>
      (["all", "en", "fr"] as const).map((lang) => [
        `${set} ${half} ${lang}`,
        score(
          ninety,
          readBlind(half, set).filter((blind) => lang === "all" || blind.lang === lang),
          on,
        ),
      ]),
    ),
  ),
);
console.table(table);
if (process.argv.includes("--misses"))
  for (const blind of readBlind("learn")) {
    const answered = askBlind(ninety, blind, on);
    const outcome = outcomeOf(blind, answered);
    if (outcome === "correct" || outcome === "right-refusal") continue;
    const best = answered.candidates.slice(0, 3).map(({ topic }) => topic.id);
    console.log(
      `${outcome} | ${blind.question} | ${answered.message.kind} | ${best.join(", ")} | wanted ${blind.facts.slice(0, 4).join(", ") || "nothing"}`,
    );
  }
