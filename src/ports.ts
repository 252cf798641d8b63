/** What the outside must supply. */

import type { Language } from "./model/language.ts";

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
  /** Deletes everything kept about a workspace. */
  readonly forget: (workspace: Workspace) => Promise<void>;
  /** Settles where the store answers. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
