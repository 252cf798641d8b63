/** The SDK's own log, led into ours: warnings and errors as one line each, nothing below, because there it prints whole messages. */

import type { Logger as SdkLogger } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import type { Logger } from "../../src/index.ts";

/** Enough to know what it is about. */
const longest = 300;

const lineOf = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part)))
    .join(" ")
    .slice(0, longest);

/**
 * The logger that Bolt and its clients are given.
 * @param log ours; secrets in a line are taken out there
 */
export const createSdkLog = (log: Logger): SdkLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...parts) => log.warn("slack sdk", { said: lineOf(parts) }),
  // every failure comes back to us as an exception as well, and is logged there with what it meant
  error: (...parts) => log.warn("slack sdk", { said: lineOf(parts) }),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});
