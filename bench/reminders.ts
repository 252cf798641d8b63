/**
 * Ten thousand channels due in the same minute, against a server that takes fifty requests a second: how long until the last one is told,
 * beside the shortest time that the limit allows. One process on the embedded database, then two on PostgreSQL.
 * `node bench/reminders.ts [CHANNELS] [PROCESSES]`
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { now } from "../adapters/shared/clock.ts";
import { openStore } from "../adapters/store/open.ts";
import { createDatabase, postgresAnswers } from "../test/support/postgres.ts";
import { startDiscordPeer } from "../test/support/remind/discord-peer.ts";
import { startWorker } from "../test/support/remind/spawn.ts";
import { subscribeMany } from "../test/support/remind/subscriptions.ts";

const channels = Number(process.argv[2] ?? 10_000);
const perSecond = 50;
const best = channels / perSecond;
/** Time to write the subscriptions and start the processes, in milliseconds. */
const lead = 15_000 + channels * 3;
const rhythm = { tick: 2_000, lease: 15_000, claim: 30_000 };

type Place = { readonly url?: string; readonly file?: string };

const run = async (name: string, place: Place, workers: number): Promise<void> => {
  const peer = await startDiscordPeer({ perSecond, latency: 40 });
  const store = await openStore(place);
  const dueAt = now() + lead;
  await subscribeMany(store, channels, dueAt);
  const running = Array.from({ length: workers }, () => startWorker({ ...place, api: peer.api, rhythm }));
  await Promise.all(running.map(({ ready }) => ready));
  if (now() > dueAt) console.error(`${name}: the subscriptions took longer than ${lead} ms to write; the time below is too short by that`);
  // a server that stalls itself sees what waited meanwhile come in at once: told, so that its refusals can be judged
  const enough = Promise.withResolvers<void>();
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  // a reminder that stays in doubt never comes: half as long again as the best time is enough for all others
  const patience = setTimeout(() => enough.resolve(), dueAt - now() + best * 1_500);
  await Promise.race([peer.until(({ messages }) => messages.length >= channels), enough.promise]);
  clearTimeout(patience);
  const seconds = (now() - dueAt) / 1_000;
  await Promise.all(running.map((worker) => worker.kill("SIGTERM")));
  const { figures, messages } = peer;
  const seen = new Set(messages.map(({ channel }) => channel)).size;
  console.log(
    [
      name.padEnd(28),
      `${seconds.toFixed(1)} s`.padStart(9),
      `${(seconds / best).toFixed(3)} x best`.padStart(14),
      `${channels - seen} lost`,
      `${messages.length - seen} twice`,
      `${figures.limited} refused with 429`,
      `at most ${figures.mostInASecond} in a second`,
      `the server itself stalled for up to ${(stalls.max / 1e6).toFixed(0)} ms`,
    ].join("  "),
  );
  await peer.close();
  await store.close();
};

console.log(`${channels} channels due at once, ${perSecond} requests a second allowed: ${best.toFixed(0)} s at best`);
const only = process.argv[3];
if (only !== "2") {
  const folder = mkdtempSync(join(tmpdir(), "ninety-"));
  await run("one process, embedded", { file: join(folder, "n.sqlite") }, 1);
  rmSync(folder, { recursive: true });
}
if (only !== "1" && (await postgresAnswers("reminders in two processes"))) {
  const { url, drop } = await createDatabase();
  await run("two processes, PostgreSQL", { url }, 2);
  await drop();
}
