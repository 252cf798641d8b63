/** The only door to the core. */

import { type Ask, createAsk } from "./ask/ask.ts";
import { type Browse, createBrowse } from "./browse/browse.ts";
import { type CheckText, createCheckText } from "./check/check-text.ts";
import { type Base, createBase } from "./knowledge/base.ts";
import { checkKnowledge } from "./knowledge/check.ts";
import { readKnowledge } from "./knowledge/read.ts";
import type { Day } from "./model/day.ts";
import { type Standing, standing } from "./model/deadline.ts";
import { languages } from "./model/language.ts";
import type { Id, Source } from "./model/record.ts";
import { deadlineStrands } from "./remind/due.ts";
import { createRemind, type Remind, type ReplayedDay, type ReplayWish, replayDays } from "./remind/remind.ts";

/** The core, ready to answer. */
export type Ninety = {
  readonly base: Base;
  readonly ask: Ask;
  /** Reads both languages at once, for a process that will be asked in either: else the first question in each waits for it. */
  readonly warm: () => void;
  /** Every deadline set by a day, as it stood then, the next due first. */
  readonly deadlines: (on: Day) => readonly Standing[];
  /** A text against the record, as of a day; the language is guessed where it is not given. */
  readonly checkText: CheckText;
  /** What is looked up rather than asked: lists, suggestions while typing, titles. */
  readonly browse: () => Browse;
  /** What a channel is to be told about the deadlines on a day. */
  readonly remind: Remind;
  /** A stretch of days lived again; undefined where it is longer than `most` days. */
  readonly replay: (wish: ReplayWish, most: number) => readonly ReplayedDay[] | undefined;
  /** The strands that hold a deadline. */
  readonly deadlineStrands: () => readonly string[];
  /** The sources of a fact that were out by a day. */
  readonly sourcesOfFact: (id: Id, on: Day) => readonly Source[];
};

/** A record that cannot be used, and every reason why. */
class BrokenRecord extends Error {
  override readonly name = "BrokenRecord";
  readonly problems: readonly string[];
  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems[0] ?? "the record cannot be used", options);
    this.problems = problems;
  }
}

/**
 * Reads the record and readies the engine.
 * @param root the folder of the record
 * @param pretended the day that is pretended to be today, where one is: every reply says so
 * @throws BrokenRecord where the folder is missing or a file in it does not have the form it should
 */
export const openNinety = (root: string, pretended?: Day): Ninety => {
  const { knowledge, problems } = (() => {
    try {
      return readKnowledge(root);
    } catch (cause) {
      throw new BrokenRecord([`${root} cannot be read as a record: ${(cause as Error).message}`], { cause });
    }
  })();
  if (problems.length > 0) throw new BrokenRecord(problems.map(({ file, field, what }) => `${file}: ${field}: ${what}`));
  const base = createBase(knowledge);
  const remind = createRemind(base);
  // made when first asked for: most processes never are
  let ready: CheckText | undefined;
  const checkText: CheckText = (text, on, language) => {
    ready ??= createCheckText(base, knowledge.facts);
    return ready(text, on, language);
  };
  let browse: Browse | undefined;
  const ask = createAsk(base, pretended);
  return {
    base,
    ask,
    warm: () => {
      for (const language of languages) ask({ question: "TikTok", on: base.verified, language });
    },
    browse: () => {
      browse ??= createBrowse(base);
      return browse;
    },
    deadlines: (on) => base.deadlines.flatMap((deadline) => standing(deadline, on) ?? []).sort((a, b) => (a.due < b.due ? -1 : 1)),
    checkText,
    remind,
    replay: (wish, most) => replayDays(remind, wish, most),
    deadlineStrands: () => deadlineStrands(base),
    sourcesOfFact: (id, on) => {
      const fact = base.fact(id);
      return fact ? base.sourcesOf(fact, on) : [];
    },
  };
};

export type { Answered, Ask } from "./ask/ask.ts";
export { reasons } from "./ask/judge.ts";
export type { Browse } from "./browse/browse.ts";
export { type Listing, pages } from "./browse/listing.ts";
export type { Base } from "./knowledge/base.ts";
export { canonicalForm } from "./knowledge/rules/canonical.ts";
export { jsonSchemas } from "./knowledge/schema.ts";
export { type FeedbackVerdict, feedbackVerdicts, feedbackWords } from "./message/feedback-words.ts";
export { type Fits, fit, TooLarge } from "./message/fit.ts";
export { replyJson } from "./message/json.ts";
export { sourceNumbers } from "./message/numbers.ts";
export { dateInWords, phrases, sourceKindWords, stateInWords } from "./message/phrases.ts";
export { plain } from "./message/plain.ts";
export { remindWords } from "./message/remind-words.ts";
export { reminderPhrases } from "./message/reminder-phrases.ts";
export { type Day, isDay } from "./model/day.ts";
export type { Finding } from "./model/finding.ts";
export { type Language, languages } from "./model/language.ts";
export type { Citation, Message } from "./model/message.ts";
export type { Inquiry } from "./model/reading.ts";
export { type ReminderStyle, reminderStyles, type Told } from "./model/reminder.ts";
export { dayLived, type Subscription } from "./model/subscription.ts";
export type {
  Channel,
  Claimed,
  Delivery,
  LedgerEntry,
  LedgerOutcome,
  LedgerState,
  LedgerStep,
  Logger,
  Posted,
  Poster,
  Reminders,
  RemindWish,
  Store,
} from "./ports.ts";
export { isHour, isZone, localDay, occurrenceAfter, occurrenceFrom } from "./remind/when.ts";
export { guessLanguage } from "./text/language.ts";
export { normalised } from "./text/normalised.ts";
export { zonesLike } from "./text/zones.ts";
export { checkKnowledge };
