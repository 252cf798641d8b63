/** What a monitor asks: whether it lives, whether it serves, its figures. On this machine only. */

import { createServer, type Server } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Logger } from "../../src/index.ts";

/** Undefined where all is well, else what is not, in words. */
type Ailment = () => string | undefined;

export type Admin = {
  /** Names a part that serves; it is ready from now on unless its check says otherwise. */
  readonly part: (name: string, ailment: Ailment) => void;
  /** Told of each reply. @param ms our own share of it, in milliseconds */
  readonly count: (adapter: string, what: string, how: string, ms: number) => void;
  /** Begins to listen. @throws where the port is taken */
  readonly listen: (port: number, log: Logger) => Promise<Server>;
};

/** Seconds. Most replies take a few milliseconds; a platform gives up after three seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** The figures of one process. */
export const createAdmin = (): Admin => {
  const registry = new Registry();
  const registers = [registry];
  const parts = new Map<string, Ailment>();
  const replies = new Counter({
    name: "ninety_replies_total",
    help: "Replies, by adapter, kind of request and outcome",
    labelNames: ["adapter", "what", "how"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: "ninety_reply_seconds",
    help: "Our own share of a reply, without the platform's",
    labelNames: ["adapter"] as const,
    buckets,
    registers,
  });
  new Gauge({
    name: "ninety_ready",
    help: "1 where a part serves, 0 where it does not",
    labelNames: ["part"] as const,
    registers,
    collect() {
      for (const [part, ailment] of parts) this.set({ part }, ailment() === undefined ? 1 : 0);
    },
  });
  const ailments = (): string[] =>
    [...parts].flatMap(([part, ailment]) => {
      const what = ailment();
      return what === undefined ? [] : [`${part}: ${what}`];
    });
  return {
    part: (name, ailment) => void parts.set(name, ailment),
    count: (adapter, what, how, ms) => {
      replies.inc({ adapter, what, how });
      seconds.observe({ adapter }, ms / 1_000);
    },
    listen: (port, log) => {
      collectDefaultMetrics({ register: registry });
      const server = createServer(async (request, response) => {
        const say = (status: number, text: string, type = "text/plain; charset=utf-8"): void => {
          response.writeHead(status, { "content-type": type });
          response.end(text);
        };
        switch (request.url) {
          case "/healthz":
            return say(200, "alive\n");
          case "/readyz": {
            const ill = ailments();
            return parts.size > 0 && ill.length === 0 ? say(200, "ready\n") : say(503, `${ill.join("\n") || "starting"}\n`);
          }
          case "/metrics":
            return say(200, await registry.metrics(), registry.contentType);
          default:
            return say(404, "/healthz, /readyz or /metrics\n");
        }
      });
      return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          log.info("admin listens", { port });
          resolve(server);
        });
      });
    },
  };
};
