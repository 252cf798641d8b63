/** What a text says beside what the record says: only mechanical differences, never "true" or "false". */

import type { Citation } from "./message.ts";
import type { Fact } from "./record.ts";

export type DifferenceKind = "day" | "number" | "name" | "allegation" | "superseded";

export type Difference = {
  readonly kind: DifferenceKind;
  /** What the text says. */
  readonly said: string;
  /** What the record says. */
  readonly record: string;
};

/** A sentence of a text and the fact of the record that it touches. */
export type Finding = {
  readonly quote: string;
  readonly fact: Fact;
  readonly differences: readonly Difference[];
  readonly sources: readonly Citation[];
};
