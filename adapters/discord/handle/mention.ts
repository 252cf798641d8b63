/** A mention: a question, or a question about the message it replies to. Answered for all, where it was asked. */

import { phrases } from "../../../src/index.ts";
import { renderLine } from "../render.ts";
import type { Bench, Reply, Request } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import { words } from "../words.ts";
import { answer } from "./ask.ts";
import { check } from "./check.ts";

type Mention = Extract<Request, { kind: "mention" }>;

/** The engine takes no longer context than this. */
const mostContext = 600;

/**
 * Answers a mention. Alone, in reply to a message of somebody else, it asks to check that message.
 * @throws SayToUser where the message it replies to cannot be read, or the question is too long
 */
export const mention = (bench: Bench, { text, about, locale }: Mention): Reply => {
  const question = text.trim();
  if (question === "") {
    if (about.kind === "withheld") throw new SayToUser(words.unreadable);
    if (about.kind === "text" && !about.own) return check(bench, about.text, locale, false);
    return { kind: "say", body: renderLine(phrases.empty[locale]), private: false };
  }
  const context = about.kind === "text" ? { context: about.text.slice(0, mostContext) } : {};
  return { kind: "say", body: answer(bench, { question, locale, private: false, ...context }), private: false };
};
