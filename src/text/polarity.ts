/** What the answer to a yes-or-no question opens with. */

import type { Both } from "../model/language.ts";
import type { Polarity } from "../model/record.ts";

/** The openings of each polarity, in folded text. */
export const openings: Record<Polarity, Both<RegExp>> = {
  yes: { en: /^yes\b/, fr: /^oui\b/ },
  no: { en: /^(no|never)\b/, fr: /^(non|jamais)\b/ },
  "not-yet": { en: /^not yet\b/, fr: /^pas encore\b/ },
  mixed: {
    en: /^(in part|partly|yes and no|it depends|both|disputed|not known|the record)/,
    fr: /^(en partie|oui et non|cela depend|ca depend|les deux|conteste|dispute|on ne sait|inconnu|le dossier)/,
  },
};

const alone =
  /^(?:yes|no|not yet|in part|partly|yes and no|disputed|not known|oui|non|pas encore|en partie|oui et non|contesté|disputé|on ne sait pas) ?: +(?=\S)/i;

/**
 * An answer without its yes or no, where that stands apart from what it states.
 * @param lead a sentence such as "No: judges blocked it", in either language
 * @returns the statement ("Judges blocked it"), or undefined where the sentence cannot be parted
 */
export const statementOf = (lead: string): string | undefined => {
  const statement = lead.replace(alone, "");
  return statement === lead ? undefined : statement.slice(0, 1).toUpperCase() + statement.slice(1);
};
