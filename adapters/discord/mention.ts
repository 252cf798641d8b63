/** A mention from its arrival to its answer, as a reply in the channel. */

import type { GatewayMessageCreateDispatchData } from "discord.js";
import { createOnce } from "../shared/once.ts";
import { createRate } from "../shared/rate.ts";
import type { Given } from "./config.ts";
import type { Outbox } from "./post.ts";
import { readMention } from "./read.ts";
import { renderLine } from "./render.ts";
import type { Think } from "./think.ts";
import { words } from "./words.ts";

/** Whoever floods a channel is told so there, but not each time. Milliseconds. */
const tellAgainAfter = 30_000;

/** How mentions are answered. */
export const createMentionAnswer = (
  given: Given,
  { outbox, think }: { readonly outbox: Outbox; readonly think: Think },
): ((message: GatewayMessageCreateDispatchData, self: string) => Promise<void>) => {
  const { now, count, paces } = given;
  const perPerson = createRate(paces.person);
  const perChannel = createRate(paces.channel);
  const firstTold = createOnce(tellAgainAfter);
  return async (message, self) => {
    const request = readMention(message, self);
    if (!request) return;
    const channel = message.channel_id;
    const key = `reply|${message.id}`;
    const wait = perPerson(message.author.id, now()) || perChannel(channel, now());
    if (wait > 0) {
      if (firstTold(message.author.id, now()))
        await outbox.post(channel, key, renderLine(words.slowDown(wait)[request.locale]), message.id);
      return;
    }
    const { reply, how, ms } = await think(request, { workspace: message.guild_id, channel, user: message.author.id });
    if (reply.kind !== "say") return;
    await outbox.post(channel, key, reply.body, message.id);
    for (const [index, body] of (reply.more ?? []).entries()) await outbox.post(channel, `${key}|${index}`, body);
    count(request.kind, how, ms);
  };
};
