/** `deadlines`: every deadline as it stood on a day. */

import { type Day, dateInWords, type Ninety, stateInWords } from "../../src/index.ts";
import { readDay, readWords } from "./options.ts";

/**
 * Prints the deadlines set by that day.
 * @param today the day taken where `--on` gives none
 * @throws UsageError for what the person at the keyboard can mend
 */
export const deadlines = (ninety: Ninety, args: readonly string[], today: Day): number => {
  const { values } = readWords(args, { json: { type: "boolean" }, on: { type: "string" } });
  const on = readDay(values.on, "--on") ?? today;
  const standings = ninety.deadlines(on);
  if (values.json) {
    console.log(
      JSON.stringify(
        standings.map(({ deadline, due, state, daysLeft, history }) => ({
          id: deadline.id,
          label: deadline.label.en,
          due,
          state,
          daysLeft,
          history: history.map(({ on: day, what, due: moved, fact }) => ({
            on: day,
            what,
            ...(moved ? { due: moved } : {}),
            sources: ninety.sourcesOfFact(fact, on).map(({ id }) => id),
          })),
        })),
        null,
        2,
      ),
    );
    return 0;
  }
  for (const { deadline, due, state, daysLeft, history } of standings) {
    console.log(
      `${deadline.label.en}: ${stateInWords(state, "en")}, ${state === "pending" ? `due ${dateInWords(due, "en")} (${daysLeft} days left)` : `last due ${dateInWords(due, "en")}`}`,
    );
    for (const step of history)
      console.log(`  ${step.on} ${step.what}${step.due ? ` to ${step.due}` : ""}: ${ninety.base.fact(step.fact)?.text.en ?? ""}`);
  }
  if (standings.length === 0) console.log(`No deadline had been set by ${dateInWords(on, "en")}.`);
  return 0;
};
