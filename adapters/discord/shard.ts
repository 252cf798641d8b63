/** One shard in a process of its own, started by `shards.ts`, which tells it by the environment which one it is. */

import { join } from "node:path";
import { openNinety } from "../../src/index.ts";
import { createReminding } from "../remind/main.ts";
import { now } from "../shared/clock.ts";
import { readEnv } from "../shared/env.ts";
import { createLifecycle, exitAfterStop, stopOnSignals } from "../shared/lifecycle.ts";
import { createLog } from "../shared/log.ts";
import { openStore } from "../store/open.ts";
import { startDiscord } from "./main.ts";
import { givenFrom } from "./serve.ts";

const env = readEnv();
const log = createLog(env.NINETY_LOG_LEVEL);
const life = createLifecycle(log);
exitAfterStop(life);
stopOnSignals(life);
process.on("unhandledRejection", (cause) => log.error("unhandled", { cause }));
// the manager is gone: nobody would stop or restart this shard any more
process.on("disconnect", () => void life.stop());

const store = await openStore({ url: env.DATABASE_URL, file: join(env.NINETY_DATA, "ninety.sqlite"), key: env.NINETY_TOKEN_KEY, log });
life.onStop("store", () => store.close());
const ninety = openNinety(env.NINETY_KNOWLEDGE);
const reminding = createReminding({
  ninety,
  store,
  log,
  life,
  now,
  pretended: env.NINETY_TODAY,
  keepQuestions: env.NINETY_KEEP_QUESTIONS === "1",
});
await startDiscord(givenFrom(env.DISCORD_TOKEN ?? "", { env, ninety, store, log, life, reminding, count: () => undefined }));
