/**
 * Reminders on Slack. A post here has no key to know a repetition by, and reading channels would need a scope we do not ask for; so a
 * reminder is scheduled a few minutes ahead, and after a crash the list of scheduled messages tells whether it was.
 */

import type { KnownBlock } from "@slack/types";
import type { Channel, Logger, Ninety, Posted, Poster } from "../../src/index.ts";
import { outcomeOf } from "./errors.ts";
import { renderFitted, renderLines } from "./render.ts";
import { type Origin, platform, type Tenants } from "./tenants.ts";

/** How long before its hour a reminder is handed over: long enough to find out about it after a crash, in milliseconds. */
const ahead = 5 * 60_000;
/** chat.scheduleMessage: "Tier 3", fifty and more a minute in each workspace; with many workspaces more would do. */
const perSecond = 20;

/** An organisation's id begins with E: there the bot is installed for all its workspaces. */
const originOf = ({ workspace }: Channel): Origin =>
  workspace.startsWith("E") ? { team: workspace, enterprise: workspace, orgWide: true } : { team: workspace };

/**
 * The reminders' way into Slack.
 * @param many where each workspace has its token: a refused one is the end of that workspace, not of all posting
 */
export const createPoster = (ninety: Ninety, tenants: Tenants, many: boolean, log: Logger): Poster => {
  const { verified } = ninety.base;
  const failed = (cause: unknown): Exclude<Posted, { kind: "posted" }> => {
    const outcome = outcomeOf(cause);
    if (outcome.kind === "unknown") log.warn("reminder without an answer", { cause });
    return many && outcome.kind === "refused" ? { kind: "closed", reason: outcome.reason } : outcome;
  };
  return {
    platform,
    ahead,
    perSecond,
    // Slack recognises no repetition
    repeatable: 0,
    post: async (post) => {
      const { text, blocks, unfurl_links, unfurl_media } = renderFitted(post.message, { verified });
      try {
        const { client } = await tenants.self(originOf(post));
        // never with metadata: such messages are taken and not posted (docs.slack.dev, chat.scheduleMessage)
        const { scheduled_message_id } = await client.chat.scheduleMessage({
          channel: post.channel,
          post_at: Math.floor(post.at / 1_000),
          text,
          blocks: [...blocks] as KnownBlock[],
          unfurl_links,
          unfurl_media,
        });
        return { kind: "posted", reference: scheduled_message_id ?? "" };
      } catch (cause) {
        return failed(cause);
      }
    },
    find: async ({ channel, at, ...rest }) => {
      const second = Math.floor(at / 1_000);
      try {
        const { client } = await tenants.self(originOf({ channel, ...rest }));
        const { scheduled_messages = [] } = await client.chat.scheduledMessages.list({
          channel,
          oldest: String(second - 1),
          latest: String(second + 1),
        });
        const found = scheduled_messages.find(({ post_at }) => post_at === second);
        return found ? { kind: "found", reference: String(found.id) } : { kind: "absent" };
      } catch (cause) {
        log.warn("scheduled messages not readable", { cause });
        return { kind: "unknown" };
      }
    },
    tellOwner: async (channel, owner, text) => {
      const { client } = await tenants.self(originOf(channel));
      const { text: fallback, blocks, unfurl_links, unfurl_media } = renderLines(text);
      // a person's id in the place of a channel's is their conversation with the app
      await client.chat.postMessage({ channel: owner, text: fallback, blocks: [...blocks] as KnownBlock[], unfurl_links, unfurl_media });
    },
  };
};
