/** The only reader of the environment: `.env` through dotenv, every problem at once, never a value. */

import { config } from "dotenv";
import { z } from "zod";

const day = z.iso.date("write a day, as YYYY-MM-DD");
const text = z.string().trim().min(1, "is empty: fill it in or take the line out");

const schema = z.object({
  NINETY_KNOWLEDGE: text.default("./knowledge"),
  NINETY_TODAY: day.optional(),
  NINETY_LOG_LEVEL: z.enum(["error", "warn", "info", "debug", "silent"], "is error, warn, info, debug or silent").default("info"),
});

export type Env = z.output<typeof schema>;

/** An environment that cannot be used; each problem names its key, never its value. */
export class BadEnvironment extends Error {
  override readonly name = "BadEnvironment";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * Reads the environment.
 * @throws BadEnvironment naming every key that is wrong
 */
export const readEnv = (): Env => {
  config({ quiet: true });
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new BadEnvironment(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
};
