/** Reads the words of a command; what is wrong with them is said in one line. */

import { parseArgs } from "node:util";
import { type Day, isDay, type Language, languages } from "../../src/index.ts";

/** Something the person at the keyboard can mend: shown as one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = { readonly [name: string]: { readonly type: "string" | "boolean" } };

export type Words = { readonly values: Readonly<Record<string, string | boolean | undefined>>; readonly rest: readonly string[] };

/**
 * The options and the other words of a command.
 * @throws UsageError for an option it does not have
 */
export const readWords = (args: readonly string[], options: Options): Words => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Words["values"], rest: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "unknown option", { cause: error });
  }
};

/** @throws UsageError where it is not a day that exists */
export const readDay = (value: string | boolean | undefined, name: string): Day | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === "string" && isDay(value)) return value;
  throw new UsageError(`${name} wants a day that exists, as YYYY-MM-DD (not "${String(value).slice(0, 40)}")`);
};

/** @throws UsageError where it is not one of the record's languages */
export const readLanguage = (value: string | boolean | undefined): Language | undefined => {
  if (value === undefined) return undefined;
  const found = languages.find((language) => language === value);
  if (found) return found;
  throw new UsageError(`--lang wants en or fr (not "${String(value).slice(0, 40)}")`);
};
