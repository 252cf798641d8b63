/** `check-text`: a text against the record. */

import { type Day, type Finding, guessLanguage, type Ninety, phrases } from "../../src/index.ts";
import { readDay, readWords, UsageError } from "./options.ts";

const asJson = ({ quote, fact, differences, sources }: Finding) =>
  differences.length === 0
    ? [{ quote, fact: fact.id, sources: sources.map(({ id }) => id) }]
    : differences.map(({ kind, said, record }) => ({
        quote,
        fact: fact.id,
        difference: { kind, said, record },
        sources: sources.map(({ id }) => id),
      }));

/**
 * Prints the facts a text touches and what differs.
 * @param today the day taken where `--on` gives none
 * @throws UsageError for what the person at the keyboard can mend
 */
export const checkText = (ninety: Ninety, args: readonly string[], today: Day): number => {
  const { values, rest } = readWords(args, { json: { type: "boolean" }, on: { type: "string" } });
  const text = rest.join(" ").trim();
  if (text === "") throw new UsageError('check which text? For example: ninety -- check-text "The order of 6 August gave 90 days."');
  const findings = ninety.checkText(text, readDay(values.on, "--on") ?? today);
  if (values.json) {
    console.log(JSON.stringify(findings.flatMap(asJson), null, 2));
    return 0;
  }
  const language = guessLanguage(text);
  if (findings.length === 0) console.log(phrases.touchesNothing[language]);
  for (const { quote, fact, differences, sources } of findings) {
    console.log(`"${quote}"\n  ${phrases.record[language]} ${fact.text[language]}`);
    for (const difference of differences) console.log(`  ${phrases.difference(difference)[language]}`);
    for (const { publisher, url } of sources) console.log(`  [${publisher}] ${url}`);
  }
  return 0;
};
