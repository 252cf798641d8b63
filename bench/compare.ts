/** One engine in a process of its own: how good its replies are, how soon they come, what it holds. `node bench/compare.ts ENGINE` prints one line of JSON. */

import { join } from "node:path";
import { createAsk } from "../src/ask/ask.ts";
import { openNinety } from "../src/index.ts";
import { createBase } from "../src/knowledge/base.ts";
import { readKnowledge } from "../src/knowledge/read.ts";
import { type Blind, readBlind, score } from "./blind.ts";
import { documentsOf, leadingFacts } from "./documents.ts";
import { engines } from "./engines/all.ts";
import type { Find } from "./engines/engine.ts";
import { held, timeEach } from "./timing.ts";

/** What is measured of an engine. */
export type Compared = {
  readonly engine: string;
  readonly utility: number;
  readonly correct: number;
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

/** What becomes of the questions where an engine answers whenever it is sure enough. */
const scoreAt = (replies: readonly Replied[], threshold: number) => {
  const answerable = replies.filter(({ blind }) => blind.answerable !== "no");
  const others = replies.length - answerable.length;
  const told = ({ facts, sure }: Replied) => facts.length > 0 && sure >= threshold;
  const right = answerable.filter((reply) => told(reply) && reply.facts.some((id) => reply.blind.facts.includes(id))).length;
  const wrong = answerable.filter(told).length - right;
  const falseAnswers = replies.filter((reply) => reply.blind.answerable === "no" && told(reply)).length;
  return {
    utility: (right + (others - falseAnswers) - falseAnswers - wrong / 2) / replies.length,
    correct: right / answerable.length,
    wrong: wrong / answerable.length,
    falseAnswers: falseAnswers / others,
  };
};

const ofEngine = async (name: keyof typeof engines): Promise<Compared> => {
  const { base } = openNinety(root);
  const docs = documentsOf(base, on);
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
      const { ids, sure } = await find(blind.question, blind.lang);
      all.push({ blind, facts: [...new Set(ids.flatMap((id) => facts.get(id) ?? []))].slice(0, shown), sure });
    }
    return all;
  };
  const learn = await replies(readBlind("learn"));
  const report = await replies(readBlind("report"));
  const gates = [learn, learn.map(perWord)].map((all) => bestThreshold(all));
  const gate = gates[1] && gates[0] && gates[1].utility > gates[0].utility ? { ...gates[1], read: perWord } : { ...gates[0], read: asIs };
  const { p50, p99 } = await timeEach(
    [...readBlind("learn"), ...readBlind("report")],
    (blind) => find(blind.question, blind.lang),
    patience,
  );
  return { engine: name, ...scoreAt(await replies(readBlind("report")), threshold), p50, p99, build, heap };
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
  const { p50, p99 } = await timeEach(
    [...readBlind("learn"), ...readBlind("report")],
    (blind) => ask({ question: blind.question, on, language: blind.lang }),
    patience,
  );
  const { utility, correct, wrong, oneClick, falseAnswers } = score(openNinety(root), readBlind("report"), on);
  return { engine: "Ninety", utility, correct, wrong, oneClick, falseAnswers, p50, p99, build, heap };
};

const isEngine = (name: string): name is keyof typeof engines => name in engines;
const name = process.argv[2] ?? "Ninety";
console.log(JSON.stringify(isEngine(name) ? await ofEngine(name) : await ofNinety()));
