/** The app's Home, shown to whoever opens it and renewed when they change a setting. */

import type { Day, Language, Logger, Ninety, Store } from "../../src/index.ts";
import { home } from "./home.ts";
import type { Incoming, Setting } from "./incoming.ts";
import type { Preferences } from "./preferences.ts";
import { platform, type Tenants } from "./tenants.ts";

export type Homes = {
  readonly show: (workspace: string, incoming: Incoming, language: Language | undefined) => Promise<void>;
  readonly setLanguage: (workspace: string, setting: Setting) => Promise<void>;
};

type Parts = {
  readonly ninety: Ninety;
  readonly tenants: Tenants;
  readonly store: Store;
  readonly today: () => Day;
  readonly log: Logger;
};

/**
 * Slack tells nobody's rights without a scope we do not ask for: settings are for whoever installed the bot, or for everybody where nobody
 * is known to have.
 */
export const createHomes = ({ ninety, tenants, store, today, log }: Parts, preferences: Preferences): Homes => {
  const maySet = async (workspace: string, user: string): Promise<boolean> => {
    const installer = await tenants.installer(workspace);
    return installer === undefined || installer === user;
  };
  const show: Homes["show"] = async (workspace, { origin, user }, language) => {
    const { client } = await tenants.self(origin);
    const closed = (await store.closures.of({ platform, workspace })).map(({ channel }) => channel);
    const view = home(ninety, { today: today(), language, closed, maySet: await maySet(workspace, user) });
    await client.views.publish({ user_id: user, view });
  };
  return {
    show,
    setLanguage: async (workspace, setting) => {
      const chosen = (["en", "fr"] as const).find((language) => language === setting.value);
      // checked here too: what is not shown can still be sent
      if (await maySet(workspace, setting.user)) await preferences.set(workspace, chosen);
      else log.warn("setting refused", { workspace });
      await show(workspace, setting, await preferences.language(workspace));
    },
  };
};
