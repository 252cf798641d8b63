/** The reminders' way into Discord: each is posted under its id, which Discord recognises for a few minutes and does not post again. */

import { DiscordAPIError, HTTPError, RateLimitError, REST, Routes } from "discord.js";
import { type Channel, type Day, type Posted, type Poster, TooLarge } from "../../src/index.ts";
import { refusalOf } from "./errors.ts";
import { exactWait } from "./exact-wait.ts";
import { renderFitted, renderLine } from "./render.ts";
import { flag } from "./wire.ts";

/** Of the fifty requests a second that a bot has, the rest is for mentions, and for posts that the network brings closer together than they were sent. Source: topics/rate-limits. */
const perSecond = 48;

/** "In the past few minutes" (resources/message, enforce_nonce): two are surely meant. Milliseconds. */
const repeatable = 2 * 60_000;

const failed = (cause: unknown): Exclude<Posted, { kind: "posted" }> => {
  if (cause instanceof RateLimitError) return { kind: "later", after: cause.retryAfter, everyone: cause.global, reason: "rate limited" };
  const reason =
    cause instanceof DiscordAPIError
      ? `${cause.status} ${cause.code} ${cause.message}`
      : cause instanceof HTTPError
        ? String(cause.status)
        : "no answer";
  const refusal = refusalOf(cause);
  if (refusal === "unauthorized") return { kind: "refused", reason };
  if (refusal === "gone" || refusal === "forbidden") return { kind: "closed", reason };
  // what Discord understood and did not take was not posted; anything else may have been
  return cause instanceof DiscordAPIError && cause.status < 500 ? { kind: "rejected", reason } : { kind: "unknown", reason };
};

/**
 * The client that reminders are posted with. It neither waits for limits nor repeats by itself: whoever keeps the ledger decides on both.
 * @param perSecondAtMost how many requests it lets through in a second before it refuses by itself; Discord's own limit where left out
 */
export const posterRest = (token: string, api: string | undefined, perSecondAtMost = 50): REST =>
  new REST({
    version: "10",
    retries: 0,
    rejectOnRateLimit: () => true,
    makeRequest: exactWait,
    globalRequestsPerSecond: perSecondAtMost,
    // discord.js forgets a token once it is refused, and what follows then fails for another reason than it has: so it is not told of it
    headers: { Authorization: `Bot ${token}` },
    ...(api === undefined ? {} : { api }),
  });

/**
 * Posts reminders.
 * @param verified the day to which the record is verified, told in the last line of each
 */
export const createDiscordPoster = (rest: REST, verified: () => Day): Poster => ({
  platform: "discord",
  ahead: 0,
  perSecond,
  repeatable,
  post: async ({ channel, id, message, silent }) => {
    try {
      const body = renderFitted(message, verified(), () => []);
      const flags = body.flags | (silent ? flag.suppressNotifications : 0);
      const made = await rest.post(Routes.channelMessages(channel), {
        body: { ...body, flags, nonce: id, enforce_nonce: true },
        auth: false,
      });
      return { kind: "posted", reference: String((made as { readonly id?: string }).id ?? "") };
    } catch (cause) {
      if (cause instanceof TooLarge) return { kind: "rejected", reason: cause.message };
      return failed(cause);
    }
  },
  tellOwner: async (_channel: Channel, owner, text) => {
    const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: owner }, auth: false })) as { readonly id: string };
    await rest.post(Routes.channelMessages(direct.id), { body: renderLine(text), auth: false });
  },
});
