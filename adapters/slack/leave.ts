/** The bot was removed from a workspace, or its token taken back: everything kept about the workspace goes. */

import type { Logger, Store } from "../../src/index.ts";
import type { Incoming } from "./incoming.ts";
import type { Preferences } from "./preferences.ts";
import { platform, type Tenants } from "./tenants.ts";

/** Slack tells us once: a store that does not answer is asked again after these times, in milliseconds. */
const again = [1_000, 5_000, 30_000, 300_000];

type Parts = { readonly tenants: Tenants; readonly store: Store; readonly log: Logger };

/** Not claimed as other events are: to forget twice is to forget, and a claim would leave a trace of who was forgotten. */
export const createLeave =
  ({ tenants, store, log }: Parts, preferences: Preferences) =>
  async ({ origin }: Pick<Incoming, "origin">): Promise<void> => {
    const workspace = tenants.workspaceOf(origin);
    for (const pause of [...again, undefined])
      try {
        for (const each of new Set([workspace, origin.team])) {
          await store.forget({ platform, workspace: each });
          preferences.forget(each);
        }
        return log.info("workspace forgotten", { workspace });
      } catch (cause) {
        log.error("workspace not forgotten", { workspace, cause, again: pause });
        if (pause !== undefined) await new Promise((resolve) => void setTimeout(resolve, pause));
      }
  };
