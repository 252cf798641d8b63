/** Starts a worker as a process of its own and tells when it is ready and when it is gone. */

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { WorkerSetting } from "./worker.ts";

export type Worker = { readonly ready: Promise<void>; readonly kill: (signal?: NodeJS.Signals) => Promise<void> };

export const startWorker = (setting: WorkerSetting): Worker => {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, "worker.ts"), JSON.stringify(setting)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (part: Buffer) => {
      if (part.toString().includes("ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`worker gone before it was ready (${code})`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    kill: async (signal = "SIGKILL") => {
      child.kill(signal);
      await gone;
    },
  };
};
