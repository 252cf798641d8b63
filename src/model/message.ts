/** What is said, before any platform dresses it. A reply and a reminder are the same thing from here on. */

import type { Day, LooseDay } from "./day.ts";
import type { Language } from "./language.ts";
import type { Id, SourceKind, Status } from "./record.ts";

/** A claim as it is said in one language; the attribution is part of the text. */
export type Claim = {
  readonly id: Id;
  readonly text: string;
  readonly status: Status;
  readonly speaker?: string;
  readonly date: LooseDay;
  readonly known: Day;
  readonly sources: readonly Id[];
};

/** A source as it is listed, numbered by its place in the list. */
export type Citation = {
  readonly id: Id;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly published: LooseDay | null;
  readonly kind: SourceKind;
};

type Said = {
  readonly language: Language;
  /** The day as of which it is said. */
  readonly on: Day;
  /** The answer itself, first. */
  readonly lead: string;
  /** Short remarks on how to read it (as of a past day, record verified to, opinion not in the record). First to go when room is short. */
  readonly notes: readonly string[];
  /** Questions worth asking next. */
  readonly related: readonly string[];
  readonly revision: string;
};

/** Something the record bears out. It cannot be built without a source. */
export type Sourced = Said & {
  readonly kind: "answered" | "premise" | "reminder";
  /** Paragraphs after the lead, in order of weight. */
  readonly paragraphs: readonly string[];
  readonly facts: readonly [Claim, ...Claim[]];
  readonly sources: readonly [Citation, ...Citation[]];
};

/** About the dispute, but the record is silent: the nearest facts are named as such, never as the answer. */
export type Silence = Said & {
  readonly kind: "not-known";
  readonly nearest: readonly Claim[];
  readonly sources: readonly Citation[];
};

/** Two to four readings are likely: `choices` are questions to ask instead. */
export type Choice = Said & { readonly kind: "choose"; readonly choices: readonly [string, string, ...string[]] };

/** Not about the dispute. */
export type Outside = Said & { readonly kind: "outside" };

export type Message = Sourced | Silence | Choice | Outside;
