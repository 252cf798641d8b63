/** Every platform whose credentials are there, in one process, with one store and one way to stop. */

import { join } from "node:path";
import type { Ninety, Store } from "../src/index.ts";
import { createAdmin } from "./shared/admin.ts";
import { now, today } from "./shared/clock.ts";
import type { Env } from "./shared/env.ts";
import { createLifecycle, exitAfterStop, type Lifecycle, stopOnSignals } from "./shared/lifecycle.ts";
import { createLog } from "./shared/log.ts";

const open = async (env: Env, life: Lifecycle, log: ReturnType<typeof createLog>): Promise<Store> => {
  const { openStore } = await import("./store/open.ts");
  const store = await openStore({ url: env.DATABASE_URL, file: join(env.NINETY_DATA, "ninety.sqlite"), key: env.NINETY_TOKEN_KEY, log });
  life.onStop("store", () => store.close());
  return store;
};

/** The adapters start side by side: one that cannot is a reason to end, because its owner wants to know. */
const openPlatforms = async (env: Env, ninety: Ninety, life: Lifecycle, log: ReturnType<typeof createLog>): Promise<void> => {
  const { DISCORD_TOKEN, ADMIN_PORT } = env;
  ninety.warm();
  const admin = createAdmin();
  if (ADMIN_PORT !== undefined) {
    const server = await admin.listen(ADMIN_PORT, log);
    life.onStop("admin", () => void server.close());
  }
  const store = await open(env, life, log);
  const { createReminding } = await import("./remind/main.ts");
  const keepQuestions = env.NINETY_KEEP_QUESTIONS === "1";
  const reminding = createReminding({ ninety, store, log, life, now, pretended: env.NINETY_TODAY, keepQuestions });
  const discord = async (): Promise<void> => {
    if (DISCORD_TOKEN === undefined) return;
    const { serveDiscord } = await import("./discord/serve.ts");
    const count = (what: string, how: string, ms: number): void => admin.count("discord", what, how, ms);
    const { ailment, poster } = await serveDiscord(DISCORD_TOKEN, { env, ninety, store, log, life, count, reminding });
    reminding.begin(poster);
    admin.part("discord", ailment);
  };
  const slack = async (): Promise<void> => {
    const { readConfig } = await import("./slack/config.ts");
    const config = readConfig(env);
    if (!config) return;
    const { startSlack } = await import("./slack/main.ts");
    const { createRemindCommands } = await import("./slack/remind.ts");
    const { connected, poster } = await startSlack({
      config,
      ninety,
      store,
      log,
      life,
      today: () => env.NINETY_TODAY ?? today(),
      now,
      other: createRemindCommands(reminding.reminders, ninety, store),
      dayOf: (workspace, channel) => reminding.dayOf({ platform: "slack", workspace, channel }),
      rated: (facts, verdict, reader) => void reminding.rate(facts, verdict, reader),
      heard: (question, message, asker) =>
        void reminding.keepGap(question, message, asker, now()).catch((cause: unknown) => log.warn("question not kept", { cause })),
    });
    reminding.begin(poster);
    admin.part("slack", () => (connected() ? undefined : "not connected"));
  };
  await Promise.all([discord(), slack()]);
};

/**
 * Serves until it is told to stop; returns once every platform is reached.
 * @throws BadEnvironment where credentials are wrong, each problem in one line
 */
export const serve = async (env: Env, ninety: Ninety): Promise<void> => {
  const log = createLog(env.NINETY_LOG_LEVEL);
  const life = createLifecycle(log);
  exitAfterStop(life);
  stopOnSignals(life);
  // a library that stumbles over something new from a platform must not take the process with it
  process.on("unhandledRejection", (cause) => log.error("unhandled", { cause }));
  try {
    await openPlatforms(env, ninety, life, log);
  } catch (error) {
    await life.stop();
    throw error;
  }
};
