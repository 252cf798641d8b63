/** The slash commands: options read, then answered. */

import { type Day, isDay } from "../../../src/index.ts";
import { literal } from "../escape.ts";
import type { ListWanted } from "../ids.ts";
import type { Bench, Reply, Request } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import { payload, text } from "../wire.ts";
import { words } from "../words.ts";
import { answer } from "./ask.ts";
import { listPage } from "./list.ts";

type Command = Extract<Request, { kind: "command" }>;

/** @throws SayToUser where it is not a day that exists */
const dayOf = (value: string | boolean | undefined): Day | undefined => {
  if (value === undefined) return undefined;
  const said = String(value).trim();
  if (!isDay(said)) throw new SayToUser(words.noDay(said));
  return said;
};

/** A day up to today: the record cannot speak of later ones. */
const pastDay = (value: string | boolean | undefined, today: Day): Day | undefined => {
  const day = dayOf(value);
  if (day !== undefined && day > today) throw new SayToUser(words.notYet(day));
  return day;
};

const stretch = (options: Command["options"], today: Day): { readonly from: Day; readonly to: Day } => {
  const from = pastDay(options.from, today) ?? today;
  const to = dayOf(options.to) ?? from;
  if (from > to) throw new SayToUser(words.backwards);
  return { from, to };
};

const help = (locale: Command["locale"]): Reply => ({
  kind: "say",
  body: payload(words.help[locale].map((part) => text(literal(part)))),
  private: true,
});

/**
 * Answers a slash command. Lists are long, so the asker alone sees them until they share them.
 * @throws SayToUser for options that make no sense
 */
export const command = (bench: Bench, { name, options, locale }: Command): Reply => {
  const { today } = bench;
  const list = (wanted: ListWanted): Reply => ({ kind: "say", body: listPage(bench, wanted, true), private: true });
  const head = { language: locale, on: undefined, page: 1 };
  switch (name) {
    case "ask": {
      const on = pastDay(options.on, today);
      const isPrivate = options.private === true;
      const body = answer(bench, { question: String(options.question ?? ""), locale, on, private: isPrivate });
      return { kind: "say", body, private: isPrivate };
    }
    case "deadlines":
      return list({ ...head, list: "deadlines", on: pastDay(options.on, today) });
    case "timeline":
      return list({ ...head, list: "timeline", ...stretch(options, today) });
    case "changes":
      return list({ ...head, list: "changes", since: pastDay(options.since, today) ?? today });
    case "source":
      return list({ ...head, list: "source", source: String(options.id ?? "") });
    case "help":
      return help(locale);
    default:
      throw new SayToUser(words.noCommand);
  }
};
