/** Reads a message as Discord's client does: what is seen, what can be followed, what is brought to life. */

import type { Button, Payload } from "../../../adapters/discord/wire.ts";

/** The texts of a message, in order, as sent. */
export const textsOf = ({ components }: Payload): string[] =>
  components.flatMap((top) => (top.type === 17 ? top.components.flatMap((part) => (part.type === 10 ? [part.content] : [])) : []));

export const buttonsOf = ({ components }: Payload): Button[] => components.flatMap((top) => (top.type === 1 ? [...top.components] : []));

/** A backslash before a sign that is neither letter, digit nor space shows that sign. */
const escaped = /\\([^0-9A-Za-z\s])/gu;

/** Takes escaped signs out of play, so that what is left is what Discord reads. */
const hidden = (text: string): string => text.replace(escaped, "\u0001");

/** What a person reads: our own markup gone, escapes undone. */
export const shownIn = (payload: Payload): string =>
  textsOf(payload)
    .map((text) =>
      text
        .replace(escaped, (_, sign: string) => `\u0001${sign.codePointAt(0)}\u0002`)
        .replace(/^(-# |\*\*)|\*\*$/gm, "")
        .replace(/\*\*/g, "")
        .replace(/<(https?:[^>]*)>/g, "$1")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks set two lines above
        .replace(/\u0001(\d+)\u0002/g, (_, code: string) => String.fromCodePoint(Number(code))),
    )
    .join("\n");

/** Addresses that can be followed. */
export const addressesIn = (payload: Payload): string[] =>
  textsOf(payload).flatMap((text) => [...text.matchAll(/<(https?:\/\/[^\s>]+)>/g)].map(([, url = ""]) => url));

/** Mentions, links and styles that somebody else's text has brought to life. The bold, small print and listed addresses of our own are taken out first. */
export const liveIn = (payload: Payload): string[] =>
  textsOf(payload).flatMap((text) => {
    const theirs = hidden(text)
      .replace(/^-# /gm, "")
      .replace(/\*\*/g, "")
      .replace(/^<https?:\/\/[^\s>]+>$/gm, "");
    return [
      ...theirs.matchAll(
        /<(?:@[!&]?|#|\/|t:|id:|a?:)[^>]*>|@everyone|@here|\[[^\]]*\]\([^)]*\)|https?:\/\/\S+|[*_~|`]|^\s*(?:#{1,3}|>|-|\d+[.)])\s/gm,
      ),
      ...text.matchAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g),
    ].map(([found]) => found);
  });
