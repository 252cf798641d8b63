/**
 * What a button carries: at most 100 characters, ids and days only, never a question's text, never anything about a person.
 * It comes back from outside, so it is read as strictly as all input.
 */

import { createHash } from "node:crypto";
import { type Day, type FeedbackVerdict, feedbackVerdicts, isDay, type Language, languages, type Ninety } from "../../src/index.ts";
import { limits } from "./limits.ts";

/** Something a list is asked for, and which page of it. */
export type ListWanted = { readonly language: Language; readonly on: Day | undefined; readonly page: number } & (
  | { readonly list: "deadlines" }
  | { readonly list: "changes"; readonly since: Day }
  | { readonly list: "timeline"; readonly from: Day; readonly to: Day }
  | { readonly list: "source"; readonly source: string }
  | { readonly list: "behind"; readonly facts: readonly string[] }
);

/** What pressing a button asks for: "pick" takes one of the readings offered, "ask" asks one question more. `on` is undefined where the reply was as of its own day: pressed later, it is of that later day. */
export type Pressed =
  | { readonly kind: "ask" | "pick"; readonly language: Language; readonly on: Day | undefined; readonly topic: string }
  | { readonly kind: "list"; readonly wanted: ListWanted }
  | {
      readonly kind: "rate";
      readonly language: Language;
      readonly on: Day | undefined;
      readonly verdict: FeedbackVerdict;
      readonly facts: readonly string[];
    }
  | { readonly kind: "share" };

/** A short, lasting name for a fact: eleven of them must fit on a button. */
export const factCode = (id: string): string => createHash("sha256").update(id).digest("base64url").slice(0, 6);

/** The facts behind such names; those that the record no longer has are left out. */
export const factsOf = ({ base }: Ninety, codes: readonly string[]): readonly string[] => {
  const ids = new Map(base.topics.flatMap(({ kind, id }) => (kind === "fact" ? [[factCode(id), id]] : [])));
  return codes.flatMap((code) => ids.get(code) ?? []);
};

/** How many facts one button can name. */
export const mostFacts = 11;

const day = (on: Day | undefined): string => on ?? "";

const partsOf = (pressed: Pressed): string[] => {
  if (pressed.kind === "share") return ["share"];
  if (pressed.kind === "rate") return ["rate", pressed.language, day(pressed.on), pressed.verdict, ...pressed.facts];
  if (pressed.kind !== "list") return [pressed.kind, pressed.language, day(pressed.on), pressed.topic];
  const { wanted } = pressed;
  const head = [wanted.list, wanted.language, day(wanted.on), String(wanted.page)];
  switch (wanted.list) {
    case "deadlines":
      return head;
    case "changes":
      return [...head, wanted.since];
    case "timeline":
      return [...head, wanted.from, wanted.to];
    case "source":
      return [...head, wanted.source];
    case "behind":
      return [...head, ...wanted.facts];
  }
};

/**
 * A button's id.
 * @returns undefined where it would be too long to be one
 */
export const buttonId = (pressed: Pressed): string | undefined => {
  const id = partsOf(pressed).join("|");
  return id.length <= limits.customId ? id : undefined;
};

const known = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const areCodes = (facts: readonly string[]): boolean =>
  facts.length > 0 && facts.length <= mostFacts && facts.every((code) => /^[\w-]{6}$/.test(code));

/**
 * Reads a button's id back.
 * @returns undefined for anything this version would not have written
 */
export const readButtonId = (id: string): Pressed | undefined => {
  const [kind = "", language = "", on = "", ...rest] = id.split("|");
  if (id === "share") return { kind: "share" };
  const spoken = languages.find((each) => each === language);
  if (!spoken || (on !== "" && !isDay(on))) return undefined;
  const said = { language: spoken, on: on === "" ? undefined : on };
  const [first = "", second = "", third = ""] = rest;
  if (kind === "ask" || kind === "pick") return rest.length === 1 && known.test(first) ? { kind, ...said, topic: first } : undefined;
  if (kind === "rate") {
    const verdict = feedbackVerdicts.find((each) => each === first);
    return verdict && areCodes(rest.slice(1)) ? { kind, ...said, verdict, facts: rest.slice(1) } : undefined;
  }
  if (!/^\d{1,3}$/.test(first)) return undefined;
  const head = { ...said, page: Number(first) };
  switch (kind) {
    case "deadlines":
      return rest.length === 1 ? { kind: "list", wanted: { ...head, list: "deadlines" } } : undefined;
    case "changes":
      return rest.length === 2 && isDay(second) ? { kind: "list", wanted: { ...head, list: "changes", since: second } } : undefined;
    case "timeline":
      return rest.length === 3 && isDay(second) && isDay(third)
        ? { kind: "list", wanted: { ...head, list: "timeline", from: second, to: third } }
        : undefined;
    case "source":
      return rest.length === 2 && known.test(second) ? { kind: "list", wanted: { ...head, list: "source", source: second } } : undefined;
    case "behind": {
      const facts = rest.slice(1);
      return areCodes(facts) ? { kind: "list", wanted: { ...head, list: "behind", facts } } : undefined;
    }
    default:
      return undefined;
  }
};
