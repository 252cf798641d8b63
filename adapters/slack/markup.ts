/** Slack's own markup: undone where text comes in, made harmless where it goes out. */

/**
 * Text for a field that Slack reads for markup: nothing in it can be a mention, a link or a command.
 * The three characters are those Slack names: docs.slack.dev/messaging/formatting-message-text.
 */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The text behind Slack's escapes. */
export const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<https://example.org|label>` as a person sees them. */
const entity = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * What a person typed, without Slack's markup.
 * Mentions of people and of everybody go: they are addresses, not words. A link leaves its label, or its address where it has none.
 */
export const typed = (text: string): string =>
  unescaped(
    text.replace(entity, (_whole, sign: string, inner: string, label: string | undefined) => {
      if (sign === "@" || sign === "!") return " ";
      return sign === "#" ? `#${label ?? inner}` : (label ?? inner);
    }),
  )
    .replace(/[ \t]+/g, " ")
    .trim();

/** Zero-width and direction-changing characters hide or turn what is read; the joiners are kept, because emoji and scripts need them. */
const unseen = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]/gu;

/** Text as it can be shown: no half surrogate pairs, which no JSON parser agrees on, nothing unseen; line breaks stay. */
export const showable = (text: string): string =>
  text
    .toWellFormed()
    .split(/\r\n|[\r\n\u2028\u2029\u0085]/)
    .map((line) => line.replace(unseen, ""))
    .join("\n");
