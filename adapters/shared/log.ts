/** The log: one line an event, as JSON on standard error, with every secret taken out. */

import { pino } from "pino";
import type { Logger } from "../../src/index.ts";

/** What tokens look like: Slack's, Discord's, a password in an address. Redaction by field name alone lets them through inside a message. */
const secrets = /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=:\/\/[^\s:/@]+:)[^\s@/]+(?=@)/g;

const scrub = (line: string): string => line.replace(secrets, "[secret]");

const wrap = (inner: pino.Logger): Logger => ({
  info: (event, fields) => inner.info(fields ?? {}, event),
  warn: (event, fields) => inner.warn(fields ?? {}, event),
  error: (event, fields) => inner.error(fields ?? {}, event),
  debug: (event, fields) => inner.debug(fields ?? {}, event),
  child: (fields) => wrap(inner.child(fields)),
});

/**
 * A logger.
 * @param write where lines go; standard error unless a test listens
 */
export const createLog = (level: string, write: (line: string) => void = (line) => void process.stderr.write(line)): Logger =>
  wrap(
    pino(
      {
        level,
        base: null,
        redact: { paths: ["token", "*.token", "authorization", "*.authorization", "headers", "*.headers"], censor: "[secret]" },
        serializers: { cause: pino.stdSerializers.err },
        hooks: { streamWrite: scrub },
      },
      { write },
    ),
  );
