/** The adapter at work against the peer. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLifecycle } from "../../../adapters/shared/lifecycle.ts";
import { createLog } from "../../../adapters/shared/log.ts";
import { type Slack, type SlackParts, startSlack } from "../../../adapters/slack/main.ts";
import { openStore } from "../../../adapters/store/open.ts";
import type { Logger, Ninety, Store } from "../../../src/index.ts";
import { theRecord } from "../../support/record.ts";
import { bodyOf, signed } from "./events.ts";
import { type Peer, seeded } from "./peer.ts";

export const tokenKey = "0f".repeat(32);

/** The day on which the tests live: a year after everything in the record. */
export const today = "2026-11-23";

export type Bot = {
  readonly url: string;
  readonly slack: Slack;
  readonly store: Store;
  readonly lines: readonly string[];
  /** Delivers over HTTP, signed now; the status and the text of the answer. */
  readonly deliver: (payload: Record<string, unknown>, headers?: Record<string, string>) => Promise<{ status: number; text: string }>;
  readonly stop: () => Promise<void>;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export type BotOptions = Partial<Omit<SlackParts, "config">> & {
  readonly transport?: "http" | "socket";
  readonly tenancy?: "one" | "many";
  readonly port?: number;
  readonly ninety?: Ninety;
  readonly log?: Logger;
};

/** Starts the adapter; its own store in memory unless one is given. */
export const startBot = async (peer: Peer, options: BotOptions = {}): Promise<Bot> => {
  const { transport = "http", tenancy = "one", port = await freePort(), ...parts } = options;
  const lines: string[] = [];
  const log = parts.log ?? createLog("debug", (line) => void lines.push(line));
  const life = createLifecycle(log);
  const store = parts.store ?? (await openStore({ key: tokenKey }));
  if (!parts.store) life.onStop("store", store.close);
  const slack = await startSlack({
    ninety: theRecord(),
    today: () => today,
    now: Date.now,
    tempo: { between: 0, patience: 5_000 },
    ...parts,
    log,
    life,
    store,
    config: {
      apiUrl: peer.apiUrl,
      transport:
        transport === "http" ? { kind: "http", signingSecret: seeded.signingSecret, port } : { kind: "socket", appToken: "xapp-1" },
      tenancy:
        tenancy === "one"
          ? { kind: "one", botToken: seeded.token }
          : { kind: "many", clientId: seeded.clientId, clientSecret: seeded.clientSecret, stateSecret: "state-secret", port },
    },
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    slack,
    store,
    lines,
    deliver: async (payload, headers) => {
      const { body, type } = bodyOf(payload);
      const response = await fetch(`${url}/slack/events`, {
        method: "POST",
        headers: { "content-type": type, ...(headers ?? signed(body)) },
        body,
      });
      return { status: response.status, text: await response.text() };
    },
    stop: life.stop,
  };
};
