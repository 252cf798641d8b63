/** Check against the record: what a message says beside what the record says. For the asker alone unless they asked in the open; it is somebody else's message. */

import { type Language, type Message, pages } from "../../../src/index.ts";
import { replyButtons } from "../buttons.ts";
import { fits, render } from "../render.ts";
import type { Bench, Reply } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import { words } from "../words.ts";

/** An app that only the asker has installed may follow up five times. Source: interactions/receiving-and-responding. */
const mostMessages = 5;

/**
 * Checks a text, which is read and not kept.
 * @throws SayToUser where there is nothing to read
 */
export const check = ({ ninety, today }: Bench, text: string, locale: Language, isPrivate: boolean): Reply => {
  if (text.trim() === "") throw new SayToUser(words.noText);
  const browse = ninety.browse();
  const listing = browse.compared(ninety.checkText(text, today), today, locale);
  const setting = { browse, today, private: isPrivate };
  const buttons = (message: Message) => replyButtons(message, setting);
  const [first, ...more] = pages(listing, fits(ninety.base.verified, buttons)).map((page) => render(page, ninety.base.verified, buttons));
  if (!first) throw new SayToUser(words.noText);
  return { kind: "say", body: first, private: isPrivate, more: more.slice(0, mostMessages - 1) };
};
