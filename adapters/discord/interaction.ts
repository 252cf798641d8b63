/** An interaction from its arrival to its answer: who may, how often, in time, once. */

import type { APIInteraction } from "discord.js";
import type { Language } from "../../src/index.ts";
import { createOnce } from "../shared/once.ts";
import { createRate } from "../shared/rate.ts";
import type { Command } from "./commands.ts";
import { deferAfter, type Given } from "./config.ts";
import type { Outbox, Ticket } from "./post.ts";
import type { Queue } from "./queue.ts";
import { personOf, readInteraction } from "./read.ts";
import { renderLine } from "./render.ts";
import type { Reply, Request } from "./request.ts";
import type { Think } from "./think.ts";
import { asPrivate } from "./wire.ts";
import { words } from "./words.ts";

/** A private reply's buttons work for as long as its token: fifteen minutes. */
const shareable = 15 * 60_000;

/** The right that includes every other. Source: topics/permissions. */
const administrator = 1n << 3n;

/** Whether a person may use a command. Discord hides it from those who may not; what comes in is checked all the same. */
const may = (given: APIInteraction, commands: readonly Command[]): boolean => {
  const name = given.data && "name" in given.data ? given.data.name : undefined;
  const needed = commands.find((command) => command.name === name)?.default_member_permissions;
  if (needed === undefined) return true;
  const held = BigInt(given.member?.permissions ?? "0");
  return (held & administrator) !== 0n || (held & BigInt(needed)) === BigInt(needed);
};

const channelOf = (raw: object): string | undefined => ("channel_id" in raw ? String(raw.channel_id) : undefined);

/** Who will see an answer that is announced before it is known. */
const announced = (request: Request): "private" | "public" =>
  request.kind === "command" && request.name === "ask" && request.options.private !== true ? "public" : "private";

const deliver = async (outbox: Outbox, ticket: Ticket, reply: Reply, deferred: boolean): Promise<void> => {
  if (reply.kind === "suggest") return outbox.suggest(ticket, reply.choices);
  const seen = (body: typeof reply.body) => (reply.kind === "say" && reply.private ? asPrivate(body) : body);
  if (deferred) await outbox.complete(ticket, reply.body);
  else if (reply.kind === "replace") await outbox.replace(ticket, reply.body);
  else await outbox.say(ticket, seen(reply.body));
  if (reply.kind === "say") for (const body of reply.more ?? []) await outbox.follow(ticket, seen(body));
};

/** How interactions are answered. */
export const createAnswer = (
  given: Given,
  { outbox, queue, think }: { readonly outbox: Outbox; readonly queue: Queue; readonly think: Think },
): ((raw: APIInteraction) => Promise<void>) => {
  const { now, commands, count } = given;
  const perPerson = createRate(given.paces.person);
  // only what everybody sees can bury what others say
  const perChannel = createRate(given.paces.channel);
  const firstShare = createOnce(shareable);

  /** Why a request is not taken on, if it is not. */
  const refused = (raw: APIInteraction, request: Request): Readonly<Record<Language, string>> | undefined => {
    if (!may(raw, commands)) return words.notAllowed;
    const channel = announced(request) === "public" ? channelOf(raw) : undefined;
    const wait = perPerson(personOf(raw), now()) || (channel === undefined ? 0 : perChannel(channel, now()));
    if (wait > 0) return words.slowDown(wait);
    const isShare = request.kind === "press" && request.id === "share";
    return isShare && !firstShare(raw.message?.id ?? raw.id, now()) ? words.shared : undefined;
  };

  return async (raw) => {
    const request = readInteraction(raw);
    if (!request) return;
    const ticket: Ticket = { application: raw.application_id, id: raw.id, token: raw.token };
    const late = queue.wait() > deferAfter;
    if (request.kind === "typing" && late) return outbox.suggest(ticket, []);
    const refusal = request.kind === "typing" ? undefined : refused(raw, request);
    if (refusal) return outbox.say(ticket, asPrivate(renderLine(refusal[request.locale])));
    // where a button's answer will stand is known only with the answer, so it is never announced; a late one is lost and can be pressed again
    const announceable = request.kind === "command" || request.kind === "check";
    let announcing: Promise<void> | undefined;
    const announce = (): void => {
      announcing = queue.yieldTo(outbox.defer(ticket, announced(request)));
      // its failure is met below, when the answer is there
      announcing.catch(() => undefined);
    };
    if (announceable && late) announce();
    const timer = announceable && !late ? setTimeout(announce, deferAfter) : undefined;
    const { reply, how, ms } = await think(request, { workspace: raw.guild_id, channel: channelOf(raw), user: personOf(raw) }).finally(() =>
      clearTimeout(timer),
    );
    await announcing;
    await deliver(outbox, ticket, reply, announcing !== undefined);
    count(request.kind, how, ms);
  };
};
