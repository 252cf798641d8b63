/** Which buttons a message gets. Pure. */

import { type Browse, type Day, feedbackVerdicts, feedbackWords, type Message } from "../../src/index.ts";
import { label } from "./escape.ts";
import { buttonId, factCode, type ListWanted, mostFacts } from "./ids.ts";
import { limits } from "./limits.ts";
import { type Button, button, style } from "./wire.ts";
import { words } from "./words.ts";

/** What decides on the buttons besides the message itself. */
export type Setting = {
  readonly browse: Browse;
  /** The day in force when the message is made: a reply of another day stays of that day. */
  readonly today: Day;
  /** Whether the asker alone sees it: then it can be shared. */
  readonly private: boolean;
};

const askButtons = (message: Message, kind: "ask" | "pick", questions: readonly string[], { browse, today }: Setting): Button[] => {
  const on = message.on === today ? undefined : message.on;
  const tooLong = questions.some((question) => question.length > limits.label);
  const taken = new Set<string>();
  return questions.slice(0, limits.buttonsInRow).flatMap((question, index) => {
    const topic = browse.topicTitled(question, message.on);
    const id = topic && buttonId({ kind, language: message.language, on, topic });
    if (!id || taken.has(id)) return [];
    taken.add(id);
    return [button(tooLong ? String(index + 1) : label(question), id, kind === "pick" ? style.primary : style.secondary)];
  });
};

const shareButton = (message: Message, setting: Setting): Button[] => {
  const id = buttonId({ kind: "share" });
  return setting.private && id && "sources" in message && message.sources.length > 0 ? [button(words.share[message.language], id)] : [];
};

/** What a reader can say of a reply; counted by fact, for the curators. */
const rateButtons = ({ language }: Message, on: Day | undefined, facts: readonly string[]): Button[] =>
  facts.length === 0
    ? []
    : feedbackVerdicts.flatMap((verdict) => {
        const id = buttonId({ kind: "rate", language, on, verdict, facts });
        return id ? [button(feedbackWords[verdict][language], id)] : [];
      });

/** Of a reply: one for each reading to choose from, related questions, the sources behind it, sharing. */
export const replyButtons = (message: Message, setting: Setting): readonly (readonly Button[])[] => {
  if (message.kind === "choose") return [askButtons(message, "pick", message.choices, setting)];
  const facts = "facts" in message ? message.facts.slice(0, mostFacts).map(({ id }) => factCode(id)) : [];
  const on = message.on === setting.today ? undefined : message.on;
  const behind =
    facts.length > 0 ? buttonId({ kind: "list", wanted: { list: "behind", language: message.language, on, page: 1, facts } }) : undefined;
  return [
    askButtons(message, "ask", message.related, setting),
    [...(behind ? [button(words.sources[message.language], behind)] : []), ...shareButton(message, setting)],
    rateButtons(message, on, facts),
  ];
};

/** Of a page of a list: back and forth, sharing. */
export const listButtons = (message: Message, wanted: ListWanted, of: number, setting: Setting): readonly (readonly Button[])[] => {
  const turn = (page: number, name: string): Button[] => {
    const id = page >= 1 && page <= of ? buttonId({ kind: "list", wanted: { ...wanted, page } }) : undefined;
    return id ? [button(name, id)] : [];
  };
  const { language } = message;
  return [
    [...turn(wanted.page - 1, words.back[language]), ...turn(wanted.page + 1, words.next[language]), ...shareButton(message, setting)],
  ];
};
