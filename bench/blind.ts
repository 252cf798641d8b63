/** The blind questions: written from a list of topics by people who had read neither the record nor any test, then matched with the facts that answer them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answered, Language, Ninety } from "../src/index.ts";

export type Blind = {
  readonly id: string;
  readonly lang: Language;
  readonly question: string;
  /** Any of these facts answers it; none where the record rightly declines. */
  readonly facts: readonly string[];
  /** Whether the facts answer it (yes), answer a part of it (partly), or declining is right (no). */
  readonly answerable: "yes" | "partly" | "no";
};

export type Half = "learn" | "report";

/** One half of the blind questions: thresholds are learnt from one and reported on the other. */
export const readBlind = (half: Half): Blind[] =>
  readFileSync(join(import.meta.dirname, "..", "test", "blind", `${half}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Blind);

/** Questions about something else, half of them with a word of the dispute in them: to learn declining from. */
export const readOutside = (): { readonly lang: Language; readonly question: string }[] =>
  readFileSync(join(import.meta.dirname, "outside.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as { lang: Language; question: string });

export type Outcome = "correct" | "wrong" | "asked-back" | "abstained" | "right-refusal" | "false-answer";

/** What became of a question: correct where an accepted fact is among the first two that the reply rests on. */
export const outcomeOf = (blind: Blind, { message }: Answered): Outcome => {
  const answered = message.kind === "answered" || message.kind === "premise";
  if (blind.answerable === "no") return answered ? "false-answer" : "right-refusal";
  if (message.kind === "choose") return "asked-back";
  if (!answered) return "abstained";
  return message.facts.slice(0, 2).some(({ id }) => blind.facts.includes(id)) ? "correct" : "wrong";
};

/** Whether one of the readings offered answers the question. */
export const oneClick = (ninety: Ninety, blind: Blind, { message }: Answered, on: string): boolean =>
  message.kind === "choose" &&
  message.choices.some((choice) => outcomeOf(blind, ninety.ask({ question: choice, on, language: blind.lang })) === "correct");

export type Score = {
  readonly n: number;
  readonly utility: number;
  readonly correct: number;
  readonly wrong: number;
  readonly oneClick: number;
  readonly falseAnswers: number;
};

/** The scores of a set of questions, as shares of the answerable ones; false answers as a share of the others. */
export const score = (ninety: Ninety, questions: readonly Blind[], on: string): Score => {
  const results = questions.map((blind) => {
    const answered = ninety.ask({ question: blind.question, on, language: blind.lang });
    return { blind, outcome: outcomeOf(blind, answered), click: oneClick(ninety, blind, answered, on) };
  });
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  const answerable = results.filter(({ blind }) => blind.answerable !== "no").length;
  const share = (part: number, whole: number) => (whole > 0 ? Math.round((1_000 * part) / whole) / 1_000 : 0);
  return {
    n: results.length,
    utility: share(count("correct") + count("right-refusal") - count("false-answer") - count("wrong") / 2, results.length),
    correct: share(count("correct"), answerable),
    wrong: share(count("wrong"), answerable),
    oneClick: share(count("correct") + results.filter(({ click }) => click).length, answerable),
    falseAnswers: share(count("false-answer"), results.length - answerable),
  };
};
