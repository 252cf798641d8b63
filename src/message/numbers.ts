/** Which of the listed sources bear out a sentence of a message. */

import type { Message } from "../model/message.ts";

/**
 * The numbers, from 1, of the sources behind a paragraph or a lead that tells a claim in its own words; none for any other sentence.
 * A claim's label ("alleged") may follow its words.
 */
export const sourceNumbers = (message: Message, said: string): number[] => {
  if (!("sources" in message)) return [];
  const claims = "facts" in message ? message.facts : message.nearest;
  const claim = claims.find(({ text }) => said.startsWith(text));
  return (claim?.sources ?? []).map((id) => message.sources.findIndex((source) => source.id === id) + 1).filter((number) => number > 0);
};
