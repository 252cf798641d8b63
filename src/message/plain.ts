/** A message as plain text: the same words every platform shows, and what a notification or a screen reader gets. */

import type { Message } from "../model/message.ts";
import { phrases } from "./phrases.ts";

/** Lead, paragraphs and remarks, without the list of sources. */
export const plain = (message: Message): string => {
  const body = (() => {
    switch (message.kind) {
      case "answered":
      case "premise":
      case "reminder":
        return message.paragraphs;
      case "not-known":
        return message.nearest.length > 0 ? [phrases.nearest[message.language], ...message.nearest.map(({ text }) => text)] : [];
      case "choose":
        return message.choices.map((choice) => `- ${choice}`);
      case "outside":
        return [];
    }
  })();
  return [message.lead, ...body, ...message.notes].join("\n\n");
};
