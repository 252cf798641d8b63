/** A rush of slash commands: so many a second, whether or not the ones before are acknowledged. */

import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf, command, signed } from "./events.ts";

export type Rush = {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly questions: readonly string[];
  readonly responses: string;
};

/** In milliseconds, in the order of sending; `failed` are those not acknowledged with 200. */
export type Acknowledged = { readonly sent: number; readonly failed: number; readonly times: readonly number[] };

const tick = 10;

/** Every command is from somebody else, in a channel of its own: this is a rush of many, which no manners slow down. */
export const rush = async ({ url, perSecond, seconds, questions, responses }: Rush): Promise<Acknowledged> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  let failed = 0;
  const send = (index: number): Promise<void> =>
    new Promise((resolve) => {
      const { body, type } = bodyOf(
        command(questions[index % questions.length] ?? "", {
          trigger_id: `rush.${index}`,
          user_id: `U${index}`,
          channel_id: `C${index}`,
          response_url: `${responses}/${index}`,
        }),
      );
      const started = performance.now();
      const done = (status: number | undefined): void => {
        times.push(performance.now() - started);
        if (status !== 200) failed += 1;
        resolve();
      };
      const outgoing = request(
        `${url}/slack/events`,
        { method: "POST", agent, headers: { "content-type": type, "content-length": Buffer.byteLength(body), ...signed(body) } },
        (response) => {
          response.resume();
          response.on("end", () => done(response.statusCode));
        },
      );
      outgoing.on("error", () => done(undefined));
      outgoing.end(body);
    });

  const all = perSecond * seconds;
  const sending: Promise<void>[] = [];
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(all, Math.ceil(((performance.now() - began) / 1_000) * perSecond));
      while (sending.length < due) sending.push(send(sending.length));
      if (sending.length < all) return;
      clearInterval(timer);
      resolve();
    }, tick);
  });
  await Promise.all(sending);
  agent.destroy();
  return { sent: all, failed, times };
};

export type Responses = {
  readonly url: string;
  /** Resolves when so many different commands have been answered; how many answers there were in all by then. */
  readonly until: (count: number) => Promise<number>;
  readonly received: () => number;
  readonly close: () => Promise<void>;
};

/** Where answers arrive: counts them by address. */
export const openResponses = async (): Promise<Responses> => {
  const seen = new Set<string>();
  let received = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let reached: (() => void) | undefined;
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      received += 1;
      seen.add(incoming.url ?? "");
      response.writeHead(200).end();
      if (seen.size >= wanted) reached?.();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    until: (count) =>
      new Promise((resolve) => {
        wanted = count;
        reached = () => resolve(received);
        if (seen.size >= count) reached();
      }),
    received: () => received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
};

/** The value below which a share of all lies. */
export const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
