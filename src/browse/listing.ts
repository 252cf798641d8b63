/** A list from the record and how it is leafed through: each page is a message like any other. */

import { type Fits, fit as fitted } from "../message/fit.ts";
import { phrases } from "../message/phrases.ts";
import type { Day } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Citation, Claim, Message } from "../model/message.ts";

/** One line of a list, with what bears it out. */
export type Entry = { readonly text: string; readonly claim: Claim; readonly sources: readonly [Citation, ...Citation[]] };

export type Listing = {
  readonly language: Language;
  readonly on: Day;
  readonly revision: string;
  /** What the list is of. */
  readonly lead: string;
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
};

/** More lines than this are no longer read. */
const mostOnPage = 8;

const said = ({ language, on, revision, lead, notes }: Listing) => ({ language, on, revision, lead, notes, related: [] });

/** The entries as one message; sources are numbered in the order in which they are first needed, and each line ends in its numbers. */
const messageOf = (listing: Listing, [first, ...rest]: readonly [Entry, ...Entry[]], lead: string): Message => {
  const [head, ...tail] = first.sources;
  const sources: [Citation, ...Citation[]] = [head];
  for (const source of [...tail, ...rest.flatMap((entry) => entry.sources)])
    if (!sources.some(({ id }) => id === source.id)) sources.push(source);
  const numbered = ({ text, sources: own }: Entry): string =>
    `${text} ${own.map(({ id }) => `[${sources.findIndex((source) => source.id === id) + 1}]`).join("")}`;
  return {
    ...said(listing),
    kind: "answered",
    lead,
    paragraphs: [first, ...rest].map(numbered),
    facts: [first.claim, ...rest.map(({ claim }) => claim)],
    sources,
  };
};

/**
 * A list as messages that fit, whole lines only; at least one, which says so where the list is empty.
 * @param fits the platform's own measure
 */
export const pages = (listing: Listing, fits: Fits): readonly [Message, ...Message[]] => {
  const groups: [Entry, ...Entry[]][] = [];
  // measured with the longest page number there can be, so that numbering never makes a page too large
  const numbered = (at: number, of: number): string => `${listing.lead} ${phrases.page(at, of)[listing.language]}`;
  for (const entry of listing.entries) {
    const open = groups.at(-1);
    if (open && open.length < mostOnPage && fits(messageOf(listing, [...open, entry], numbered(999, 999)))) open.push(entry);
    else groups.push([entry]);
  }
  const [first, ...rest] = groups.map((group, index) =>
    fitted(messageOf(listing, group, groups.length > 1 ? numbered(index + 1, groups.length) : listing.lead), fits),
  );
  return first ? [first, ...rest] : [{ ...said(listing), kind: "not-known", nearest: [], sources: [] }];
};
