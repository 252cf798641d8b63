/** Keeps the questions that the record did not answer, for its curators: without person, without channel, and only where that is switched on. */

import { createHash } from "node:crypto";
import { type Message, normalised, type Store } from "../../src/index.ts";

/** How long a question is kept after it was last asked, in milliseconds: ninety days. */
const kept = 90 * 86_400_000;
const sweepEvery = 3_600_000;
/** How many pairs of question and asker are remembered, in memory only, to count two askers as two. */
const mostRemembered = 10_000;

export type KeepGap = (question: string, message: Message, asker: string, at: number) => Promise<void>;

/**
 * Readies the keeping of unanswered questions.
 * @param on whether the owner of the bot switched it on; else nothing is kept
 */
export const createKeepGap = (store: Store, on: boolean): KeepGap => {
  // who asked never reaches the store: a hash of it, with the question, lives as long as the process
  const remembered = new Set<string>();
  let sweptAt = 0;
  return async (question, message, asker, at) => {
    if (!on || message.kind !== "not-known") return;
    const plain = normalised(question);
    if (plain === "") return;
    const pair = createHash("sha256").update(`${message.language}\n${plain}\n${asker}`).digest("base64url");
    const newAsker = !remembered.has(pair);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.add(pair);
    await store.gaps.keep({ question: plain, language: message.language, at, newAsker });
    if (at - sweptAt < sweepEvery) return;
    sweptAt = at;
    await store.gaps.sweep(at - kept);
  };
};
