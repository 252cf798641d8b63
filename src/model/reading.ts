/** What was understood of a question, and what speaks for each possible answer. */

import type { Day } from "./day.ts";
import type { Language } from "./language.ts";
import type { Id, Wants } from "./record.ts";
import type { Topic } from "./topic.ts";

/** A question as it comes in. */
export type Inquiry = {
  readonly question: string;
  /** The day as of which it is to be answered. */
  readonly on: Day;
  /** The asker's language where it is known; else it is guessed from the words. */
  readonly language?: Language;
  /** Earlier questions of the same conversation, oldest first. */
  readonly previous?: readonly string[];
  /** What the asker has before them: a title, the message replied to. */
  readonly context?: string;
};

/** A stretch of days that the question names. */
export type NamedDays = { readonly from: Day; readonly to: Day; readonly text: string };

export type Understood = {
  readonly question: string;
  readonly language: Language;
  readonly on: Day;
  /** Whether the question itself said "as of" that day. */
  readonly asOf: boolean;
  /** Features of the question, with those it inherits from the conversation where it leans on it. */
  readonly features: { readonly ids: readonly number[]; readonly weights: readonly number[] };
  readonly entities: ReadonlySet<Id>;
  readonly numbers: ReadonlySet<string>;
  readonly unknown: readonly string[];
  /** Share of the neighbouring words that never stand beside each other in the record. */
  readonly newPairs: number;
  /** Whether it names, or leans on something that names, what the record is about: the app, its owner, an order, a law, a case. */
  readonly onSubject: boolean;
  readonly wants: Wants | undefined;
  /** Whether its form asks for advice, an opinion or a service rather than for what is known. */
  readonly isWish: boolean;
  readonly days: readonly NamedDays[];
  readonly followsUp: boolean;
};

const presuming: ReadonlySet<Wants> = new Set<Wants>(["reason", "day", "how", "number", "place"]);

/** Whether a question takes for granted that what it asks about happened: who asks why or when does. */
export const presumes = ({ wants }: Understood): boolean => wants !== undefined && presuming.has(wants);

/** What speaks for and against a topic, each between 0 and about 1 unless said otherwise. */
export type Signals = {
  /** Mean log-likelihood ratio of the words under the topic's phrasings, in nats. */
  readonly likelihood: number;
  /** Cosine to the nearest phrasing, and the mean of the nearest three. */
  readonly nearest: number;
  readonly nearby: number;
  /** How likely it is by what the words mean: the logarithm of the chance, 0 for certain and -1 for as good as none. */
  readonly meaning: number;
  /** Share of what most phrasings of the topic say that the question does not: high for a topic much narrower than the question. */
  readonly lacking: number;
  /** Share of the question's rarity-weighted words that several phrasings of the topic use. */
  readonly supported: number;
  /** Score of the full-text search over answers and facts, relative to the best. */
  readonly lexical: number;
  /** Share of the question's rarity-weighted words that the topic's phrasings or answers use. */
  readonly coverage: number;
  /** Named entities that the topic is about, and those it knows nothing of, as shares. */
  readonly entityHit: number;
  readonly entityMiss: number;
  /** Numbers of the question that the topic does not mention: a share. */
  readonly numberMiss: number;
  /** 1 where what the topic rests on happened in a stretch of days that the question names. */
  readonly sameDays: number;
  /** 1 where question and topic want the same kind of answer. */
  readonly wants: number;
  /** 1 where both say what kind of answer they want, and they differ. */
  readonly otherWants: number;
  /** 1 where the record has no answer to give. */
  readonly declines: number;
  /** 1 where that is so and the question's form asks for advice, an opinion or a service. */
  readonly declinesWish: number;
  readonly isFact: number;
  readonly isEntity: number;
  readonly isBroad: number;
};

export type Candidate = {
  readonly topic: Topic;
  readonly signals: Signals;
};
