/** The language a workspace has set, close at hand: a slow or missing store must not hold up an answer. */

import type { Language, Logger, Store } from "../../src/index.ts";
import { platform } from "./tenants.ts";

export type Preferences = {
  /** Undefined where none is set, and where it cannot be found out in time. */
  readonly language: (workspace: string) => Promise<Language | undefined>;
  readonly set: (workspace: string, language: Language | undefined) => Promise<void>;
  readonly forget: (workspace: string) => void;
};

/** Another process's change is seen after this long, in milliseconds. */
const keepFor = 60_000;
const patience = 500;
const mostKept = 5_000;

export const createPreferences = (store: Store, now: () => number, log: Logger): Preferences => {
  const kept = new Map<string, { readonly language: Language | undefined; readonly at: number }>();
  const keep = (workspace: string, language: Language | undefined): void => {
    if (kept.size >= mostKept) kept.clear();
    kept.set(workspace, { language, at: now() });
  };
  const read = async (workspace: string): Promise<Language | undefined> => {
    const { language } = await store.settings.of({ platform, workspace });
    keep(workspace, language);
    return language;
  };
  return {
    language: async (workspace) => {
      const known = kept.get(workspace);
      if (known && now() - known.at < keepFor) return known.language;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Language | undefined>((resolve) => {
        timer = setTimeout(() => resolve(known?.language), patience);
      });
      try {
        return await Promise.race([read(workspace), late]);
      } catch (cause) {
        log.warn("settings not readable", { workspace, cause });
        return known?.language;
      } finally {
        clearTimeout(timer);
      }
    },
    set: async (workspace, language) => {
      await store.settings.set({ platform, workspace }, language ? { language } : {});
      keep(workspace, language);
    },
    forget: (workspace) => void kept.delete(workspace),
  };
};
