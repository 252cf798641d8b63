/** A server that takes messages as Discord does: over real HTTP, with nonces honoured and the fifty requests a second enforced. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of a request: as usual, an error, or a connection that breaks before or after the message was taken. */
type Fate =
  | "ok"
  | "cut-before"
  | "cut-after"
  | { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> };

type Taken = {
  readonly channel: string;
  readonly id: string;
  readonly nonce: string;
  readonly body: Record<string, unknown>;
  readonly at: number;
};

export type DiscordPeer = {
  readonly api: string;
  /** Messages that people see. */
  readonly messages: Taken[];
  readonly figures: { requests: number; repeats: number; limited: number; mostInASecond: number };
  /** Decides on the requests that come; `ok` at first. */
  fate: (channel: string) => Fate;
  /** Resolves once so many messages stand, or so many requests came. */
  readonly until: (done: (peer: DiscordPeer) => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param perSecond how many requests it takes in any second; @param remembers for how long it knows a nonce, milliseconds */
export const startDiscordPeer = async ({ perSecond = 50, remembers = 300_000, latency = 0 } = {}): Promise<DiscordPeer> => {
  const byNonce = new Map<string, Taken>();
  const recent: number[] = [];
  const waiting: { readonly done: (peer: DiscordPeer) => boolean; readonly resolve: () => void }[] = [];
  let last = 0;

  const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

  const limited = (response: ServerResponse): boolean => {
    const now = performance.now();
    while (recent.length > 0 && (recent[0] ?? 0) <= now - 1_000) recent.shift();
    if (recent.length >= perSecond) {
      peer.figures.limited += 1;
      const wait = ((recent[0] ?? now) + 1_000 - now) / 1_000;
      answer(
        response,
        429,
        { message: "You are being rate limited.", retry_after: wait, global: true },
        { "retry-after": String(Math.ceil(wait)), "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
      );
      return true;
    }
    recent.push(now);
    peer.figures.mostInASecond = Math.max(peer.figures.mostInASecond, recent.length);
    return false;
  };

  const take = (channel: string, body: Record<string, unknown>): Taken => {
    const nonce = String(body.nonce ?? "");
    const key = `${channel} ${nonce}`;
    const known = byNonce.get(key);
    if (known && body.enforce_nonce === true && performance.now() - known.at < remembers) {
      peer.figures.repeats += 1;
      return known;
    }
    last += 1;
    const taken = { channel, id: String(last), nonce, body, at: performance.now() };
    byNonce.set(key, taken);
    peer.messages.push(taken);
    return taken;
  };

  const handle = (request: IncomingMessage, response: ServerResponse, text: string): void => {
    peer.figures.requests += 1;
    if (limited(response)) return;
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (request.url?.endsWith("/users/@me/channels")) {
      answer(response, 200, { id: `dm-${String(body.recipient_id)}`, type: 1 });
      return;
    }
    const channel = /\/channels\/([^/]+)\/messages$/.exec(request.url ?? "")?.[1];
    if (channel === undefined) {
      answer(response, 404, { message: "404: Not Found", code: 0 });
      return;
    }
    const fate = peer.fate(channel);
    if (fate === "cut-before") {
      request.socket.destroy();
      return;
    }
    if (typeof fate === "object") {
      answer(response, fate.status, fate.body, fate.headers);
      return;
    }
    const { id } = take(channel, body);
    if (fate === "cut-after") {
      request.socket.destroy();
      return;
    }
    answer(response, 200, { id, channel_id: channel, nonce: body.nonce });
  };

  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      text += part;
    });
    request.on("error", () => undefined);
    request.on("end", () => {
      const finish = (): void => {
        handle(request, response, text);
        for (const wait of waiting.splice(0)) wait.done(peer) ? wait.resolve() : waiting.push(wait);
      };
      latency > 0 ? setTimeout(finish, latency) : finish();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const peer: DiscordPeer = {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    messages: [],
    figures: { requests: 0, repeats: 0, limited: 0, mostInASecond: 0 },
    fate: () => "ok",
    until: (done) => (done(peer) ? Promise.resolve() : new Promise((resolve) => waiting.push({ done, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return peer;
};
