/** A reply as JSON, as scripts and monitors rely on it. */

import type { Language } from "../model/language.ts";
import type { Citation, Claim, Message } from "../model/message.ts";
import { plain } from "./plain.ts";

export type ReplyJson = {
  readonly id?: string;
  readonly question: string;
  readonly language: Language;
  readonly on: string;
  readonly kind: Message["kind"];
  readonly lead: string;
  readonly text: string;
  readonly facts: readonly Claim[];
  readonly sources: readonly Citation[];
  readonly choices?: readonly string[];
  readonly related: readonly string[];
  readonly revision: string;
  readonly ms: number;
};

/**
 * The reply object.
 * @param ms how long the reply took, in milliseconds: the only part that may differ between two equal questions
 */
export const replyJson = (message: Message, question: string, ms: number, id?: string): ReplyJson => ({
  ...(id === undefined ? {} : { id }),
  question,
  language: message.language,
  on: message.on,
  kind: message.kind,
  lead: message.lead,
  text: plain(message),
  facts: "facts" in message ? message.facts : "nearest" in message ? message.nearest : [],
  sources: "sources" in message ? message.sources : [],
  ...(message.kind === "choose" ? { choices: message.choices } : {}),
  related: message.related,
  revision: message.revision,
  ms: Math.round(ms * 1_000) / 1_000,
});
