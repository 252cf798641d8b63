/** `/ninety …` read: what was typed becomes a request, or one line that says how to put it. */

import { type Day, isDay, type Language } from "../../src/index.ts";
import type { Request } from "./request.ts";
import { longestQuestion, words } from "./words.ts";

export type Command =
  | { readonly kind: "request"; readonly request: Request; readonly share: boolean }
  | { readonly kind: "help"; readonly language: Language | undefined }
  /** The person can mend it: what is wrong and the way out. */
  | { readonly kind: "mend"; readonly line: Readonly<Record<Language, string>> }
  /** A word that another part of the bot answers to, with what follows it. */
  | { readonly kind: "other"; readonly name: OtherCommand; readonly rest: string };

/** Words kept for the reminders. */
export type OtherCommand = "remind" | "forget";

type Name = "ask" | "share" | "help" | "check" | "deadlines" | "timeline" | "changes" | "source" | OtherCommand;

/** First words that are commands, and the language they are in where that tells. */
const names = new Map<string, readonly [name: Name, language?: Language]>([
  ["ask", ["ask"]],
  ["demander", ["ask", "fr"]],
  ["share", ["share"]],
  ["partager", ["share", "fr"]],
  ["help", ["help"]],
  ["aide", ["help", "fr"]],
  ["check", ["check"]],
  ["vérifier", ["check", "fr"]],
  ["verifier", ["check", "fr"]],
  ["deadlines", ["deadlines"]],
  ["échéances", ["deadlines", "fr"]],
  ["echeances", ["deadlines", "fr"]],
  ["timeline", ["timeline"]],
  ["chronologie", ["timeline", "fr"]],
  ["changes", ["changes"]],
  ["changements", ["changes", "fr"]],
  ["source", ["source"]],
  ["remind", ["remind"]],
  ["rappel", ["remind", "fr"]],
  ["forget", ["forget"]],
  ["oublier", ["forget", "fr"]],
]);

/** `on 2020-08-24` as an option: not where a question mark follows, which makes it part of the question. */
const asOf = /(?:^|\s)(?:on|au) (\d{4}-\d{2}-\d{2})(?=\s|$)/i;
/** In a list of days "au" stands between two of them. */
const asOfInList = /(?:^|\s)on (\d{4}-\d{2}-\d{2})(?=\s|$)/i;

/** The beginning of the dispute, for a timeline without days. */
const beginning: Day = "2019-01-01";
const days = /\d{4}-\d{2}-\d{2}/g;

const mend = (line: Readonly<Record<Language, string>>): Command => ({ kind: "mend", line });

/** A day that exists and has come; else the line that says so. */
const refused = (day: string, today: Day): Command | undefined => {
  if (!isDay(day)) return mend(words.noDay(day));
  return day > today ? mend(words.future(day)) : undefined;
};

/** Whether only days and the small words between them follow: "timeline of the deal" is a question. */
const onlyDays = (rest: string): boolean =>
  rest.replace(days, "").replace(/\b(?:from|to|since|du|de|à|au|depuis|until)\b|[\s–-]/gi, "") === "";

/**
 * What was typed after the command, or to the bot directly.
 * @param text without the platform's markup
 * @param today the day it is asked on: later ones are refused
 */
export const readCommand = (text: string, today: Day): Command => {
  const [first = "", ...others] = text.trim().split(/\s+/);
  const [name, language] = names.get(first.toLowerCase().normalize("NFC")) ?? [];
  const after = others.join(" ");
  if (name === "remind" || name === "forget") return { kind: "other", name, rest: after };
  const list = name === "timeline" && onlyDays(after.replace(asOfInList, " "));
  const as = list ? asOfInList : asOf;
  const option = as.exec(text)?.[1];
  if (option !== undefined) {
    const no = refused(option, today);
    if (no) return no;
  }
  const without = (whole: string): string => (option === undefined ? whole : whole.replace(as, " ")).replace(/\s+/g, " ").trim();
  const rest = without(` ${after}`);
  const said = { ...(option === undefined ? {} : { on: option }), ...(language ? { language } : {}) };
  const request = (made: Request, share = false): Command => ({ kind: "request", request: { ...made, ...said }, share });
  const ask = (question: string, share = false): Command => {
    if (question === "") return { kind: "help", language };
    return question.length > longestQuestion ? mend(words.tooLong) : request({ do: "ask", question }, share);
  };

  switch (name) {
    case "ask":
      return ask(rest);
    case "share": {
      const inner = readCommand(`${rest}${option === undefined ? "" : ` on ${option}`}`, today);
      return inner.kind === "request" ? { ...inner, share: true } : inner;
    }
    case "help":
      return rest === "" ? { kind: "help", language } : ask(without(text));
    case "check":
      return rest === "" ? mend(words.noText) : request({ do: "check", text: rest });
    case "deadlines":
      return rest === "" ? request({ do: "deadlines" }) : ask(without(text));
    case "timeline": {
      if (!list) return ask(without(text));
      const [from = beginning, to = today] = rest.match(days) ?? [];
      const no = refused(from, today) ?? (isDay(to) ? undefined : mend(words.noDay(to)));
      if (no) return no;
      return from > to ? mend(words.backwards) : request({ do: "timeline", from, to: to > today ? today : to });
    }
    case "changes": {
      if (!onlyDays(rest)) return ask(without(text));
      const [since = beginning] = rest.match(days) ?? [];
      return refused(since, today) ?? request({ do: "changes", since });
    }
    case "source":
      if (rest === "") return mend(words.noId);
      return rest.includes(" ") ? ask(without(text)) : request({ do: "source", id: rest });
    default:
      return ask(without(text));
  }
};
