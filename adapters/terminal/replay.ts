/** `replay`: what a channel that subscribed on the first day would have been sent on each day. */

import { dateInWords, type Language, type Ninety, plain, reminderPhrases } from "../../src/index.ts";
import { readDay, readLanguage, readWords, UsageError } from "./options.ts";

/** Some ten years: more is a mistake in the dates. */
const mostDays = 4_000;

/**
 * Prints a stretch of days lived again; with `--json` one object a line, quiet days with no messages.
 * @throws UsageError for what the person at the keyboard can mend
 */
export const replay = (ninety: Ninety, args: readonly string[]): number => {
  const { values, rest } = readWords(args, {
    json: { type: "boolean" },
    from: { type: "string" },
    to: { type: "string" },
    lang: { type: "string" },
  });
  if (rest.length > 0) throw new UsageError(`replay takes options only (not "${String(rest[0]).slice(0, 40)}")`);
  const from = readDay(values.from, "--from");
  const to = readDay(values.to, "--to");
  const language: Language = readLanguage(values.lang) ?? "en";
  if (!from || !to) throw new UsageError("replay wants --from DAY and --to DAY");
  if (from > to) throw new UsageError("--from is after --to");
  const days = ninety.replay({ from, to, language, style: "daily", strands: [], replay: true }, mostDays);
  if (!days) throw new UsageError(`replay takes at most ${mostDays} days at once`);
  for (const { day, reminder } of days) {
    if (values.json) {
      console.log(JSON.stringify({ day, messages: reminder?.parts ?? [] }));
    } else if (reminder) {
      const listed = reminder.message.sources.map(({ publisher, url }, index) => `[${index + 1}] ${publisher} ${url}`);
      console.log(`${dateInWords(day, language)}\n\n${[plain(reminder.message), ...listed].join("\n")}\n`);
    } else console.log(`${dateInWords(day, language)}: ${reminderPhrases.silent[language]}\n`);
  }
  return 0;
};
