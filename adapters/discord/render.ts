/** A message as Components V2. Pure: what is said, and with which sources, was decided before. */

import {
  type Citation,
  type Day,
  dateInWords,
  type Fits,
  fit as fitted,
  type Message,
  phrases,
  sourceKindWords,
  sourceNumbers,
} from "../../src/index.ts";
import { literal } from "./escape.ts";
import { limits, problems } from "./limits.ts";
import { type Button, type Payload, payload, type Separator, separator, type Text, text } from "./wire.ts";

/** The buttons of a message, row by row. */
export type Buttons = (message: Message) => readonly (readonly Button[])[];

const sourcesOf = (message: Message): readonly Citation[] => ("sources" in message ? message.sources : []);

/** The numbers of the sources behind a claim that is told in its own words; brackets would be read as a link. */
const numbers = (message: Message, said: string): string =>
  sourceNumbers(message, said)
    .map((number) => ` \\[${number}\\]`)
    .join("");

const paragraph = (message: Message, said: string): string => `${literal(said)}${numbers(message, said)}`;

const body = (message: Message): string[] => {
  switch (message.kind) {
    case "not-known":
      return message.nearest.length > 0
        ? [phrases.nearest[message.language], ...message.nearest.map((claim) => paragraph(message, claim.text))]
        : [];
    case "choose":
      return [message.choices.map((choice, index) => `${index + 1}\\. ${literal(choice)}`).join("\n")];
    case "outside":
      return [];
    default:
      return message.paragraphs.map((each) => paragraph(message, each));
  }
};

/** Number, publisher, kind and date; the title; the whole address, in angle brackets so that it makes no preview and nothing in it is read as markup. */
const cited = ({ publisher, title, url, published, kind }: Citation, index: number, { language }: Message): string => {
  const head = [publisher, sourceKindWords[kind][language], published ? dateInWords(published, language) : undefined]
    .filter(Boolean)
    .join(" · ");
  return `\\[${index + 1}\\] ${literal(head)}\n${literal(title)}\n<${url}>`;
};

/** Questions to ask next stand as text only where one is too long for its button. */
const spelledOut = ({ related, language }: Message): Text[] =>
  related.some((question) => question.length > limits.label)
    ? [text([phrases.related[language], ...related.map((question, index) => `${index + 1}\\. ${literal(question)}`)].join("\n"))]
    : [];

/**
 * Renders a message, whatever its size.
 * @param verified the day to which the record is verified, told in the last line
 */
export const render = (message: Message, verified: Day, buttons: Buttons): Payload => {
  const sources = sourcesOf(message);
  const lead = `**${literal(message.lead)}**${numbers(message, message.lead)}`;
  const words = [lead, ...body(message)].join("\n\n");
  const notes = message.notes.map((note) => `-# ${literal(note).replaceAll("\n", " ")}`);
  const parts: (Text | Separator)[] = [
    text(words),
    ...(notes.length > 0 ? [text(notes.join("\n"))] : []),
    ...(sources.length > 0
      ? [
          separator,
          text([`**${phrases.sources[message.language]}**`, ...sources.map((source, index) => cited(source, index, message))].join("\n")),
        ]
      : []),
    ...spelledOut(message),
    separator,
    text(`-# ${literal(phrases.footer(message.on, verified, message.revision)[message.language])}`),
  ];
  return payload(parts, buttons(message));
};

/** At least how many characters a message takes: rendering a far too large one to measure it would be work for nothing. */
const atLeast = (message: Message): number =>
  ("paragraphs" in message ? message.paragraphs : []).reduce((sum, each) => sum + each.length, message.lead.length) +
  sourcesOf(message).reduce((sum, { url, title }) => sum + url.length + title.length, 0);

/** Whether a message, rendered, is within Discord's limits. */
export const fits =
  (verified: Day, buttons: Buttons): Fits =>
  (message) =>
    atLeast(message) <= limits.text && problems(render(message, verified, buttons)).length === 0;

/**
 * Renders as much of a message as Discord takes.
 * @throws TooLarge where not even its lead with one source fits
 */
export const renderFitted = (message: Message, verified: Day, buttons: Buttons): Payload =>
  render(fitted(message, fits(verified, buttons)), verified, buttons);

/** A line of the bot's own: help, a refusal, an apology. */
export const renderLine = (line: string): Payload => payload([text(literal(line))]);
