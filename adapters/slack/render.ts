/** A message as Block Kit. Pure: what is said, and with which sources, was decided before. */

import type { Button, KnownBlock } from "@slack/types";
import { type Citation, type Day, type Fits, fit as fitted, type Message, phrases, plain, sourceNumbers } from "../../src/index.ts";
import { divider, row, section, small, strong } from "./blocks.ts";
import { limits, type Payload, problems } from "./limits.ts";
import { escaped, showable } from "./markup.ts";
import { sourceBlocks } from "./sources.ts";

/** The buttons of a message, row by row. */
export type Buttons = (message: Message) => readonly (readonly Button[])[];

/** What decides on the look besides the message. */
export type Look = {
  /** The day to which the record is verified, told in the last line. */
  readonly verified: Day;
  readonly buttons?: Buttons;
  /** Said above the reply: the question, where others than the asker see it. */
  readonly above?: string;
};

const sourcesOf = (message: Message): readonly Citation[] => ("sources" in message ? message.sources : []);

/** The numbers of the sources behind a claim that is told in its own words. */
const numbers = (message: Message, said: string): string =>
  sourceNumbers(message, said)
    .map((number) => ` [${number}]`)
    .join("");

/** Questions too long for a button stand as a numbered list beside numbered buttons. */
const spelledOut = (questions: readonly string[]): string[] =>
  questions.some(({ length }) => length > limits.buttonText)
    ? [questions.map((question, index) => `${index + 1}. ${question}`).join("\n")]
    : [];

const body = (message: Message): string[] => {
  switch (message.kind) {
    case "not-known":
      return message.nearest.length > 0
        ? [phrases.nearest[message.language], ...message.nearest.map(({ text }) => text + numbers(message, text))]
        : [];
    case "choose":
      // always spelled out: in a place without buttons, and for a screen reader, the choices are the reply
      return [message.choices.map((choice, index) => `${index + 1}. ${choice}`).join("\n")];
    case "outside":
      return [];
    default:
      return message.paragraphs.map((text) => text + numbers(message, text));
  }
};

/** What is read aloud and shown in notifications: the message, and its sources where there is room for all of them. */
const spoken = (message: Message): string => {
  const said = escaped(showable(plain(message)));
  const sources = sourcesOf(message);
  const listed = sources.map(({ publisher, url }, index) => escaped(showable(`[${index + 1}] ${publisher}: ${url}`)));
  const whole = [said, ...(listed.length > 0 ? [`${phrases.sources[message.language]}\n${listed.join("\n")}`] : [])].join("\n\n");
  return whole.length <= limits.text ? whole : said;
};

/** Renders a message, whatever its size. */
export const render = (message: Message, { verified, buttons = () => [], above }: Look): Payload => {
  const { language, related } = message;
  const further = spelledOut(related);
  const sources = sourceBlocks(sourcesOf(message), language);
  const blocks: KnownBlock[] = [
    ...(above === undefined ? [] : [small(above)]),
    strong(message.lead + numbers(message, message.lead)),
    ...body(message).map(section),
    ...(message.notes.length > 0 ? [small(message.notes.join("\n"))] : []),
    ...(sources.length > 0 ? [divider, ...sources] : []),
    ...further.map((list) => small(`${phrases.related[language]}\n${list}`)),
    small(phrases.footer(message.on, verified, message.revision)[language]),
    ...buttons(message).flatMap(row),
  ];
  return { text: spoken(message), blocks, unfurl_links: false, unfurl_media: false };
};

/** At least how many characters a message takes: rendering a far too large one to measure it would be work for nothing. */
const atLeast = (message: Message): number =>
  ("paragraphs" in message ? message.paragraphs : []).reduce((sum, { length }) => sum + length, message.lead.length) +
  sourcesOf(message).reduce((sum, { url, title }) => sum + url.length + title.length, 0);

/** Whether a message, rendered, is within Slack's limits. */
export const fits =
  (look: Look): Fits =>
  (message) =>
    atLeast(message) <= limits.all && problems(render(message, look)).length === 0;

/**
 * Renders as much of a message as Slack takes.
 * @throws TooLarge where not even its lead with one source fits
 */
export const renderFitted = (message: Message, look: Look): Payload => render(fitted(message, fits(look)), look);

/** A line or a few of the bot's own: help, a refusal, an apology. */
export const renderLines = (...lines: readonly [string, ...string[]]): Payload => ({
  text: escaped(lines.join("\n\n")),
  blocks: lines.map(section),
  unfurl_links: false,
  unfurl_media: false,
});
