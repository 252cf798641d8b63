/**
 * Processes that remind, killed with SIGKILL at a random moment, over and over; what people saw is counted by the server they post to.
 * `node bench/chaos.ts [ROUNDS] [CHANNELS]`
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, postgresAnswers } from "../test/support/postgres.ts";
import { chaosRound, type Round } from "../test/support/remind/chaos.ts";

const rounds = Number(process.argv[2] ?? 50);
const channels = Number(process.argv[3] ?? 60);

const series = async (name: string, round: () => Promise<Round>): Promise<boolean> => {
  const done: Round[] = [];
  for (let count = 0; count < rounds; count += 1) done.push(await round());
  const sum = (key: keyof Round): number => done.reduce((total, one) => total + one[key], 0);
  console.log(
    `${name}: ${rounds} kills, ${rounds * channels} reminders, ${sum("lost")} lost, ${sum("twice")} seen twice, ${sum("doubtful")} in doubt, ` +
      `${sum("repeats")} repeated posts recognised by their nonce, ${(sum("ms") / rounds / 1_000).toFixed(1)} s a round`,
  );
  return sum("lost") + sum("twice") + sum("doubtful") === 0;
};

let sound = true;
if (await postgresAnswers("two processes on PostgreSQL"))
  sound = await series("two on PostgreSQL, one killed", async () => {
    const { url, drop } = await createDatabase();
    const round = await chaosRound({ url }, 2, channels, Math.random);
    await drop();
    return round;
  });
sound =
  (await series("one embedded, killed and started again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ninety-"));
    const round = await chaosRound({ file: join(folder, "n.sqlite") }, 1, channels, Math.random);
    rmSync(folder, { recursive: true });
    return round;
  })) && sound;
process.exitCode = sound ? 0 : 1;
