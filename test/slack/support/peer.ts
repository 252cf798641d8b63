/**
 * Slack, as the adapter sees it. The Web API and OAuth are those of `emulate`, behind a front of our own that keeps a record of every call
 * and can answer as Slack does on a bad day; response addresses and Socket Mode, which `emulate` lacks, are played here.
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { type Link, openLink } from "./websocket.ts";

/** One call of ours. `body` has its blocks and view read. */
export type Call = {
  readonly method: string;
  readonly token: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
};

type Canned = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown; readonly lose?: boolean };

export type Peer = {
  readonly url: string;
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** The next call of that method that nobody has awaited yet. Waits for it. */
  readonly next: (method: string) => Promise<Call>;
  readonly count: (method: string) => number;
  /** What the next calls of a method are answered, one after the other. `lose`: it is done, and the answer is lost on the way. */
  readonly answer: (method: string, ...canned: readonly Canned[]) => void;
  /** A fresh response address. What is sent there is a call of the method `respond`. */
  readonly responseUrl: () => string;
  /** The next socket that opens. */
  readonly link: () => Promise<Link>;
  readonly links: () => number;
  /** What came over sockets: acknowledgements. */
  readonly acknowledged: () => readonly { readonly envelope_id: string }[];
  readonly close: () => Promise<void>;
};

export const seeded = {
  token: "xoxb-1",
  clientId: "1.2",
  clientSecret: "client-secret",
  signingSecret: "signing-secret",
  team: "T000000001",
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Form fields or JSON, with the fields that hold JSON read. */
const fieldsOf = (raw: string, type = ""): Record<string, unknown> => {
  const fields: Record<string, unknown> = type.includes("json")
    ? (JSON.parse(raw || "{}") as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(raw));
  for (const name of ["blocks", "view"]) if (typeof fields[name] === "string") fields[name] = JSON.parse(fields[name]);
  return fields;
};

/** A list that can be waited on. */
const createLine = <T>() => {
  const items: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  return {
    push: (item: T) => {
      const next = waiting.shift();
      if (next) next(item);
      else items.push(item);
    },
    next: (): Promise<T> => {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve(item);
    },
  };
};

/** @param redirects addresses that people may be sent back to after installing */
export const createPeer = async (redirects: readonly string[] = []): Promise<Peer> => {
  const port = await freePort();
  const emulator = await createEmulator({
    service: "slack",
    port,
    seed: {
      slack: {
        strict_scopes: true,
        channels: [{ name: "general" }, { name: "news" }],
        users: [{ name: "ann" }],
        signing_secret: seeded.signingSecret,
        oauth_apps: [
          {
            client_id: seeded.clientId,
            client_secret: seeded.clientSecret,
            name: "Ninety",
            bot_name: "ninety",
            scopes: ["chat:write", "commands", "app_mentions:read", "im:history"],
            redirect_uris: [...redirects],
          },
        ],
        tokens: [
          { token: seeded.token, user: "ninety", type: "bot", scopes: ["chat:write", "commands", "app_mentions:read", "im:history"] },
        ],
      },
    },
  });

  const calls: Call[] = [];
  const lines = new Map<string, ReturnType<typeof createLine<Call>>>();
  const line = (method: string) => {
    const kept = lines.get(method) ?? createLine<Call>();
    lines.set(method, kept);
    return kept;
  };
  const canned = new Map<string, Canned[]>();
  const links = createLine<Link>();
  const open = new Set<Link>();
  const acknowledged: { envelope_id: string }[] = [];
  let linkCount = 0;
  let addresses = 0;

  const record = (method: string, token: string | undefined, body: Record<string, unknown>): void => {
    const call = { method, token, body, at: performance.now() };
    calls.push(call);
    line(method).push(call);
  };

  const forward = async (request: IncomingMessage, raw: Buffer, response: ServerResponse): Promise<void> => {
    const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url ?? "/", emulator.url), {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      redirect: "manual",
      ...(raw.length > 0 ? { body: new Uint8Array(raw) } : {}),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const passed = [...answer.headers].filter(([name]) => !["content-length", "content-encoding", "transfer-encoding"].includes(name));
    response.writeHead(answer.status, Object.fromEntries(passed)).end(body);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await read(request);
    const path = new URL(request.url ?? "/", "http://peer").pathname;
    const method = path.startsWith("/api/") ? path.slice(5) : path.startsWith("/respond/") ? "respond" : undefined;
    if (method === undefined) return forward(request, raw, response);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const fields = fieldsOf(raw.toString("utf8"), request.headers["content-type"]);
    record(method, token, fields);
    const ready = canned.get(method)?.shift();
    if (ready?.lose) {
      await fetch(new URL(request.url ?? "/", emulator.url), {
        method: "POST",
        headers: request.headers as Record<string, string>,
        body: new Uint8Array(raw),
      });
      return void request.socket.destroy();
    }
    if (ready) {
      response
        .writeHead(ready.status ?? 200, { "content-type": "application/json", ...ready.headers })
        .end(JSON.stringify(ready.body ?? { ok: true }));
      return;
    }
    const json = (body: unknown): void => void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    // `emulate` opens direct conversations only for those who may read them
    if (method === "chat.postMessage" && /^[DU]/.test(String(fields.channel)))
      return json({ ok: true, channel: fields.channel, ts: "1.1" });
    if (method === "respond") return void response.writeHead(200).end("ok");
    if (method === "apps.connections.open") {
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`;
      return json({ ok: true, url });
    }
    return forward(request, raw, response);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => response.writeHead(500).end(String(cause)));
  });
  server.on("upgrade", (request, socket) => {
    const link = openLink(
      request,
      socket,
      (text) => acknowledged.push(JSON.parse(text) as { envelope_id: string }),
      () => open.delete(link),
    );
    open.add(link);
    linkCount += 1;
    link.send(JSON.stringify({ type: "hello", num_connections: open.size, connection_info: { app_id: "A1" }, debug_info: {} }));
    links.push(link);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    apiUrl: `${url}/api/`,
    calls,
    next: (method) => line(method).next(),
    count: (method) => calls.filter((call) => call.method === method).length,
    answer: (method, ...list) => void canned.set(method, [...(canned.get(method) ?? []), ...list]),
    responseUrl: () => {
      addresses += 1;
      return `${url}/respond/${addresses}`;
    },
    link: () => links.next(),
    links: () => linkCount,
    acknowledged: () => acknowledged,
    close: async () => {
      for (const link of open) link.cut();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      await emulator.close();
    },
  };
};
