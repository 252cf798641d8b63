import { describe, expect, test } from "vitest";
import type { Env } from "../../adapters/shared/env.ts";
import { readConfig } from "../../adapters/slack/config.ts";

const read = (env: Partial<Env>) => readConfig(env as Env);
const problemsOf = (env: Partial<Env>): readonly string[] => {
  try {
    read(env);
    return [];
  } catch (error) {
    return (error as { problems: readonly string[] }).problems;
  }
};

const one = { SLACK_BOT_TOKEN: "xoxb-1" };
const oauth = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "s", SLACK_STATE_SECRET: "t", NINETY_TOKEN_KEY: "0".repeat(64) };

describe("what the environment says about Slack", () => {
  test("nothing: no Slack", () => expect(read({ PORT: 3_000 })).toBeUndefined());
  test("one workspace by socket", () =>
    expect(read({ ...one, SLACK_APP_TOKEN: "xapp-1" })).toEqual({
      transport: { kind: "socket", appToken: "xapp-1" },
      tenancy: { kind: "one", botToken: "xoxb-1" },
      apiUrl: undefined,
    }));
  test("one workspace over HTTP, elsewhere than at Slack", () =>
    expect(read({ ...one, SLACK_SIGNING_SECRET: "s", PORT: 3_000, SLACK_API_URL: "http://127.0.0.1:1/api" })).toMatchObject({
      transport: { kind: "http", signingSecret: "s", port: 3_000 },
      apiUrl: "http://127.0.0.1:1/api/",
    }));
  test("many workspaces", () =>
    expect(read({ ...oauth, SLACK_SIGNING_SECRET: "s", PORT: 3_000 })?.tenancy).toMatchObject({
      kind: "many",
      clientId: "1.2",
      port: 3_000,
    }));

  test.each<[string, Partial<Env>, RegExp[]]>([
    ["a bot token alone", one, [/SLACK_APP_TOKEN is missing .* SLACK_SIGNING_SECRET/]],
    ["an app token alone", { SLACK_APP_TOKEN: "xapp-1" }, [/SLACK_BOT_TOKEN is missing/]],
    [
      "the two tokens the wrong way round",
      { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
      [/SLACK_APP_TOKEN is not/, /SLACK_BOT_TOKEN is not/],
    ],
    ["HTTP without a port", { ...one, SLACK_SIGNING_SECRET: "s" }, [/^PORT is missing/]],
    [
      "half of OAuth",
      { SLACK_CLIENT_ID: "1", SLACK_SIGNING_SECRET: "s", PORT: 1 },
      [/SLACK_CLIENT_SECRET is missing/, /SLACK_STATE_SECRET is missing/, /NINETY_TOKEN_KEY is missing/],
    ],
    ["one and many at once", { ...one, ...oauth, SLACK_SIGNING_SECRET: "s", PORT: 1 }, [/take one of them out/]],
  ])("%s: every problem, naming keys, never values", (_name, env, expected) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
    expect(problems.join()).not.toMatch(/xoxb-1|xapp-1/);
  });
});
