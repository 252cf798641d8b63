/** `timeline`: what happened, day by day. */

import type { Day, Ninety } from "../../src/index.ts";
import { readDay, readWords, UsageError } from "./options.ts";

/**
 * Prints the facts of a stretch of days, oldest first.
 * @throws UsageError for what the person at the keyboard can mend
 */
export const timeline = (ninety: Ninety, args: readonly string[], today: Day): number => {
  const { values } = readWords(args, { json: { type: "boolean" }, from: { type: "string" }, to: { type: "string" } });
  const from = readDay(values.from, "--from");
  const to = readDay(values.to, "--to");
  if (!from || !to) throw new UsageError("timeline wants --from DAY and --to DAY");
  if (from > to) throw new UsageError("--from is after --to");
  const facts = ninety.base.happened(from, to, today);
  if (values.json)
    console.log(
      JSON.stringify(
        facts.map(({ id, date, known, status, text }) => ({
          id,
          date,
          known,
          status,
          text,
          sources: ninety.sourcesOfFact(id, today).map((source) => source.id),
        })),
        null,
        2,
      ),
    );
  else for (const { date, text, sources } of facts) console.log(`${date}  ${text.en} [${sources.join(", ")}]`);
  return 0;
};
