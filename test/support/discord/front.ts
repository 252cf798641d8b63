/**
 * A server before the twin's: keeps what is sent, answers what the twin cannot (registered commands with localisations, recommended shards,
 * late answers), and misbehaves on demand (429, 5xx, lost answers, lost permissions).
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request of the bot, as sent. */
export type Sent = { readonly method: string; readonly path: string; readonly body: unknown; readonly authorized: boolean };

/** How to misbehave, once. `lost` lets the twin act and then answers this all the same. */
export type Fault = {
  readonly on: (sent: Sent) => boolean;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly lost?: boolean;
  /** How often; once where left out. */
  readonly times?: number;
};

export type Front = {
  readonly url: string;
  readonly sent: Sent[];
  /** When interactions were delivered: an answer more than three seconds later is refused. */
  readonly born: Map<string, number>;
  /** Resolves with the next request that fits, past ones not counted. */
  readonly next: (fits: (sent: Sent) => boolean) => Promise<Sent>;
  readonly fault: (fault: Fault) => void;
  /** Answers a request in the twin's place where it returns something. */
  answerInstead: ((sent: Sent) => { readonly status: number; readonly body?: unknown } | undefined) | undefined;
  readonly close: () => Promise<void>;
};

/** 429 as topics/rate-limits has it. */
export const rateLimited = (on: Fault["on"], seconds: number, global = false): Fault => ({
  on,
  status: 429,
  headers: {
    "Retry-After": String(seconds),
    "X-RateLimit-Scope": global ? "global" : "user",
    ...(global ? { "X-RateLimit-Global": "true" } : {}),
  },
  body: { message: "You are being rate limited.", retry_after: seconds, global },
});

/** The time in which an interaction must be answered, in milliseconds. */
const inTime = 3_000;

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

const write = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

/**
 * Starts the front.
 * @param target the twin's address, up to `/api`
 * @param shards how many shards it recommends
 */
export const startFront = async (target: string, shards = 1): Promise<Front> => {
  const sent: Sent[] = [];
  const faults: (Fault & { left: number })[] = [];
  const born = new Map<string, number>();
  const byNonce = new Map<string, unknown>();
  const waiting: { readonly fits: (sent: Sent) => boolean; readonly found: (sent: Sent) => void }[] = [];
  let commands: readonly object[] = [];

  const forward = async (request: Sent, raw: string): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${target}/v10${request.path}`, {
      method: request.method,
      headers: { "content-type": "application/json" },
      ...(raw === "" ? {} : { body: raw }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  };

  const own = async (request: Sent, raw: string): Promise<{ status: number; body?: unknown }> => {
    const { method, path } = request;
    const instead = front.answerInstead?.(request);
    if (instead) return instead;
    if (method === "GET" && path === "/gateway/bot") {
      const { status, body } = await forward(request, raw);
      return { status, body: { ...(body as object), shards } };
    }
    if (/^\/applications\/\d+\/commands/.test(path)) {
      if (method === "GET") return { status: 200, body: commands };
      commands = (request.body as readonly object[]).map((command, index) => ({
        id: String(index + 1),
        version: "1",
        nsfw: false,
        ...command,
      }));
      return { status: 200, body: commands };
    }
    const interaction = /^\/interactions\/(\d+)\//.exec(path)?.[1];
    if (interaction && performance.now() - (born.get(interaction) ?? performance.now()) > inTime)
      return { status: 404, body: { code: 10062, message: "Unknown interaction" } };
    const { nonce, enforce_nonce } = (request.body ?? {}) as { nonce?: string; enforce_nonce?: boolean };
    const key = enforce_nonce && nonce ? `${path} ${nonce}` : undefined;
    if (key && byNonce.has(key)) return { status: 200, body: byNonce.get(key) };
    const answer = await forward(request, raw);
    if (key && answer.status === 200) byNonce.set(key, answer.body);
    return answer;
  };

  const server = createServer(async (request, response) => {
    const raw = await read(request);
    const path = (request.url ?? "").replace(/^\/api\/v10/, "");
    const each: Sent = {
      method: request.method ?? "GET",
      path: path.replace(/\?.*$/, ""),
      body: raw === "" ? undefined : JSON.parse(raw),
      authorized: request.headers.authorization !== undefined,
    };
    sent.push(each);
    const fault = faults.find(({ on, left }) => left > 0 && on(each));
    if (fault) {
      fault.left -= 1;
      if (fault.lost) await own(each, raw);
      write(response, fault.status, fault.body ?? { message: "fault", code: 0 }, fault.headers);
    } else {
      const { status, body } = await own(each, raw).catch((error: unknown) => ({ status: 500, body: { message: String(error), code: 0 } }));
      write(response, status, body);
    }
    for (const one of waiting.filter(({ fits }) => fits(each))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.found(each);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const front: Front = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    sent,
    born,
    next: (fits) => new Promise((found) => waiting.push({ fits, found })),
    fault: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    answerInstead: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
};
