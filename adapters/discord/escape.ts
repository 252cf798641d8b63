/** Text that is only text: nothing in it becomes a mention, a link, a heading or a style. Applied once, where a message is rendered. */

/** Zero-width and direction-changing characters hide or turn what is read; the joiners are kept, because emoji and scripts need them. */
const unseen = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]/gu;

/** What Discord's markdown reads anywhere in a line. `<` begins mentions, timestamps and links; `@` the two words that call everyone. */
const anywhere = /[\\*_~`|<>[\]@]/g;

/** What it reads only at the beginning of a line: headings, small print, quotes, lists. */
const atStart = /^(\s*)(#{1,3}|-#|-|\+|>)(?=\s|$|>)/gm;
const numbered = /^(\s*\d+)([.)])(?=\s)/gm;

/** A bare address is made a link unless what follows its scheme is broken up. */
const scheme = /\b([a-z][a-z0-9+.-]*):(?=\/\/)/gi;

/** Line breaks are kept, every other control character goes. */
const wellFormed = (text: string): string =>
  text
    .toWellFormed()
    .split(/\r\n|[\r\n\u2028\u2029\u0085]/)
    .map((line) => line.replace(unseen, ""))
    .join("\n");

/**
 * Escapes for Discord's markdown: a backslash before punctuation shows it as it is.
 * Source: support.discord.com "Markdown Text 101"; the escape rule takes any sign that is neither a letter, a digit nor a space.
 */
export const literal = (text: string): string =>
  wellFormed(text).replace(anywhere, "\\$&").replace(atStart, "$1\\$2").replace(numbered, "$1\\$2").replace(scheme, "$1\\:");

/** For buttons and suggestions, which show text as it is: well-formed, on one line, nothing unseen. */
export const label = (text: string): string => wellFormed(text).replace(/\s+/g, " ").trim();
