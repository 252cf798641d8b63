/** Ninety, or MiniSearch as it comes, on a record of a given size, in a process of its own. `node bench/growth.ts ninety|minisearch SIZE` prints one line of JSON. */

import { join } from "node:path";
import { createAsk } from "../src/ask/ask.ts";
import { createBase } from "../src/knowledge/base.ts";
import { readKnowledge } from "../src/knowledge/read.ts";
import { type Language, languages } from "../src/model/language.ts";
import { readBlind } from "./blind.ts";
import { documentsOf } from "./documents.ts";
import { minisearch } from "./engines/minisearch.ts";
import { grown } from "./made-facts.ts";
import { held, timeEach } from "./timing.ts";

/** What is measured at a size. */
export type Grown = {
  readonly engine: string;
  readonly facts: number;
  /** Time until it is ready in both languages, in ms. */
  readonly build: number;
  /** Memory beyond the record's texts, in MB. */
  readonly heap: number;
  readonly p50: number;
  readonly p99: number;
};

const on = "2026-11-23";
const patience = { rounds: 3, warmUp: 1, seconds: 60 };
/** So many questions about made facts are asked beside the blind ones. */
const most = 340;

const readied = async (engine: string, size: number): Promise<Grown> => {
  const { knowledge, questions: made } = grown(readKnowledge(join(import.meta.dirname, "..", "knowledge")).knowledge, size);
  const questions = [
    ...[...readBlind("learn"), ...readBlind("report")].map(({ question, lang }) => ({ question, language: lang })),
    ...made.slice(0, most),
  ];
  type Asked = { readonly question: string; readonly language: Language };
  /** What has to be there before the clock starts, and what makes the engine ready. */
  const makers: Record<string, () => () => ((asked: Asked) => unknown) | Promise<(asked: Asked) => unknown>> = {
    ninety: () => () => {
      const ask = createAsk(createBase(knowledge));
      for (const language of languages) ask({ question: "TikTok", on, language });
      return ({ question, language }) => ask({ question, on, language });
    },
    minisearch: () => {
      const docs = documentsOf(createBase(knowledge), on);
      return async () => {
        const find = await minisearch(docs);
        return ({ question, language }) => find(question, language);
      };
    },
  };
  const make = makers[engine]?.();
  if (!make) throw new Error(`no engine ${engine}`);
  const before = held();
  const started = performance.now();
  const act = await make();
  const build = performance.now() - started;
  const heap = held() - before;
  const { p50, p99 } = await timeEach(questions, act, patience);
  return { engine, facts: knowledge.facts.length, build, heap, p50, p99 };
};

const [engine = "ninety", size = "350"] = process.argv.slice(2);
console.log(JSON.stringify(await readied(engine, Number(size))));
