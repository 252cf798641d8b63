import { fold } from "../../text/fold.ts";
import { type Rule, sentences } from "./rule.ts";

const english: Record<string, string> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  thirteen: "13",
  fourteen: "14",
};
const french: Record<string, string> = {
  deux: "2",
  trois: "3",
  quatre: "4",
  cinq: "5",
  six: "6",
  sept: "7",
  huit: "8",
  neuf: "9",
  dix: "10",
  onze: "11",
  douze: "12",
  treize: "13",
  quatorze: "14",
};

/** The numbers of a sentence as a set, hours on the 24-hour clock; small numbers in words count only where the other side has digits. */
const numbers = (text: string, words: Record<string, string>): { digits: Set<string>; spelt: Set<string> } => {
  const clock = fold(text)
    .replace(
      /(\d{1,2})(?::(\d\d))? ?([ap])\.? ?m\b\.?/g,
      (_, hour: string, minute = "", half: string) => ` ${(Number(hour) % 12) + (half === "p" ? 12 : 0)} ${minute} `,
    )
    .replace(/(\d{1,2}) ?h ?(\d\d)/g, " $1 $2 ")
    .replace(/\bmidnight\b|\bminuit\b/g, " ");
  const digits = new Set((clock.match(/\d+(?:\.\d+)?/g) ?? []).map((number) => String(Number(number))));
  const spelt = new Set(
    Object.keys(words)
      .filter((word) => new RegExp(`\\b${word}\\b`).test(clock))
      .map((word) => words[word] ?? ""),
  );
  return { digits, spelt };
};

const lacking = (here: ReturnType<typeof numbers>, there: ReturnType<typeof numbers>): string[] =>
  [...here.digits].filter((number) => !there.digits.has(number) && !there.spelt.has(number));

/** English and French give the same numbers and dates. */
export const sameNumbers: Rule = (reading) =>
  sentences(reading).flatMap(({ file, field, text }) => {
    const en = numbers(text.en, english);
    const fr = numbers(text.fr, french);
    const only = [
      ...lacking(en, fr).map((number) => `${number} only in English`),
      ...lacking(fr, en).map((number) => `${number} only in French`),
    ];
    return only.length > 0 ? [{ file, field, what: `the languages give different numbers (${only.join(", ")}): make them the same` }] : [];
  });
