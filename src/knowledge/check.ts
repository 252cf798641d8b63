/** `check`: the record read whole, every rule applied, every problem said at once. */

import { type Problem, type Reading, readKnowledge } from "./read.ts";
import { attribution } from "./rules/attribution.ts";
import { canonical } from "./rules/canonical.ts";
import { dates } from "./rules/dates.ts";
import { duplicates } from "./rules/duplicates.ts";
import { hosts } from "./rules/hosts.ts";
import { leaks } from "./rules/leaks.ts";
import { lengths } from "./rules/lengths.ts";
import { phrasings } from "./rules/phrasings.ts";
import { polarity } from "./rules/polarity.ts";
import { references } from "./rules/references.ts";
import type { Rule } from "./rules/rule.ts";
import { sameNames } from "./rules/same-names.ts";
import { sameNumbers } from "./rules/same-numbers.ts";
import { sourceOrder } from "./rules/source-order.ts";
import { statusWords } from "./rules/status-words.ts";
import { unused } from "./rules/unused.ts";

const rules: readonly Rule[] = [
  references,
  dates,
  attribution,
  sourceOrder,
  sameNumbers,
  sameNames,
  lengths,
  statusWords,
  hosts,
  duplicates,
  phrasings,
  polarity,
  unused,
  leaks,
  canonical,
];

/**
 * Everything that is wrong with the record in `root`, in the order of the files.
 * @throws Error where the folder cannot be read at all
 */
export const checkKnowledge = (root: string): { reading: Reading; problems: Problem[] } => {
  const reading = readKnowledge(root, true);
  const problems = [...reading.problems, ...rules.flatMap((rule) => rule(reading))];
  return { reading, problems: problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) };
};
