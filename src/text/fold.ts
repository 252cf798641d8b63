/** One way to write a text: the same for what is indexed and for what is asked. */

/** What needs no unfolding: letters, digits and signs of plain English. */
const plain = /^[\x20-\x5f\x61-\x7e]*$/;

/**
 * Lower case, no accents, plain apostrophes, quotes, dashes and spaces, one way to write a number and the app's name.
 * Digits keep their exact sequence: `13 942`, `13,942` and `13942` are one number, `13943` another.
 */
export const fold = (text: string): string => {
  const lower = plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/œ/g, "oe")
        .replace(/æ/g, "ae")
        .replace(/[\u2018\u2019\u02bc`´]/g, "'")
        .replace(/[\u201c\u201d«»]/g, '"')
        .replace(/[\u2010-\u2015\u2212]/g, "-")
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "");
  const spaced = lower
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/\btik[ -]?to(?:k|c|ck|que?)\b/g, "tiktok")
    .replace(/\bu\.\s?s\.(?:\s?a\.?)?(?=\W|$)/g, "us");
  if (!/\d[, ]\d/.test(spaced)) return spaced.trim();
  return spaced
    .replace(/(?<![\d.,])(\d{1,3})((?:[, ]\d{3})+)(?![\d-]|[.,]\d)/g, (_, head: string, tail: string) => head + tail.replace(/\D/g, ""))
    .replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, ".")
    .trim();
};

/** The words and numbers of a folded text; French elided articles (`l'`, `qu'`) stand apart. */
export const words = (folded: string): string[] =>
  folded.replace(/\b(l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu|quelqu)'(?=\p{L})/gu, "$1' ").match(/\d+(?:\.\d+)+|\d+|\p{L}+'?/gu) ?? [];
