/** Fit, never chop: a message is made to fit a platform by leaving out whole parts, in a fixed order; sources go last, addresses never. */

import type { Message } from "../model/message.ts";

/** Whether a message, as the platform would render it, is within its limits. */
export type Fits = (message: Message) => boolean;

/** A message that no sacrifice makes small enough: its lead and one source are already too much. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** The next smaller message, or undefined where nothing may be left out any more. */
const smaller = (message: Message): Message | undefined => {
  if (message.related.length > 0) return { ...message, related: message.related.slice(0, -1) };
  if (message.notes.length > 0) return { ...message, notes: message.notes.slice(0, -1) };
  switch (message.kind) {
    case "answered":
    case "premise":
    case "reminder": {
      if (message.paragraphs.length > 0) return { ...message, paragraphs: message.paragraphs.slice(0, -1) };
      const [first, ...more] = message.sources;
      return more.length > 0 ? { ...message, sources: [first, ...more.slice(0, -1)] } : undefined;
    }
    case "not-known":
      if (message.nearest.length === 0) return undefined;
      return { ...message, nearest: message.nearest.slice(0, -1), sources: message.nearest.length > 1 ? message.sources : [] };
    case "choose": {
      const [first, second, ...more] = message.choices;
      return more.length > 0 ? { ...message, choices: [first, second, ...more.slice(0, -1)] } : undefined;
    }
    case "outside":
      return undefined;
  }
};

/**
 * The largest part of a message that fits: first related questions go, then remarks, then paragraphs from the last, then sources from the last but the first.
 * @param fits the platform's own measure
 * @throws TooLarge where even the lead with one source does not fit
 */
export const fit = (message: Message, fits: Fits): Message => {
  let current: Message | undefined = message;
  while (current && !fits(current)) current = smaller(current);
  if (!current) throw new TooLarge("a lead with one source is over the platform's limits");
  return current;
};
