/** The only reader of the environment: `.env` through dotenv, every problem at once, never a value. */

import { config } from "dotenv";
import { z } from "zod";

const text = z.string().trim().min(1, "is empty: fill it in or take the line out");
const port = z.coerce.number("is not a port number").int().min(1, "is not a port number").max(65_535, "is not a port number");
const address = z.url("is not an address such as https://example.org/api");

const schema = z.object({
  DISCORD_TOKEN: text.optional(),
  DISCORD_API_URL: address.optional(),
  SLACK_BOT_TOKEN: text.optional(),
  SLACK_APP_TOKEN: text.optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_CLIENT_ID: text.optional(),
  SLACK_CLIENT_SECRET: text.optional(),
  SLACK_STATE_SECRET: text.optional(),
  SLACK_API_URL: address.optional(),
  NINETY_TOKEN_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "is 32 bytes in hexadecimal (64 characters): make one with openssl rand -hex 32")
    .optional(),
  PORT: port.optional(),
  ADMIN_PORT: port.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "is an address that begins with postgres://")
    .optional(),
  NINETY_DATA: text.default("./data"),
  NINETY_KNOWLEDGE: text.default("./knowledge"),
  NINETY_TODAY: z.iso.date("is not a day that exists, as YYYY-MM-DD").optional(),
  NINETY_KEEP_QUESTIONS: z.enum(["0", "1"], "is 0 or 1").default("0"),
  NINETY_LOG_LEVEL: z.enum(["error", "warn", "info", "debug", "silent"], "is error, warn, info, debug or silent").default("info"),
});

/** Every key that is read, for the tests that hold `.env.example` to it. */
export const envKeys: readonly string[] = Object.keys(schema.shape);

/** The environment keys that concern Slack: one of them is enough to mean that Slack is wanted. */
export const slackKeys = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
] as const;

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
  // a key left blank in `.env` is a key not given
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadEnvironment(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
};
