/** Replies posted where they were asked for, and the books on where that is no longer possible. */

import type { Logger, Store } from "../../src/index.ts";
import type { Payload } from "./limits.ts";
import type { Posting, Target } from "./post.ts";
import type { Preferences } from "./preferences.ts";
import { renderLines } from "./render.ts";
import { platform, type Tenants } from "./tenants.ts";
import { words } from "./words.ts";

export type Say = (target: Target, payload: Payload) => Promise<void>;

type Parts = {
  readonly tenants: Tenants;
  readonly posting: Posting;
  readonly store: Store;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
};

/** Posts, and never throws: what cannot be posted cannot be apologised for there either. */
export const createSay = ({ tenants, posting, store, now, log }: Parts, preferences: Preferences): Say => {
  /** Whoever installed the bot hears once that it cannot speak somewhere: there itself it cannot say so. */
  const noteClosed = async ({ origin, channel }: Target, reason: string): Promise<void> => {
    const workspace = tenants.workspaceOf(origin);
    if (!(await store.closures.close({ platform, workspace, channel, reason, at: now() }))) return;
    log.warn("channel closed to us", { workspace, channel, reason });
    const installer = await tenants.installer(workspace);
    if (installer === undefined) return;
    const set = await preferences.language(workspace);
    const { en, fr } = words.closed(channel, reason);
    await posting.post({ origin, channel: installer }, set ? renderLines(words.closed(channel, reason)[set]) : renderLines(en, fr));
  };

  return async (target, payload) => {
    const { origin, channel } = target;
    const posted = await posting.post(target, payload);
    try {
      if (posted.kind === "closed") await noteClosed(target, posted.reason);
      if (posted.kind === "posted") await store.closures.reopen({ platform, workspace: tenants.workspaceOf(origin), channel });
    } catch (cause) {
      log.warn("channel's state not noted", { channel, cause });
    }
  };
};
