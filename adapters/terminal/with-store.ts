/** Commands that look into the store: opened for them, closed after them. */

import { join } from "node:path";
import type { Ninety } from "../../src/index.ts";
import { createReminders } from "../remind/manage.ts";
import { now, today } from "../shared/clock.ts";
import type { Env } from "../shared/env.ts";
import { openStore } from "../store/open.ts";
import { exportWorkspace } from "./export.ts";
import { gaps } from "./gaps.ts";

/**
 * Runs one.
 * @throws UsageError for what the person at the keyboard can mend
 */
export const withStore = async (env: Env, ninety: Ninety, name: "gaps" | "export", args: readonly string[]): Promise<number> => {
  const store = await openStore({ url: env.DATABASE_URL, file: join(env.NINETY_DATA, "ninety.sqlite"), key: env.NINETY_TOKEN_KEY });
  try {
    if (name === "gaps") return await gaps(store, args, env.NINETY_KEEP_QUESTIONS === "1");
    const reminders = createReminders({
      ninety,
      store,
      now,
      today: { at: () => env.NINETY_TODAY ?? today(), pretended: env.NINETY_TODAY !== undefined },
    });
    return await exportWorkspace(reminders, args);
  } finally {
    await store.close();
  }
};
