/** One engine in a process of its own: how good its replies are, how soon they come, what it holds. `node bench/compare.ts ENGINE [fact]` prints one line of JSON; `fact` leaves it the facts alone. */

import { join } from "node:path";
import { createAsk } from "../src/ask/ask.ts";
import { openNinety } from "../src/index.ts";
import { createBase } from "../src/knowledge/base.ts";
import { readKnowledge } from "../src/knowledge/read.ts";
import { type Blind, inquiryOf, readBlind, score } from "./blind.ts";
import { documentsOf, leadingFacts } from "./documents.ts";
import { engines } from "./engines/all.ts";
import type { Find } from "./engines/engine.ts";
import { held, timeEach } from "./timing.ts";

/** What is measured of an engine. */
export type Compared = {
  readonly engine: string;
  readonly utility: number;
  readonly correct: number;
  /** Right in the first fact already. */
  readonly lead: number;
  readonly wrong: number;
  readonly oneClick?: number;
  readonly falseAnswers: number;
  readonly p50: number;
  readonly p99: number;
  readonly build: number;
  readonly heap: number;
};

const on = "2026-11-23";
const root = join(import.meta.dirname, "..", "knowledge");
const shown = 3;
const patience = { rounds: 5, warmUp: 2, seconds: 30 };

type Replied = { readonly blind: Blind; readonly facts: readonly string[]; readonly sure: number };

/** How sure an engine is, as it tells it; and by the question's words, since most scores grow with their number. */
const asTold = ({ sure }: Replied): number => sure;
const byWord = ({ sure, blind }: Replied): number => sure / blind.question.split(/\s+/).length;
const sureness = [asTold, byWord];

/** What becomes of the questions where an engine answers whenever it is sure enough. */
const scoreAt = (replies: readonly Replied[], read: typeof asTold, threshold: number) => {
  const answerable = replies.filter(({ blind }) => blind.answerable !== "no");
  const others = replies.length - answerable.length;
  const tells = (reply: Replied) => reply.facts.length > 0 && read(reply) >= threshold;
  const told = answerable.filter(tells);
  const right = (reply: Replied, among: number) => reply.facts.slice(0, among).some((id) => reply.blind.facts.includes(id));
  const correct = told.filter((reply) => right(reply, shown)).length;
  const falseAnswers = replies.filter((reply) => reply.blind.answerable === "no" && tells(reply)).length;
  return {
    utility: (correct + (others - falseAnswers) - falseAnswers - (told.length - correct) / 2) / replies.length,
    correct: correct / answerable.length,
    lead: told.filter((reply) => right(reply, 1)).length / answerable.length,
    wrong: (told.length - correct) / answerable.length,
    falseAnswers: falseAnswers / others,
  };
};

/** The threshold that serves a set of questions best. */
const bestThreshold = (replies: readonly Replied[], read: typeof asTold): { readonly threshold: number; readonly utility: number } =>
  [Number.POSITIVE_INFINITY, ...new Set(replies.map(read))]
    .map((threshold) => ({ threshold, utility: scoreAt(replies, read, threshold).utility }))
    .reduce((best, next) => (next.utility > best.utility ? next : best));

/** What a plain search is given: the question, and the page it stands on where it stands on one. */
const textOf = ({ question, context }: Blind): string => (context ? `${question} ${context}` : question);

const ofEngine = async (name: keyof typeof engines, only: "fact" | undefined): Promise<Compared> => {
  const { base } = openNinety(root);
  const docs = documentsOf(base, on, only);
  const facts = leadingFacts(base, on);
  const engine = await engines[name]();
  const before = held();
  const started = performance.now();
  const find: Find = await engine(docs);
  const build = performance.now() - started;
  const heap = held() - before;
  const replies = async (blinds: readonly Blind[]): Promise<Replied[]> => {
    const all: Replied[] = [];
    for (const blind of blinds) {
      const { ids, sure } = await find(textOf(blind), blind.lang);
      all.push({ blind, facts: [...new Set(ids.flatMap((id) => facts.get(id) ?? []))].slice(0, shown), sure });
    }
    return all;
  };
  const learn = await replies(readBlind("learn"));
  const report = await replies(readBlind("report"));
  const [gate] = sureness.map((read) => ({ read, ...bestThreshold(learn, read) })).sort((one, other) => other.utility - one.utility);
  const { read, threshold } = gate ?? { read: asTold, threshold: Number.POSITIVE_INFINITY };
  const { p50, p99 } = await timeEach(
    [...readBlind("learn"), ...readBlind("report")],
    (blind) => find(textOf(blind), blind.lang),
    patience,
  );
  return { engine: name, ...scoreAt(report, read, threshold), p50, p99, build, heap };
};

const ofNinety = async (): Promise<Compared> => {
  const { knowledge } = readKnowledge(root);
  const before = held();
  const started = performance.now();
  const base = createBase(knowledge);
  const ask = createAsk(base);
  for (const language of ["en", "fr"] as const) ask({ question: "TikTok", on, language });
  const build = performance.now() - started;
  const heap = held() - before;
  const { p50, p99 } = await timeEach([...readBlind("learn"), ...readBlind("report")], (blind) => ask(inquiryOf(blind, on)), patience);
  const report = readBlind("report");
  const answerable = report.filter(({ answerable }) => answerable !== "no");
  const leads = answerable.filter((blind) => {
    const { message } = ask(inquiryOf(blind, on));
    return (message.kind === "answered" || message.kind === "premise") && blind.facts.includes(message.facts[0].id);
  });
  const { utility, correct, wrong, oneClick, falseAnswers } = score(openNinety(root), report, on);
  const lead = leads.length / answerable.length;
  return { engine: "Ninety", utility, correct, lead, wrong, oneClick, falseAnswers, p50, p99, build, heap };
};

const isEngine = (name: string): name is keyof typeof engines => name in engines;
const [name = "Ninety", only] = process.argv.slice(2);
console.log(JSON.stringify(isEngine(name) ? await ofEngine(name, only === "fact" ? only : undefined) : await ofNinety()));
