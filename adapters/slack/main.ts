/** The Slack adapter put together: who we are, how events come in, what they set in motion. */

import { webApi } from "@slack/bolt";
import { type Day, type Logger, languages, type Ninety, type Poster, type Store } from "../../src/index.ts";
import { BadEnvironment } from "../shared/env.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";
import type { Heard } from "./answer.ts";
import type { SlackConfig } from "./config.ts";
import { isRefused } from "./errors.ts";
import { createHandlers, type Other, type Rated } from "./handle.ts";
import { createWeb } from "./http.ts";
import { listen } from "./listen.ts";
import { createPosting, type Tempo } from "./post.ts";
import { createPoster } from "./poster.ts";
import { respond } from "./respond.ts";
import { createSdkLog } from "./sdk-log.ts";
import { createSocket, type SocketTimes } from "./socket.ts";
import { clientOptions, installationStore, manyTenants, oneTenant, platform, type Tenants } from "./tenants.ts";
import { createWork } from "./work.ts";

export type SlackParts = {
  readonly config: SlackConfig;
  readonly ninety: Ninety;
  readonly store: Store;
  readonly log: Logger;
  readonly life: Lifecycle;
  /** The day as of which is answered. */
  readonly today: () => Day;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Who answers to commands that are not this adapter's own. */
  readonly other?: Other;
  /** Told of each question asked in words, by whom, and what was replied. */
  readonly heard?: Heard;
  readonly rated?: Rated;
  /** The past day that a channel lives again, if it does. */
  readonly dayOf?: (workspace: string, channel: string) => Promise<Day | undefined>;
  /** Only tests are in a hurry. */
  readonly tempo?: Tempo;
  readonly times?: SocketTimes;
};

export type Slack = {
  readonly poster: Poster;
  /** Whether events reach us, as far as that can be told. */
  readonly connected: () => boolean;
  /** Events acknowledged and not yet answered. */
  readonly waiting: () => number;
};

/** How long a stop waits for answers that are still on their way, in milliseconds. */
const lastWords = 5_000;
/** Event ids are kept longer than Slack's last retry, which comes after five minutes; and swept this often. In milliseconds. */
const keepSeen = 15 * 60_000;
const sweepEvery = 60_000;

/** Says at the start, in one line, that a token is wrong; a Slack that does not answer is no reason not to start. */
const verify = async (tenants: Tenants, log: Logger): Promise<void> => {
  try {
    await tenants.self({ team: "" });
  } catch (cause) {
    if (isRefused(cause)) throw new BadEnvironment(["SLACK_BOT_TOKEN is refused by Slack: copy it again from “OAuth & Permissions”"]);
    log.warn("slack does not answer yet", { cause });
  }
};

/** Records made ready already: several adapters may share one. */
const warm = new WeakSet<Ninety>();

/** Asked before anybody else asks, so that the first person does not wait for what is made ready at first use. */
const warmUp = (ninety: Ninety, on: Day, log: Logger): void => {
  if (warm.has(ninety)) return;
  warm.add(ninety);
  try {
    for (const language of languages)
      for (const question of ninety.browse().suggest.questions("", language, on, 10)) ninety.ask({ question, on, language });
  } catch (cause) {
    log.error("not made ready", { cause });
  }
};

/**
 * Starts answering on Slack.
 * @throws BadEnvironment where Slack refuses a token; the system's error where the port is taken
 */
export const startSlack = async (parts: SlackParts): Promise<Slack> => {
  const { config, ninety, store, life, today, now } = parts;
  const { transport, tenancy } = config;
  const log = parts.log.child({ adapter: platform });
  const sdkLog = createSdkLog(log);
  const options = { ...clientOptions(config.apiUrl), logger: sdkLog };

  const port = transport.kind === "http" ? transport.port : tenancy.kind === "many" ? tenancy.port : undefined;
  const web =
    port === undefined
      ? undefined
      : createWeb({
          port,
          signingSecret: transport.kind === "http" ? transport.signingSecret : undefined,
          tenancy,
          installations: installationStore(store, now),
          clientOptions: options,
          sdkLog,
          now,
        });
  const tenants =
    tenancy.kind === "one" || !web?.installer
      ? oneTenant(new webApi.WebClient(tenancy.kind === "one" ? tenancy.botToken : undefined, options))
      : manyTenants(store, web.installer.authorize, options, log);
  if (tenancy.kind === "one") await verify(tenants, log);

  const socket =
    transport.kind === "socket"
      ? createSocket({
          appToken: transport.appToken,
          clientOptions: options,
          sdkLog,
          log,
          now,
          ...(parts.times ? { times: parts.times } : {}),
        })
      : undefined;
  const receiver = socket?.receiver ?? web?.receiver;
  if (!receiver) throw new Error("no way for events to come in");

  warmUp(ninety, today(), log);
  const posting = createPosting(tenants, now, log, parts.tempo);
  const work = createWork();
  const handlers = createHandlers({
    ninety,
    store,
    tenants,
    posting,
    respond,
    log,
    today,
    now,
    turn: work.turn,
    other: parts.other,
    dayOf: parts.dayOf,
    heard: parts.heard,
    rated: parts.rated,
  });
  listen({ receiver, handlers, work, life, log, sdkLog, clientOptions: options });

  // events first, people second: who installs at once is answered at once
  try {
    await receiver.start();
  } catch (cause) {
    if (isRefused(cause))
      throw new BadEnvironment([
        "SLACK_APP_TOKEN is refused by Slack: make one with the scope connections:write under “Basic Information”",
      ]);
    throw cause;
  }
  if (socket && web) await web.start();
  const sweep = setInterval(() => {
    store.seen.sweep(now() - keepSeen).catch((cause: unknown) => log.warn("event ids not swept", { cause }));
  }, sweepEvery);
  sweep.unref();
  life.onStop(platform, async () => {
    clearInterval(sweep);
    await receiver.stop();
    if (socket && web) await web.stop();
    await Promise.race([work.idle(), new Promise((resolve) => void setTimeout(resolve, lastWords).unref())]);
  });
  log.info("ready", { transport: transport.kind, tenancy: tenancy.kind });
  return {
    poster: createPoster(ninety, tenants, tenancy.kind === "many", log),
    connected: () => socket?.connected() ?? true,
    waiting: work.size,
  };
};
