/** What comes in, in the few values that matter: Slack's ids and words, nothing of its SDK. */

import type { Origin } from "./tenants.ts";

/** Everything that comes in has an id of its own, a workspace and mostly a person. */
export type Incoming = { readonly id: string; readonly origin: Origin; readonly user: string };

/** Something that is answered at an address of its own. */
type Asked = Incoming & { readonly channel: string; readonly url: string };
export type Commanded = Asked & { readonly text: string };
export type Pressed = Asked & {
  readonly action: "ask" | "choose" | "share" | "page" | "rate";
  readonly value: string | undefined;
  /** Whether the message pressed on is seen by one person alone. */
  readonly alone: boolean;
  readonly thread: string | undefined;
};
/** A message that mentions the bot or is written to it. */
export type Heard = Incoming & {
  readonly channel: string;
  readonly text: string;
  readonly ts: string;
  readonly thread: string | undefined;
};

/** A choice made in the app's Home. */
export type Setting = Incoming & { readonly value: string };
