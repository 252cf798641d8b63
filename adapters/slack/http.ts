/** Slack over HTTP: signed requests only, and the pages on which people install. */

import type { IncomingMessage, RequestListener } from "node:http";
import { type App, HTTPReceiver, type InstallationStore, type Receiver, type Logger as SdkLogger, type webApi } from "@slack/bolt";
import type { Tenancy } from "./config.ts";
import { paths, scopes } from "./manifest.ts";

/** How old, or how far ahead, a signed request may be, in seconds: docs.slack.dev/authentication/verifying-requests-from-slack. */
const window = 5 * 60;
/** The largest request Slack sends is a message of 40,000 characters in a payload about itself. */
const largestBody = 512 * 1024;

export type Web = {
  readonly receiver: Receiver;
  /** Bolt's keeper of installations; undefined where there is one workspace. */
  readonly installer: HTTPReceiver["installer"];
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type WebOptions = {
  readonly port: number;
  /** Undefined where events come by socket, and only people come here. */
  readonly signingSecret: string | undefined;
  readonly tenancy: Tenancy;
  readonly installations: InstallationStore;
  readonly clientOptions: webApi.WebClientOptions;
  readonly sdkLog: SdkLogger;
  /** In milliseconds since 1970. */
  readonly now: () => number;
};

/** Bolt refuses what is too old and takes what comes from the future, which would let a request be replayed for longer than five minutes. */
const isAhead = ({ headers }: IncomingMessage, now: number): boolean => Number(headers["x-slack-request-timestamp"]) > now / 1_000 + window;

const guarded =
  (listener: RequestListener, now: () => number): RequestListener =>
  (request, response) => {
    if (!isAhead(request, now())) return listener(request, response);
    response.writeHead(401).end();
  };

/** Where people agree to install: beside the Web API. */
const authorizationUrl = (apiUrl: string | undefined): object =>
  apiUrl === undefined ? {} : { authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href };

/** The server, not yet listening. */
export const createWeb = (options: WebOptions): Web => {
  const { tenancy, signingSecret, clientOptions, sdkLog } = options;
  const http = new HTTPReceiver({
    signingSecret: signingSecret ?? "",
    signatureVerification: signingSecret !== undefined,
    endpoints: signingSecret === undefined ? [] : [paths.events],
    bodyLimit: largestBody,
    logger: sdkLog,
    ...(tenancy.kind === "many"
      ? {
          clientId: tenancy.clientId,
          clientSecret: tenancy.clientSecret,
          stateSecret: tenancy.stateSecret,
          scopes: [...scopes],
          installationStore: options.installations,
          installerOptions: {
            installPath: paths.install,
            redirectUriPath: paths.redirect,
            directInstall: true,
            clientOptions,
            ...authorizationUrl(clientOptions.slackApiUrl),
          },
        }
      : {}),
  });
  http.requestListener = guarded(http.requestListener, options.now);
  const start = async (): Promise<void> => void (await http.start(options.port));
  const stop = (): Promise<void> => http.stop();
  return {
    // without its installer, which Bolt would ask for a token before it acknowledges
    receiver: { init: (app: App) => http.init(app), start, stop },
    installer: http.installer,
    start,
    stop,
  };
};
