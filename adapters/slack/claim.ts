/** One answer to one event, however often and to however many processes Slack delivers it. */

import type { Logger, Store } from "../../src/index.ts";
import { createOnce } from "../shared/once.ts";
import { platform } from "./tenants.ts";

export type Claim = (id: string, workspace: string) => Promise<boolean>;

/** A store that takes longer does not answer; people should not wait for it, in milliseconds. */
const patience = 1_500;

/**
 * Claims events: first in this process, then among all that share the store.
 * Without the store the bot still answers; then only this process knows.
 */
export const createClaim = (store: Store, now: () => number, log: Logger): Claim => {
  const once = createOnce();
  return async (id, workspace) => {
    const at = now();
    if (!once(id, at)) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        log.warn("store slow, event claimed in this process alone");
        resolve(true);
      }, patience);
    });
    const shared = store.seen.claim({ platform, id, at, workspace }).catch((cause: unknown) => {
      log.warn("store not answering, event claimed in this process alone", { cause });
      return true;
    });
    try {
      return await Promise.race([shared, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
