/** A message as a terminal shows it: wrapped, sources numbered, addresses as links where the terminal can. */

import terminalLink from "terminal-link";
import wrapAnsi from "wrap-ansi";
import { type Day, dateInWords, type Message, phrases, plain, sourceKindWords, sourceNumbers } from "../../src/index.ts";

/** How wide lines are, and whether links and weights may be used. */
export type Look = { readonly columns: number; readonly rich: boolean };

/** Wide enough to read, narrow enough to follow. */
const widest = 96;

/** Narrower than this a terminal is not believed: some say 0 where they do not know. */
const narrowest = 40;

/** The terminal's own look: plain where the output is not a terminal. */
export const lookOf = (stream: NodeJS.WriteStream): Look => {
  const said = stream.columns ?? widest;
  return { columns: said < narrowest ? widest : Math.min(said, widest), rich: stream.isTTY === true };
};

const bold = (text: string, { rich }: Look): string => (rich ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text: string, { rich }: Look): string => (rich ? `\u001b[2m${text}\u001b[22m` : text);

/** The whole reply with its sources; whole addresses always, whatever the width. */
export const render = (message: Message, verified: Day, look: Look): string => {
  const { language } = message;
  const wrap = (text: string): string => wrapAnsi(text, look.columns, { hard: false });
  const sources = "sources" in message ? message.sources : [];
  const listed = sources.map(({ publisher, title, url, published, kind }, index) => {
    const head = [publisher, sourceKindWords[kind][language], published ? dateInWords(published, language) : undefined]
      .filter(Boolean)
      .join(" · ");
    const name = look.rich ? terminalLink(title, url, { fallback: (text) => text }) : title;
    return `${wrap(`[${index + 1}] ${head}`)}\n    ${name}\n    ${url}`;
  });
  const numbered = (said: string): string =>
    `${said}${sourceNumbers(message, said)
      .map((number) => ` [${number}]`)
      .join("")}`;
  const [lead = "", ...rest] = plain(message).split("\n\n").map(numbered);
  return [
    bold(wrap(lead), look),
    ...(message.kind === "choose"
      ? [message.choices.map((choice, index) => wrap(`${index + 1}. ${choice}`)).join("\n"), ...message.notes]
      : rest.map(wrap)),
    ...(listed.length > 0 ? [`${bold(phrases.sources[language], look)}\n${listed.join("\n")}`] : []),
    ...(message.related.length > 0
      ? [`${dim(phrases.related[language], look)}\n${message.related.map((question) => wrap(`- ${question}`)).join("\n")}`]
      : []),
    dim(wrap(phrases.footer(message.on, verified, message.revision)[language]), look),
  ].join("\n\n");
};
