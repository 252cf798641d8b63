/** Counts what readers thought of replies, by fact; who they were stays in memory, hashed, so that each counts once. */

import { createHash } from "node:crypto";
import type { FeedbackVerdict, Logger, Store } from "../../src/index.ts";

const mostRemembered = 10_000;

/** It never throws: a lost opinion is no reason to apologise for. */
export type Rate = (facts: readonly string[], verdict: FeedbackVerdict, reader: string) => Promise<void>;

/** The first opinion of a reader on a reply counts. */
export const createFeedback = ({ feedback }: Pick<Store, "feedback">, log: Logger): Rate => {
  const remembered = new Set<string>();
  return async (facts, verdict, reader) => {
    const key = createHash("sha256")
      .update([reader, ...facts].join("\n"))
      .digest("base64url");
    if (remembered.has(key)) return;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.add(key);
    try {
      await feedback.count(facts, verdict);
    } catch (cause) {
      log.warn("feedback not counted", { cause });
    }
  };
};
