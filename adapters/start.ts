/** What `npm start` runs: every adapter whose credentials are there, in one process; with none, the chat in the terminal. */

import type { Ninety } from "../src/index.ts";
import { today } from "./shared/clock.ts";
import { type Env, slackKeys } from "./shared/env.ts";

/**
 * Starts.
 * @returns the exit status; with adapters it is returned once they serve, and they serve on
 * @throws BadEnvironment where credentials are wrong, each problem in one line
 */
export const start = async (env: Env, ninety: Ninety): Promise<number> => {
  if (env.DISCORD_TOKEN === undefined && slackKeys.every((key) => env[key] === undefined)) {
    await (await import("./terminal/chat.ts")).chat(ninety, env.NINETY_TODAY ?? today());
    return 0;
  }
  // what serving needs, logs, metrics, a store, the chat does not
  await (await import("./serve.ts")).serve(env, ninety);
  return 0;
};
