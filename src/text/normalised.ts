/** A question as curators need it: its words, without anything that points to a person or a place. */

import { fold, words } from "./fold.ts";

/** Longer ones are no questions that a second person asks in the same words. */
const longest = 200;

/** Mentions in angle brackets, addresses of pages and of people, names with an at sign, long numbers such as ids and telephone numbers. */
const pointers = /<[^>]*>|\bhttps?:\/\/\S+|\S+@\S+|@\S+|\+?\d[\d .()-]{7,}\d/g;

/** The folded words of a question; the empty text where nothing is left or too much. */
export const normalised = (question: string): string => {
  const left = words(fold(question.replace(pointers, " "))).join(" ");
  return left.length > longest ? "" : left;
};
