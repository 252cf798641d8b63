/** Messages posted into channels and threads: one at a time in a channel, about one a second, waiting where Slack asks for it. */

import type { KnownBlock } from "@slack/types";
import type { Logger, Posted } from "../../src/index.ts";
import { outcomeOf } from "./errors.ts";
import type { Payload } from "./limits.ts";
import type { Origin, Tenants } from "./tenants.ts";

export type Target = {
  readonly origin: Origin;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Shown to this person alone. */
  readonly only?: string | undefined;
};

export type Posting = {
  /** Posts, waiting for its turn. What came of it; it never throws. */
  readonly post: (target: Target, payload: Payload) => Promise<Posted>;
};

export type Tempo = {
  /** Between two posts to one channel, in milliseconds. Slack allows about one a second: docs.slack.dev/apis/web-api/rate-limits. */
  readonly between: number;
  /** How long a busy Slack is waited for in all, in milliseconds: an answer after that is of no use to anybody. */
  readonly patience: number;
};

const usualTempo: Tempo = { between: 1_000, patience: 120_000 };

/** Channels that need no sparing any more are forgotten from this many on. */
const sweepAt = 5_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Posts without the SDK's own retries: a post whose answer is lost may stand, so only what Slack surely did not take is tried again.
 * @param now in milliseconds since 1970
 */
export const createPosting = (tenants: Tenants, now: () => number, log: Logger, tempo: Tempo = usualTempo): Posting => {
  /** When the next post to a channel may begin. */
  const free = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();

  const send = async ({ origin, channel, thread, only }: Target, payload: Payload): Promise<Posted> => {
    const { client } = await tenants.self(origin);
    const { text, unfurl_links, unfurl_media } = payload;
    const blocks: KnownBlock[] = [...payload.blocks];
    const place = { channel, text, blocks, ...(thread === undefined ? {} : { thread_ts: thread }) };
    if (only === undefined)
      return { kind: "posted", reference: (await client.chat.postMessage({ ...place, unfurl_links, unfurl_media })).ts ?? "" };
    return { kind: "posted", reference: (await client.chat.postEphemeral({ ...place, user: only })).message_ts ?? "" };
  };

  const attempt = async (target: Target, payload: Payload, key: string): Promise<Posted> => {
    const until = now() + tempo.patience;
    for (;;) {
      await wait(Math.max(0, (free.get(key) ?? 0) - now()));
      let outcome: Posted;
      try {
        outcome = await send(target, payload);
        free.set(key, now() + tempo.between);
      } catch (cause) {
        outcome = outcomeOf(cause);
        if (outcome.kind !== "later")
          log.warn("not posted", { channel: target.channel, outcome: outcome.kind, reason: outcome.reason, cause });
      }
      if (outcome.kind !== "later" || outcome.reason !== "rate limited") return outcome;
      free.set(key, now() + outcome.after);
      log.info("slack asks to wait", { channel: target.channel, ms: outcome.after });
      if (now() + outcome.after > until) return outcome;
    }
  };

  return {
    post: (target, payload) => {
      const key = `${tenants.workspaceOf(target.origin)}/${target.channel}`;
      const turn = (turns.get(key) ?? Promise.resolve()).then(() => attempt(target, payload, key));
      turns.set(key, turn);
      void turn.finally(() => {
        if (turns.get(key) === turn) turns.delete(key);
        if (free.size >= sweepAt) for (const [channel, at] of free) if (at <= now()) free.delete(channel);
      });
      return turn;
    },
  };
};
