/** `ask`: one reply, or one for each line of a file. */

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Day, type Inquiry, isDay, type Language, type Ninety, replyJson } from "../../src/index.ts";
import { explain } from "./explain.ts";
import { readDay, readLanguage, readWords, UsageError } from "./options.ts";
import { lookOf, render } from "./render.ts";

const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string().refine((text) => text.trim() !== "", "is empty"),
  lang: z.enum(["en", "fr"]).optional(),
  on: z.string().refine(isDay, "is not a day that exists").optional(),
  previous: z.array(z.string()).optional(),
  context: z.string().optional(),
});

const defined = <T extends object>(entries: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const inquiryOf = (question: string, on: Day, language: Language | undefined, previous?: readonly string[], context?: string): Inquiry =>
  defined({ question, on, language, previous, context }) as Inquiry;

const batch = async (ninety: Ninety, file: string, on: Day, language: Language | undefined): Promise<number> => {
  const input = file === "-" ? process.stdin : createReadStream(file, "utf8");
  ninety.warm();
  let number = 0;
  let status = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === "") continue;
      try {
        const row = line.parse(JSON.parse(text));
        const started = performance.now();
        const { message } = ninety.ask(inquiryOf(row.question, row.on ?? on, row.lang ?? language, row.previous, row.context));
        console.log(JSON.stringify(replyJson(message, row.question, performance.now() - started, row.id)));
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
        const why =
          error instanceof z.ZodError
            ? error.issues.map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`).join("; ")
            : "is not JSON";
        console.error(`line ${number}: ${why}`);
        status = 1;
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as NodeJS.ErrnoException).code === "EISDIR")
      throw new UsageError(`--batch cannot read ${file}`, { cause: error });
    throw error;
  }
  return status;
};

/**
 * Answers from the command line.
 * @param today the day as of which it is answered unless `--on` says another
 * @returns the exit status: 1 where a line of a batch was bad
 * @throws UsageError for what the person at the keyboard can mend
 */
export const ask = async (ninety: Ninety, args: readonly string[], today: Day): Promise<number> => {
  const { values, rest } = readWords(args, {
    json: { type: "boolean" },
    on: { type: "string" },
    lang: { type: "string" },
    batch: { type: "string" },
    explain: { type: "boolean" },
  });
  const on = readDay(values.on, "--on") ?? today;
  const language = readLanguage(values.lang);
  if (typeof values.batch === "string") return batch(ninety, values.batch, on, language);
  const question = rest.join(" ").trim();
  if (question === "") throw new UsageError('ask what? For example: ninety -- ask "When does the 90-day order expire?"');
  const started = performance.now();
  const answered = ninety.ask(inquiryOf(question, on, language));
  const elapsed = performance.now() - started;
  if (values.json) console.log(JSON.stringify(replyJson(answered.message, question, elapsed), null, 2));
  else console.log(render(answered.message, ninety.base.verified, lookOf(process.stdout)));
  if (values.explain) console.log(`\n${explain(answered)}`);
  return 0;
};
