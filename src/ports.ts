/** What the outside must supply. */

/** Where events go: a short name and fields, never the text of a question, never a secret. A cause goes under `cause`. */
export type Logger = {
  readonly debug: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly info: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  /** The same logger with fields that every line carries. */
  readonly child: (fields: Readonly<Record<string, unknown>>) => Logger;
};
