/** Lists from the record, page by page; what was paged once is kept, because a list is paged whole and then leafed through. */

import { type Day, type Language, type Listing, type Message, type Ninety, pages, phrases } from "../../src/index.ts";
import { type Buttons, fits } from "./render.ts";
import type { Request } from "./request.ts";

export type ListRequest = Extract<Request, { do: "deadlines" | "timeline" | "changes" | "source" }>;

/**
 * All pages of a list; undefined where the record has no such source.
 * @param widest the buttons of a page that has the most of them: every page leaves room for those
 */
export type Lists = (request: ListRequest, on: Day, language: Language, widest: Buttons) => readonly [Message, ...Message[]] | undefined;

/** Lists kept: a few pages of text each. */
const mostKept = 50;

/** @param today the day in force: a list as of an earlier one says so */
export const createLists = (ninety: Ninety, today: () => Day): Lists => {
  const browse = ninety.browse();
  const { verified } = ninety.base;
  // kept in order of last use: the first was not asked for the longest
  const kept = new Map<string, readonly [Message, ...Message[]]>();

  const listing = (request: ListRequest, on: Day, language: Language): Listing | undefined => {
    switch (request.do) {
      case "deadlines":
        return browse.deadlines(on, language);
      case "timeline":
        return browse.timeline(request.from, request.to, on, language);
      case "changes":
        return browse.changes(request.since, on, language);
      case "source":
        return browse.source(request.id, on, language);
    }
  };

  return (request, on, language, buttons) => {
    const past = on < today();
    const key = JSON.stringify([{ ...request, page: undefined, on, language }, past]);
    const known = kept.get(key);
    kept.delete(key);
    const found = known ? undefined : listing(request, on, language);
    const notes = past ? [phrases.asOf(on)[language]] : [];
    const all = known ?? (found && pages({ ...found, notes: [...found.notes, ...notes] }, fits({ verified, buttons })));
    if (!all) return undefined;
    kept.set(key, all);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return all;
  };
};
