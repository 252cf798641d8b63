/** The blind questions: written from a list of topics by people who had read neither the record nor any test, then matched with the facts that answer them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answered, Inquiry, Language, Ninety } from "../src/index.ts";

export type Blind = {
  readonly id: string;
  readonly lang: Language;
  readonly question: string;
  /** The title or the subject of the page it stands on. */
  readonly context?: string;
  /** Any of these facts answers it; none where the record rightly declines. */
  readonly facts: readonly string[];
  /** Whether the facts answer it (yes), answer a part of it (partly), or declining is right (no). */
  readonly answerable: "yes" | "partly" | "no";
};

export type Half = "learn" | "report";

/** Two sets by different authors: questions on given topics, and questions as they stand on public pages, which are harder. */
export const sets = ["topics", "pages"] as const;
export type BlindSet = (typeof sets)[number];

/** One half of the blind questions, of one set or of both: thresholds are learnt from one half and reported on the other. */
export const readBlind = (half: Half, only?: BlindSet): Blind[] =>
  sets
    .filter((set) => only === undefined || set === only)
    .flatMap((set) => readFileSync(join(import.meta.dirname, "..", "test", "blind", `${set}-${half}.jsonl`), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Blind);

/** A question about something else. */
export type Outside = {
  readonly lang: Language;
  readonly question: string;
  /** Whether it is such as stand on pages about the dispute all the same: furniture, opinions, advice, gossip. */
  readonly page?: true;
};

/** Questions about something else, half of them with a word of the dispute in them: to learn declining from. */
export const readOutside = (): Outside[] =>
  readFileSync(join(import.meta.dirname, "outside.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Outside);

/** A blind question as it was asked. */
export const inquiryOf = ({ question, lang, context }: Blind, on: string): Inquiry => ({
  question,
  on,
  language: lang,
  ...(context ? { context } : {}),
});

/** Asks a blind question as it was asked. */
export const askBlind = (ninety: Ninety, blind: Blind, on: string): Answered => ninety.ask(inquiryOf(blind, on));

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
    const answered = askBlind(ninety, blind, on);
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
