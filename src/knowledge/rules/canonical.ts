/** The one way in which files of the record are written. */

import type { Rule } from "./rule.ts";

/** How a file of the record is written: two spaces, one value a line, a final newline. */
export const canonicalForm = (text: string): string => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;

/** Files are written in one way, so that a change shows what was changed and nothing else. */
export const canonical: Rule = ({ texts }) =>
  [...texts].flatMap(([file, text]) => {
    try {
      return text === canonicalForm(text)
        ? []
        : [{ file, field: "(whole file)", what: "is not in canonical form: run npm run -s ninety -- check --write" }];
    } catch {
      return []; // not JSON: said by the reader
    }
  });
