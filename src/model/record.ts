/** What the record holds: the shapes of `knowledge/`, as read. Ids are file names. */

import type { Day, LooseDay } from "./day.ts";
import type { Both } from "./language.ts";

export type Id = string;

export const statuses = ["established", "alleged", "denied", "reported"] as const;
export type Status = (typeof statuses)[number];

/** In the order in which they are listed: nearest to the event first. */
export const sourceKinds = ["primary", "court", "agency", "company", "press", "reference"] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const entityKinds = ["person", "company", "court", "agency", "order", "statute", "bill", "case", "app", "country", "idea"] as const;
export type EntityKind = (typeof entityKinds)[number];

/** What kind of answer a question wants. */
export const wants = [
  "yes-no",
  "day",
  "person",
  "number",
  "list",
  "reason",
  "state",
  "what",
  "how",
  "place",
  "quote",
  "difference",
  "story",
] as const;
export type Wants = (typeof wants)[number];

export const polarities = ["yes", "no", "not-yet", "mixed"] as const;
export type Polarity = (typeof polarities)[number];

/** Questions whose answer is worked out from the record for the day that is asked about. */
export const computations = ["happened", "latest", "deadlines", "days-left", "date-sum", "timeline", "verified"] as const;
export type Computation = (typeof computations)[number];

export type Source = {
  readonly id: Id;
  readonly kind: SourceKind;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly published: LooseDay | null;
  readonly language: string;
  /** The day a curator read the page; null where only its official address is known. */
  readonly checked: Day | null;
  /** A republication of somebody else's text. */
  readonly copy?: boolean;
};

export type Fact = {
  readonly id: Id;
  readonly strand: string;
  readonly text: Both;
  /** When it happened. */
  readonly date: LooseDay;
  /** From when the public could know it. */
  readonly known: Day;
  readonly status: Status;
  /** Who alleges or denies. */
  readonly speaker?: Id;
  readonly about: readonly Id[];
  readonly asked: Both<readonly string[]>;
  /** Best first, never empty. */
  readonly sources: readonly [Id, ...Id[]];
  readonly supersededBy?: Id;
  readonly note?: string;
};

/** What holds from a day on, until the next answer of the same list. */
export type Answer = {
  readonly from: Day;
  readonly polarity?: Polarity;
  readonly lead: Both;
  readonly facts: readonly [Id, ...Id[]];
  /** The record has no answer: the facts are the nearest ones. */
  readonly silent?: boolean;
};

export type Question = {
  readonly id: Id;
  readonly strand: string;
  readonly wants: Wants;
  readonly about: readonly Id[];
  /** The first of each language is the title. */
  readonly asked: Both<readonly string[]>;
  readonly answers: readonly Answer[];
  readonly computed?: Computation;
  readonly related?: readonly Id[];
};

export type Misconception = {
  readonly id: Id;
  readonly about: readonly Id[];
  readonly asked: Both<readonly string[]>;
  readonly answers: readonly Answer[];
};

export type Entity = {
  readonly id: Id;
  readonly kind: EntityKind;
  readonly name: Both;
  readonly aliases: Both<readonly string[]>;
  readonly answers: readonly Answer[];
};

export const stepKinds = ["set", "moved", "stayed", "lifted", "lapsed", "met", "revoked", "overtaken"] as const;
export type StepKind = (typeof stepKinds)[number];

export type Step = {
  readonly on: Day;
  readonly what: StepKind;
  readonly due?: Day;
  readonly by: Id;
  readonly fact: Id;
};

export type Deadline = {
  readonly id: Id;
  readonly label: Both;
  readonly about: readonly Id[];
  readonly onDue: Both;
  readonly steps: readonly [Step, ...Step[]];
};

/** One idea and the everyday words for it, in each language. */
export type Terms = Readonly<Record<Id, Both<readonly string[]>>>;

/** The record as read from disk and found sound. */
export type Knowledge = {
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
  readonly misconceptions: readonly Misconception[];
  readonly entities: readonly Entity[];
  readonly deadlines: readonly Deadline[];
  readonly terms: Terms;
  /** The newest day up to which curators have verified the state of the world. */
  readonly verified: Day;
  /** A short hash of everything above: the same revision gives the same answers. */
  readonly revision: string;
};
