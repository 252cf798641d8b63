/** A process that does nothing but remind, on Discord: made to be killed. Its one argument is its setting as JSON. */

import { join } from "node:path";
import { createDiscordPoster, posterRest } from "../../../adapters/discord/poster.ts";
import { createScheduler, type Rhythm } from "../../../adapters/remind/schedule.ts";
import { now } from "../../../adapters/shared/clock.ts";
import { createLog } from "../../../adapters/shared/log.ts";
import { openStore } from "../../../adapters/store/open.ts";
import { localDay, openNinety } from "../../../src/index.ts";

export type WorkerSetting = {
  readonly url?: string | undefined;
  readonly file?: string | undefined;
  readonly api: string;
  readonly rhythm: Rhythm;
  readonly level?: string;
};

const { url, file, api, rhythm, level = "error" } = JSON.parse(process.argv[2] ?? "{}") as WorkerSetting;
const ninety = openNinety(join(import.meta.dirname, "../../../knowledge"));
const store = await openStore({ url, file });
const scheduler = createScheduler({
  ninety,
  store,
  poster: createDiscordPoster(posterRest("token", api), () => ninety.base.verified),
  today: { at: (moment) => localDay(moment, "America/New_York"), pretended: false },
  now,
  log: createLog(level),
  rhythm,
});
// whoever started it is gone: it must not go on alone
process.stdin.on("close", () => process.exit(1)).resume();
process.stdout.on("error", () => process.exit(1));
scheduler.start();
process.stdout.write("ready\n");
process.once("SIGTERM", async () => {
  await scheduler.stop();
  await store.close();
  process.exit(0);
});
