/** What the outside must supply. */

import type { FeedbackVerdict } from "./message/feedback-words.ts";
import type { Day } from "./model/day.ts";
import type { Language } from "./model/language.ts";
import type { Sourced } from "./model/message.ts";
import type { Id } from "./model/record.ts";
import type { Told } from "./model/reminder.ts";
import type { LocalDay, Subscription } from "./model/subscription.ts";

/** Where events go: a short name and fields, never the text of a question, never a secret. A cause goes under `cause`. */
export type Logger = {
  readonly debug: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly info: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  /** The same logger with fields that every line carries. */
  readonly child: (fields: Readonly<Record<string, unknown>>) => Logger;
};

/** Where people share a bot: a team, a server. `platform` is the adapter's own name, `workspace` the platform's own id. */
export type Workspace = { readonly platform: string; readonly workspace: string };

/** A room of a workspace where messages are posted. */
export type Channel = Workspace & { readonly channel: string };

/** The bot as added to a workspace. */
export type Installation = Workspace & {
  /** Who added it: the one told when something there stops working. */
  readonly by: string | null;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** What the platform gave us to act there. Never at rest in the clear. */
  readonly secret: string;
};

/** Something a platform delivers, perhaps more than once and to more than one process. */
export type Delivery = {
  readonly platform: string;
  /** The platform's own id of it. */
  readonly id: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  readonly workspace?: string;
};

/** What a workspace may set for itself. */
export type Settings = {
  /** The language of every reply there; else each reply follows its question. */
  readonly language?: Language;
};

/** A channel that can no longer be posted to. */
export type Closure = Channel & { readonly reason: string; readonly at: number };

/** Where a reminder stands. Expired: its day went by. Doubtful: it may have been posted, and is not posted again. */
export type LedgerState = "waiting" | "claimed" | "posted" | "doubtful" | "expired" | "failed";

/** One reminder of one channel on one local day. Times are milliseconds since 1970. */
export type LedgerEntry = Channel & {
  /** At most 25 characters, the same for the same channel and slot: what platforms know a repetition by. */
  readonly id: string;
  /** The local day, with `+1`, `+2`… for days that a replaying channel was moved on by hand. */
  readonly slot: string;
  /** The day that is told, in America/New_York. */
  readonly day: Day;
  readonly dueAt: number;
  /** The end of its local day: later than that it is not sent any more. */
  readonly expiresAt: number;
  readonly state: LedgerState;
  readonly tries: number;
  /** When posting it was first begun by an attempt whose end is not known. */
  readonly triedAt: number | undefined;
  /** The moment for which that attempt scheduled it, where the platform schedules. */
  readonly postAt: number | undefined;
  /** The platform's own id of the message. */
  readonly reference: string | undefined;
  readonly reason: string | undefined;
};

/** A subscription that was looked at: when it is looked at next, and the reminder it gave rise to, if any. */
export type LedgerStep = {
  readonly subscription: Subscription;
  readonly next: { readonly nextAt: number; readonly nextDay: LocalDay; readonly missed: number; readonly told: Told | undefined };
  readonly entry: LedgerEntry | undefined;
};

/** A claimed reminder. Its subscription is missing where it was stopped meanwhile. */
export type Claimed = { readonly entry: LedgerEntry; readonly subscription: Subscription | undefined };

/** How an attempt ended. */
export type LedgerOutcome =
  | { readonly state: "posted"; readonly reference: string; readonly told: Told }
  /** Not now: to be claimed again; `surelyNot` where it is certain that nothing was posted. */
  | { readonly state: "waiting"; readonly notBefore: number; readonly surelyNot: boolean }
  | { readonly state: "doubtful" | "expired" | "failed"; readonly reason: string };

/** A question that the record did not answer, however many asked it. */
type Gap = { readonly question: string; readonly language: Language; readonly times: number; readonly askers: number };

/** What is to be posted. */
type Post = Channel & {
  readonly id: string;
  readonly message: Sourced;
  readonly silent: boolean;
  /** The moment it is meant for, in milliseconds since 1970: platforms that schedule post it then. */
  readonly at: number;
};

/** How posting went, as far as the platform let us know. */
export type Posted =
  | { readonly kind: "posted"; readonly reference: string }
  /** Surely not posted; try again after so many milliseconds. `everyone` where the whole platform asks us to wait. */
  | { readonly kind: "later"; readonly after: number; readonly everyone: boolean; readonly reason: string }
  /** Perhaps posted: no answer came, or one that does not say. */
  | { readonly kind: "unknown"; readonly reason: string }
  /** Never: the channel is gone or closed to us. */
  | { readonly kind: "closed"; readonly reason: string }
  /** This message never: something is wrong with it, not with the channel. */
  | { readonly kind: "rejected"; readonly reason: string }
  /** Nothing can be posted any more, anywhere: the token is not accepted. */
  | { readonly kind: "refused"; readonly reason: string };

/** Posts reminders on a platform. */
export type Poster = {
  readonly platform: string;
  /** How long before its hour a reminder is handed over, in milliseconds: 0 unless the platform schedules. */
  readonly ahead: number;
  /** Reminders a second that the platform takes from us. */
  readonly perSecond: number;
  /** For how long after the first attempt the platform recognises a repetition by its id and does not post twice; 0 where it does not. */
  readonly repeatable: number;
  readonly post: (post: Post) => Promise<Posted>;
  /** Whether an attempt without a known end left a message that waits to be posted at `at`; only where the platform schedules. */
  readonly find?: (
    post: Omit<Post, "message">,
  ) => Promise<{ readonly kind: "found"; readonly reference: string } | { readonly kind: "absent" | "unknown" }>;
  /** Tells whoever set the reminders up that they stopped. It may fail: then it is only logged. */
  readonly tellOwner: (channel: Channel, owner: string, text: string) => Promise<void>;
};

/** What somebody asks for with a command, as typed: it is checked. */
export type RemindWish = {
  readonly at: string;
  readonly zone: string;
  readonly language: Language;
  readonly style: string;
  readonly strands: readonly string[];
  readonly silent: boolean;
  /** A past day to live again from. */
  readonly from?: Day;
};

/** The commands about reminders. Each answers with a line in the given language, good news or bad. Whether the asker may is the adapter's to check first. */
export type Reminders = {
  readonly start: (channel: Channel, wish: RemindWish, owner: string, language: Language) => Promise<string>;
  readonly stop: (channel: Channel, language: Language) => Promise<string>;
  readonly pause: (channel: Channel, language: Language) => Promise<string>;
  readonly resume: (channel: Channel, language: Language) => Promise<string>;
  /** Moves a replaying channel on by a day. */
  readonly step: (channel: Channel, language: Language) => Promise<string>;
  readonly list: (workspace: Workspace) => Promise<readonly { readonly channel: Id; readonly text: (language: Language) => string }[]>;
  /** What the channel would be sent now, or a line that says why nothing. */
  readonly preview: (channel: Channel, language: Language) => Promise<Sourced | string>;
  /** The day a channel lives: questions asked there are answered as of it. */
  readonly dayOf: (channel: Channel) => Promise<{ readonly on: Day; readonly replay: boolean }>;
  /** Everything kept about a workspace, secrets left out. */
  readonly export: (workspace: Workspace) => Promise<unknown>;
  readonly forget: (workspace: Workspace, language: Language) => Promise<string>;
};

/** What the bot must remember between two requests and between two runs. */
export type Store = {
  readonly installations: {
    /** Keeps an installation, in place of an earlier one of the same workspace. */
    readonly save: (installation: Installation) => Promise<void>;
    readonly find: (workspace: Workspace) => Promise<Installation | undefined>;
    /** Every workspace of a platform where the bot is installed. */
    readonly list: (platform: string) => Promise<readonly Workspace[]>;
  };
  readonly seen: {
    /** True for the first to claim a delivery, false for everyone after, in whatever process. */
    readonly claim: (delivery: Delivery) => Promise<boolean>;
    /** Forgets deliveries that came before a time in milliseconds since 1970; returns how many. */
    readonly sweep: (before: number) => Promise<number>;
  };
  readonly settings: {
    readonly of: (workspace: Workspace) => Promise<Settings>;
    readonly set: (workspace: Workspace, settings: Settings) => Promise<void>;
  };
  readonly closures: {
    /** Notes that a channel is closed. True where it was open until now: then somebody is to be told. */
    readonly close: (closure: Closure) => Promise<boolean>;
    readonly reopen: (channel: Channel) => Promise<void>;
    readonly of: (workspace: Workspace) => Promise<readonly Closure[]>;
  };
  readonly subscriptions: {
    /** Keeps a subscription, in place of an earlier one of the same channel. */
    readonly save: (subscription: Subscription) => Promise<void>;
    readonly find: (channel: Channel) => Promise<Subscription | undefined>;
    readonly of: (workspace: Workspace) => Promise<readonly Subscription[]>;
    /** Those to be looked at by `before`, the longest due first; and those put off beyond `beyond`, which only a clock that ran wild can have done. */
    readonly due: (platform: string, before: number, beyond: number, most: number) => Promise<readonly Subscription[]>;
    /** Pauses one and drops what waits for it. True where it was not paused until now: then somebody is to be told. */
    readonly pause: (channel: Channel, reason: string) => Promise<boolean>;
    /** Removes one and what waits for it. True where there was one. */
    readonly remove: (channel: Channel) => Promise<boolean>;
  };
  readonly ledger: {
    /** Moves subscriptions on and writes their reminders, all or nothing; what another process did first stays as it is. */
    readonly enter: (steps: readonly LedgerStep[]) => Promise<void>;
    /** Claims reminders until a moment: nobody else gets them before. */
    readonly claim: (
      platform: string,
      claim: { readonly worker: string; readonly at: number; readonly until: number; readonly most: number },
    ) => Promise<readonly Claimed[]>;
    /** Notes that posting begins now. False where the claim was lost: then it must not be posted. */
    readonly begin: (id: string, begin: { readonly worker: string; readonly at: number; readonly postAt: number }) => Promise<boolean>;
    /** Notes how an attempt ended. A worker that lost its claim meanwhile may still say that it posted; nothing else. */
    readonly settle: (entry: LedgerEntry, worker: string, outcome: LedgerOutcome) => Promise<void>;
    readonly of: (workspace: Workspace) => Promise<readonly LedgerEntry[]>;
    /** Forgets settled entries that were due before a moment; returns how many. */
    readonly sweep: (before: number) => Promise<number>;
  };
  readonly leases: {
    /** True where `holder` may do the task until `until`: nobody held it, or it did already. */
    readonly hold: (name: string, holder: string, at: number, until: number) => Promise<boolean>;
    readonly release: (name: string, holder: string) => Promise<void>;
  };
  readonly gaps: {
    readonly keep: (gap: {
      readonly question: string;
      readonly language: Language;
      readonly at: number;
      readonly newAsker: boolean;
    }) => Promise<void>;
    /** Asked by at least so many, most asked first. */
    readonly list: (askers: number) => Promise<readonly Gap[]>;
    /** Forgets what was last asked before a moment; returns how many. */
    readonly sweep: (before: number) => Promise<number>;
  };
  readonly feedback: {
    readonly count: (facts: readonly Id[], verdict: FeedbackVerdict) => Promise<void>;
    readonly list: () => Promise<readonly { readonly fact: Id; readonly verdict: FeedbackVerdict; readonly times: number }[]>;
  };
  /** Deletes everything kept about a workspace; its installation stays where the bot does. */
  readonly forget: (workspace: Workspace, keep?: "installation") => Promise<void>;
  /** Settles where the store answers. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
