/** What the environment says about Slack: nothing, one workspace or many, by socket or over HTTP. Half of it is an error. */

import { BadEnvironment, type Env, slackKeys } from "../shared/env.ts";

type Transport =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };

export type Tenancy =
  | { readonly kind: "one"; readonly botToken: string }
  | {
      readonly kind: "many";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** Where people install; the same as the port of the HTTP transport. */
      readonly port: number;
    };

export type SlackConfig = {
  readonly transport: Transport;
  readonly tenancy: Tenancy;
  /** Another server speaking Slack's Web API, ending in a slash. */
  readonly apiUrl: string | undefined;
};

const oauth = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;

const transportOf = ({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT }: Env, problems: string[]): Transport | undefined => {
  if (SLACK_APP_TOKEN !== undefined) {
    if (!SLACK_APP_TOKEN.startsWith("xapp-")) problems.push("SLACK_APP_TOKEN is not an app-level token: those begin with xapp-");
    return { kind: "socket", appToken: SLACK_APP_TOKEN };
  }
  if (SLACK_SIGNING_SECRET === undefined) {
    problems.push("SLACK_APP_TOKEN is missing for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP");
    return undefined;
  }
  if (PORT === undefined) {
    problems.push("PORT is missing: Slack over HTTP needs one");
    return undefined;
  }
  return { kind: "http", signingSecret: SLACK_SIGNING_SECRET, port: PORT };
};

const tenancyOf = (env: Env, problems: string[]): Tenancy | undefined => {
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, NINETY_TOKEN_KEY, PORT } = env;
  if (oauth.every((key) => env[key] === undefined)) {
    if (SLACK_BOT_TOKEN === undefined) {
      problems.push(`SLACK_BOT_TOKEN is missing for one workspace, or ${oauth.join(", ")} for many`);
      return undefined;
    }
    if (!SLACK_BOT_TOKEN.startsWith("xoxb-")) problems.push("SLACK_BOT_TOKEN is not a bot token: those begin with xoxb-");
    return { kind: "one", botToken: SLACK_BOT_TOKEN };
  }
  for (const key of oauth) if (env[key] === undefined) problems.push(`${key} is missing: many workspaces need ${oauth.join(", ")}`);
  if (NINETY_TOKEN_KEY === undefined)
    problems.push("NINETY_TOKEN_KEY is missing: the tokens of workspaces are kept encrypted with it (openssl rand -hex 32)");
  if (SLACK_BOT_TOKEN !== undefined)
    problems.push("SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: take one of them out");
  if (PORT === undefined) problems.push("PORT is missing: people install over HTTP");
  if (SLACK_CLIENT_ID === undefined || SLACK_CLIENT_SECRET === undefined || SLACK_STATE_SECRET === undefined || PORT === undefined)
    return undefined;
  return { kind: "many", clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET, stateSecret: SLACK_STATE_SECRET, port: PORT };
};

/**
 * Reads what concerns Slack.
 * @returns undefined where nothing does
 * @throws BadEnvironment naming every key that is missing or wrong
 */
export const readConfig = (env: Env): SlackConfig | undefined => {
  if (slackKeys.every((key) => env[key] === undefined)) return undefined;
  const problems: string[] = [];
  const transport = transportOf(env, problems);
  const tenancy = tenancyOf(env, problems);
  if (problems.length > 0 || !transport || !tenancy) throw new BadEnvironment([...new Set(problems)]);
  return { transport, tenancy, apiUrl: env.SLACK_API_URL?.replace(/\/*$/, "/") };
};
