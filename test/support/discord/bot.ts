/** The adapter, started against a test Discord. */

import { commands } from "../../../adapters/discord/commands.ts";
import type { Given, Gone } from "../../../adapters/discord/config.ts";
import { type Running, startDiscord } from "../../../adapters/discord/main.ts";
import { now } from "../../../adapters/shared/clock.ts";
import { createLifecycle } from "../../../adapters/shared/lifecycle.ts";
import { createLog } from "../../../adapters/shared/log.ts";
import { theRecord } from "../record.ts";
import type { TestDiscord } from "./server.ts";

export type Bot = {
  readonly running: Running;
  readonly lines: string[];
  readonly gone: Gone[];
  readonly counted: { what: string; how: string; ms: number }[];
  readonly stop: () => Promise<void>;
};

/** Nobody is too fast, unless a test is about that. */
const unlimited = { burst: 1e9, perSecond: 1e9 };

/** The day on which the tests take place. */
export const testDay = "2026-10-09";

/** Starts it. */
export const startBot = async (discord: TestDiscord, over: Partial<Given> = {}): Promise<Bot> => {
  const lines: string[] = [];
  const log = over.log ?? createLog("debug", (line) => void lines.push(line));
  const life = over.life ?? createLifecycle(log);
  const gone: Gone[] = [];
  const counted: Bot["counted"] = [];
  const running = await startDiscord({
    token: discord.token,
    api: discord.front.url,
    ninety: theRecord(),
    log,
    life,
    today: () => testDay,
    now,
    gone: async (place) => void gone.push(place),
    count: (what, how, ms) => void counted.push({ what, how, ms }),
    paces: { person: unlimited, channel: unlimited },
    commands,
    ...over,
  });
  return { running, lines, gone, counted, stop: () => life.stop() };
};
