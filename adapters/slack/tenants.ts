/** Who we are in which workspace: the token to act there with, found, renewed and forgotten. */

import { type InstallationQuery, type InstallationStore, type Installation as SlackInstallation, webApi } from "@slack/bolt";
import type { Logger, Store } from "../../src/index.ts";

/** The platform's name in the store. */
export const platform = "slack";

/** Where an event came from, as far as it decides on the token. */
export type Origin = { readonly team: string; readonly enterprise?: string | undefined; readonly orgWide?: boolean | undefined };

/** Who the bot is there. */
type Self = { readonly client: webApi.WebClient; readonly user: string | undefined };

export type Tenants = {
  /** The workspace under which things of this origin are kept. */
  readonly workspaceOf: (origin: Origin) => string;
  /** @throws where the bot is not installed there, or Slack does not renew its token */
  readonly self: (origin: Origin) => Promise<Self>;
  /** Who installed the bot there; undefined where nobody is known. */
  readonly installer: (workspace: string) => Promise<string | undefined>;
};

/** How long Slack gets to answer a call, in milliseconds. */
const patience = 10_000;

/**
 * Options of every client. No retries: a post whose answer is lost may have been posted, and the SDK would post it again, ten times over
 * half an hour. What may be repeated is repeated by whoever knows that it may.
 */
export const clientOptions = (apiUrl: string | undefined): webApi.WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: patience,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});

/** An installation of the whole organisation stands under its id, any other under that of its team. */
const keyOf = ({ team, enterprise, orgWide }: Origin): string => (orgWide && enterprise ? enterprise : team);

/** One workspace, whose token is in the environment. */
export const oneTenant = (client: webApi.WebClient): Tenants => {
  let known: Promise<Self> | undefined;
  const ask = async (): Promise<Self> => {
    const { user_id } = await client.auth.test();
    return { client, user: user_id };
  };
  return {
    workspaceOf: keyOf,
    self: () => {
      known ??= ask().catch((cause: unknown) => {
        // asked again the next time
        known = undefined;
        throw cause;
      });
      return known;
    },
    installer: async () => undefined,
  };
};

/** Bolt's installations over our store: one sealed text each. */
export const installationStore = (store: Store, now: () => number): InstallationStore => {
  const keyOfQuery = ({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>): string =>
    keyOf({ team: teamId ?? "", enterprise: enterpriseId, orgWide: isEnterpriseInstall });
  return {
    storeInstallation: (installation) => {
      const workspace = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (workspace === undefined) throw new Error("an installation without a workspace");
      return store.installations.save({ platform, workspace, by: installation.user.id, at: now(), secret: JSON.stringify(installation) });
    },
    fetchInstallation: async (query) => {
      const find = (workspace: string) => store.installations.find({ platform, workspace });
      const found = (await find(keyOfQuery(query))) ?? (query.enterpriseId ? await find(query.enterpriseId) : undefined);
      if (!found) throw new Error(`not installed in ${keyOfQuery(query)}`);
      return JSON.parse(found.secret) as SlackInstallation<"v2", boolean>;
    },
    deleteInstallation: (query) => store.forget({ platform, workspace: keyOfQuery(query) }),
  };
};

/** What of Bolt's installer is needed: it renews tokens that run out. */
type Authorize = (
  query: InstallationQuery<boolean>,
) => Promise<{ readonly botToken?: string | undefined; readonly botUserId?: string | undefined }>;

/** Clients kept for tokens lately used. */
const mostClients = 1_000;

/** Many workspaces, whose tokens are in the store. */
export const manyTenants = (store: Store, authorize: Authorize, options: webApi.WebClientOptions, log: Logger): Tenants => {
  const clients = new Map<string, webApi.WebClient>();
  const asking = new Map<string, Promise<Self>>();
  const clientOf = (token: string): webApi.WebClient => {
    const kept = clients.get(token);
    if (kept) return kept;
    if (clients.size >= mostClients) clients.clear();
    const client = new webApi.WebClient(token, options);
    clients.set(token, client);
    return client;
  };
  const ask = async (origin: Origin): Promise<Self> => {
    const { botToken, botUserId } = await authorize({
      teamId: origin.team,
      enterpriseId: origin.enterprise,
      isEnterpriseInstall: origin.orgWide ?? false,
    });
    if (botToken === undefined) throw new Error(`no bot token for ${keyOf(origin)}`);
    return { client: clientOf(botToken), user: botUserId };
  };
  return {
    workspaceOf: keyOf,
    self: (origin) => {
      // a refresh token works once: whoever asks while one is being used waits for what comes of it
      const key = keyOf(origin);
      const running = asking.get(key);
      if (running) return running;
      const fresh = ask(origin).finally(() => asking.delete(key));
      asking.set(key, fresh);
      fresh.catch((cause: unknown) => log.warn("no token", { workspace: key, cause }));
      return fresh;
    },
    installer: async (workspace) => (await store.installations.find({ platform, workspace }))?.by ?? undefined,
  };
};
