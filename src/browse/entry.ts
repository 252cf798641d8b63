/** A fact as a line of a list. */

import type { Base } from "../knowledge/base.ts";
import type { Day } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Citation } from "../model/message.ts";
import type { Fact, Source } from "../model/record.ts";
import type { Entry } from "./listing.ts";

/** A source as it is listed. */
export const citationOf = ({ id, publisher, title, url, published, kind }: Source): Citation => ({
  id,
  publisher,
  title,
  url,
  published,
  kind,
});

/**
 * The line for a fact.
 * @param text what the line says; the fact's own words where it is left out
 * @param most how many of its sources are listed, best first
 * @returns undefined where no source was out by `on`: what cannot be sourced is not said
 */
export const entryOf = (
  base: Base,
  fact: Fact,
  language: Language,
  on: Day,
  text: string = fact.text[language],
  most = 1,
): Entry | undefined => {
  const [best, ...more] = base.sourcesOf(fact, on).slice(0, most);
  if (!best || fact.known > on) return undefined;
  const speaker = fact.speaker && base.entity(fact.speaker)?.name[language];
  return {
    text,
    claim: {
      id: fact.id,
      text: fact.text[language],
      status: fact.status,
      ...(speaker ? { speaker } : {}),
      date: fact.date,
      known: fact.known,
      sources: [best, ...more].map(({ id }) => id),
    },
    sources: [citationOf(best), ...more.map(citationOf)],
  };
};
