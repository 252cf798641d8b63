/** `gaps`: the unanswered questions, most asked first, and what readers said of the facts. */

import type { Store } from "../../src/index.ts";
import { readWords, UsageError } from "./options.ts";

/** A question of one asker alone could tell who asked: two at least. */
const leastAskers = 2;

/**
 * Prints what curators should look at next.
 * @throws UsageError for what the person at the keyboard can mend
 */
export const gaps = async (store: Store, args: readonly string[], on: boolean): Promise<number> => {
  const { values, rest } = readWords(args, { json: { type: "boolean" } });
  if (rest.length > 0) throw new UsageError("gaps takes no words, only --json");
  const questions = await store.gaps.list(leastAskers);
  const feedback = await store.feedback.list();
  if (values.json) {
    console.log(JSON.stringify({ questions, feedback }, null, 2));
    return 0;
  }
  for (const { times, askers, language, question } of questions) console.log(`${times} times, ${askers} askers  [${language}] ${question}`);
  if (questions.length === 0)
    console.log(
      on
        ? `No unanswered question was asked by ${leastAskers} people or more.`
        : "Unanswered questions are not kept. NINETY_KEEP_QUESTIONS=1 keeps them, without person or channel, for 90 days.",
    );
  for (const { fact, verdict, times } of feedback) console.log(`${times} times ${verdict}  ${fact}`);
  return 0;
};
