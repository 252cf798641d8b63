/** Every way in which something is sent to Discord. Each body carries `allowed_mentions`, because `Payload` cannot be built without. */

import { createHash } from "node:crypto";
import { type REST, Routes } from "discord.js";
import { refusalOf } from "./errors.ts";
import { createLanes } from "./lanes.ts";
import { limits } from "./limits.ts";
import type { Suggestion } from "./request.ts";
import { flag, type Payload } from "./wire.ts";

/** What an interaction is answered with. Source: interactions/receiving-and-responding. */
const answerType = { say: 4, defer: 5, deferReplace: 6, replace: 7, suggest: 8 } as const;

/** An interaction, as far as answering it goes. */
export type Ticket = { readonly application: string; readonly id: string; readonly token: string };

export type Outbox = {
  readonly say: (ticket: Ticket, body: Payload) => Promise<void>;
  /** In place of the message whose button was pressed. */
  readonly replace: (ticket: Ticket, body: Payload) => Promise<void>;
  readonly suggest: (ticket: Ticket, choices: readonly Suggestion[]) => Promise<void>;
  /** Announces an answer; who will see it is decided here and cannot be changed later. */
  readonly defer: (ticket: Ticket, how: "private" | "public" | "replace") => Promise<void>;
  /** Completes what was announced. */
  readonly complete: (ticket: Ticket, body: Payload) => Promise<void>;
  readonly follow: (ticket: Ticket, body: Payload) => Promise<void>;
  /** Posts in a channel, once for each key however often it is tried; as a reply where `to` is given. */
  readonly post: (channel: string, key: string, body: Payload, to?: string) => Promise<void>;
};

/**
 * Within a few minutes Discord answers a second post with the same nonce with the first one's message (resources/message, enforce_nonce).
 * discord.js tries a post three times where the answer is an error or is lost.
 */
const nonceOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, limits.nonce);

/** Answers on their way at the same time: at 150 ms each, as Discord takes, well over a thousand a second. */
const atOnce = 256;

/**
 * The way out.
 * @param answers the client for interactions, which need no token of the bot and have limits of their own
 * @param posts the client for everything else
 */
export const createOutbox = (answers: REST, posts: REST): Outbox => {
  const lanes = createLanes(atOnce);
  const respond = async ({ id, token }: Ticket, type: number, data?: unknown): Promise<void> => {
    try {
      const body = data === undefined ? { type } : { type, data };
      await lanes(() => answers.post(Routes.interactionCallback(id, token), { body, auth: false }));
    } catch (error) {
      if (refusalOf(error) !== "answered") throw error;
    }
  };
  return {
    say: (ticket, body) => respond(ticket, answerType.say, body),
    replace: (ticket, body) => respond(ticket, answerType.replace, body),
    suggest: (ticket, choices) => respond(ticket, answerType.suggest, { choices }),
    defer: (ticket, how) =>
      how === "replace"
        ? respond(ticket, answerType.deferReplace)
        : respond(ticket, answerType.defer, { flags: how === "private" ? flag.ephemeral : 0 }),
    complete: async ({ application, token }, body) => {
      await lanes(() => answers.patch(Routes.webhookMessage(application, token), { body, auth: false }));
    },
    follow: async ({ application, token }, body) => {
      await lanes(() => answers.post(Routes.webhook(application, token), { body, auth: false }));
    },
    post: async (channel, key, body, to) => {
      const send = async (reply: object): Promise<void> => {
        await posts.post(Routes.channelMessages(channel), { body: { ...body, ...reply, nonce: nonceOf(key), enforce_nonce: true } });
      };
      try {
        await send(to === undefined ? {} : { message_reference: { message_id: to, fail_if_not_exists: false } });
      } catch (error) {
        // answering without the arrow to the question beats not answering
        if (to === undefined || refusalOf(error) !== "history") throw error;
        await send({});
      }
    },
  };
};
