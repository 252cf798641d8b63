/** What is asked of the bot and what it gives back, without any SDK: handlers know these and nothing of Discord's objects. */

import type { Day, FeedbackVerdict, Language, Message, Ninety } from "../../src/index.ts";
import type { Payload } from "./wire.ts";

/** Something a handler is asked for. `locale` is the language of the asker's client. */
export type Request = { readonly locale: Language } & (
  | { readonly kind: "command"; readonly name: string; readonly options: Readonly<Record<string, string | boolean>> }
  | { readonly kind: "typing"; readonly name: string; readonly option: string; readonly typed: string; readonly on: string | undefined }
  | { readonly kind: "check"; readonly text: string }
  | { readonly kind: "mention"; readonly text: string; readonly about: About }
  | { readonly kind: "press"; readonly id: string; readonly private: boolean; readonly own: boolean; readonly shown: Payload["components"] }
);

/** The message that a mention replies to: none, one whose text Discord withholds, or its text and whether it is the bot's own. */
export type About =
  | { readonly kind: "nothing" }
  | { readonly kind: "withheld" }
  | { readonly kind: "text"; readonly text: string; readonly own: boolean };

export type Suggestion = { readonly name: string; readonly value: string };

/** What is given back. `more` follows the first message, seen by whoever sees the first. */
export type Reply =
  | { readonly kind: "say"; readonly body: Payload; readonly private: boolean; readonly more?: readonly Payload[] }
  | { readonly kind: "replace"; readonly body: Payload }
  | { readonly kind: "suggest"; readonly choices: readonly Suggestion[] };

/** What handlers work with. */
export type Bench = {
  readonly ninety: Ninety;
  /** The day as of which is answered unless the asker says another. */
  readonly today: Day;
  /** Told of each question asked in words and what was replied. */
  readonly heard?: (question: string, message: Message) => void;
  /** Told of what a reader thought of a reply that rests on these facts. */
  readonly rated?: (facts: readonly string[], verdict: FeedbackVerdict) => void;
};
