/** Slack by socket: connected again at once when it drops, renewed when it has been silent for long, because a deaf socket looks like a quiet one. */

import { type App, type Receiver, type Logger as SdkLogger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { Logger } from "../../src/index.ts";
import { errorCode } from "./errors.ts";

export type SocketOptions = {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly sdkLog: SdkLogger;
  readonly log: Logger;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly times?: SocketTimes;
};

/** In milliseconds. */
export type SocketTimes = {
  /** Silence after which the socket is taken to be deaf and another is opened beside it. */
  readonly deafAfter: number;
  /** Without a ping from Slack for so long, or a pong to one of ours, the socket is dropped. */
  readonly pingTimeout: number;
  readonly pongTimeout: number;
  /** How long one attempt to connect may take. */
  readonly connectTimeout: number;
  /** Pauses between attempts; the last one again and again. */
  readonly pauses: readonly number[];
};

export const usualTimes: SocketTimes = {
  deafAfter: 10 * 60_000,
  pingTimeout: 30_000,
  pongTimeout: 5_000,
  connectTimeout: 20_000,
  pauses: [0, 1_000, 2_000, 5_000, 10_000, 30_000],
};

export type Socket = {
  readonly receiver: Receiver;
  /** Whether Slack reaches us now. */
  readonly connected: () => boolean;
};

/** What no attempt will mend: the token is wrong or Socket Mode is off. */
const hopeless = new Set(["not_authed", "invalid_auth", "account_inactive", "token_revoked", "not_allowed_token_type", "missing_scope"]);

type Connection = { readonly receiver: SocketModeReceiver; alive: boolean };

/**
 * A receiver that keeps itself connected. The SDK's own reconnecting waits five seconds, and ends the process where the network is away
 * at that moment; so each connection here lives once, and this file makes the next.
 */
export const createSocket = ({ appToken, clientOptions, sdkLog, log, now, times = usualTimes }: SocketOptions): Socket => {
  let app: App | undefined;
  let current: Connection | undefined;
  let stopped = false;
  let heardAt = 0;
  let watch: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const close = (connection: Connection | undefined): void => {
    if (!connection) return;
    connection.alive = false;
    connection.receiver.client.disconnect().catch((cause: unknown) => log.debug("socket close", { cause }));
  };

  /** One attempt. */
  const open = async (): Promise<Connection> => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: sdkLog,
      autoReconnectEnabled: false,
      serverPingTimeout: times.pingTimeout,
      clientPingTimeout: times.pongTimeout,
      installerOptions: { clientOptions: { ...clientOptions } },
    });
    const connection: Connection = { receiver, alive: true };
    receiver.client.on("ws_message", () => {
      heardAt = now();
    });
    if (app) receiver.init(app);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error("the socket did not open in time")), times.connectTimeout);
    });
    const started = receiver.start();
    try {
      await Promise.race([started, late]);
    } catch (cause) {
      started.catch(() => undefined);
      close(connection);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
    heardAt = now();
    receiver.client.on("disconnected", () => {
      const dropped = connection.alive;
      connection.alive = false;
      if (dropped && connection === current && !stopped) void keep("dropped");
    });
    return connection;
  };

  let keeping = false;
  /** Connects until it is connected, then lets the one before go. */
  const keep = async (why: string): Promise<void> => {
    if (keeping || stopped) return;
    keeping = true;
    try {
      for (let attempt = 0; !stopped; attempt += 1) {
        await pause(times.pauses[Math.min(attempt, times.pauses.length - 1)] ?? 0);
        if (stopped) return;
        try {
          const before = current;
          const connection = await open();
          current = connection;
          close(before);
          if (stopped) close(connection);
          else log.info("socket renewed", { why });
          if (!connection.alive && !stopped) continue;
          return;
        } catch (cause) {
          log.warn("socket does not connect", { why, attempt, cause });
        }
      }
    } finally {
      keeping = false;
    }
  };

  const receiver: Receiver = {
    init: (given) => {
      app = given;
    },
    start: async () => {
      try {
        current = await open();
      } catch (cause) {
        if (hopeless.has(errorCode(cause) ?? "")) throw cause;
        log.warn("socket does not connect yet", { cause });
        void keep("start");
      }
      watch = setInterval(() => {
        if (now() - heardAt < times.deafAfter) return;
        heardAt = now();
        void keep("silent");
      }, times.deafAfter / 4);
      watch.unref();
    },
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      wake?.();
      close(current);
    },
  };
  return { receiver, connected: () => current?.alive ?? false };
};
