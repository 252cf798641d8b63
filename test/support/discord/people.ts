/** What people do on Discord: commands, typing, buttons, mentions, as the gateway delivers them, and what they get back. */

import { generateSnowflake } from "discord-digital-twin";
import type { Payload } from "../../../adapters/discord/wire.ts";
import type { Sent } from "./front.ts";
import type { TestDiscord } from "./server.ts";

/** Who does it, where, with which rights, in a client of which language. */
export type Actor = {
  readonly user?: string;
  readonly channel?: string;
  readonly locale?: string;
  readonly permissions?: string;
  /** In a direct message: then there is no server and no member. */
  readonly direct?: boolean;
};

/** What came back: the answer to the interaction, whatever its form. */
export type Got = {
  /** The message that shows it. */
  readonly message: string;
  readonly type: number;
  readonly body: Payload;
  readonly choices: readonly { name: string; value: string }[];
};

type Raw = { readonly type: number; readonly data: object; readonly message?: object; readonly id?: string };

/** The callback of an interaction. */
const callbackOf = (id: string) => (sent: Sent) => sent.method === "POST" && sent.path.startsWith(`/interactions/${id}/`);

const gotOf = ({ body }: Sent): Omit<Got, "message"> => {
  const { type, data } = body as { type: number; data?: Payload & { choices?: Got["choices"] } };
  return { type, body: data ?? { flags: 0, components: [], allowed_mentions: { parse: [] } }, choices: data?.choices ?? [] };
};

/** An interaction as the gateway delivers it. */
export const interactionOf = (
  discord: TestDiscord,
  { type, data, message, id = generateSnowflake() }: Raw,
  actor: Actor = {},
): { readonly id: string; readonly [field: string]: unknown } => {
  const user = { id: actor.user ?? discord.ann, username: "Ann", discriminator: "0", global_name: "Ann", avatar: null };
  return {
    id,
    application_id: discord.self,
    type,
    data,
    token: `token-${id}`,
    version: 1,
    channel_id: actor.channel ?? discord.channel,
    ...(actor.direct
      ? { user, context: 1 }
      : {
          guild_id: discord.guild,
          guild_locale: "en-US",
          context: 0,
          member: {
            user,
            roles: [],
            permissions: actor.permissions ?? "2048",
            joined_at: "2020-08-14T00:00:00+00:00",
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
    ...(message ? { message } : {}),
    app_permissions: "84992",
    locale: actor.locale ?? "en-US",
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
  };
};

/** The ways in which people use the bot. */
export const peopleOf = (discord: TestDiscord) => {
  const { front, gateway, twin } = discord;
  const interact = async (raw: Raw, actor: Actor = {}): Promise<Got> => {
    const packet = interactionOf(discord, raw, actor);
    // the twin answers a callback only for an interaction it knows
    await twin.prisma.interactionResponse.create({
      data: {
        interactionId: packet.id,
        interactionToken: `token-${packet.id}`,
        applicationId: discord.self,
        channelId: discord.channel,
        type: 0,
        messageId: (raw.message as { id?: string } | undefined)?.id ?? null,
        acknowledged: false,
      },
    });
    const answer = front.next(callbackOf(packet.id));
    front.born.set(packet.id, performance.now());
    gateway.broadcast("INTERACTION_CREATE", packet);
    const got = gotOf(await answer);
    const newest = await twin.prisma.message.findFirst({
      where: { channelId: discord.channel, authorId: discord.self },
      orderBy: { id: "desc" },
    });
    return { ...got, message: newest?.id ?? "1" };
  };
  const options = (given: Readonly<Record<string, string | boolean>>) =>
    Object.entries(given).map(([name, value]) => ({ name, type: typeof value === "boolean" ? 5 : 3, value }));

  return {
    interact,
    command: (name: string, given: Readonly<Record<string, string | boolean>> = {}, actor?: Actor) =>
      interact({ type: 2, data: { id: "1", name, type: 1, options: options(given) } }, actor),
    type: (name: string, option: string, typed: string, given: Readonly<Record<string, string>> = {}, actor?: Actor) =>
      interact(
        { type: 4, data: { id: "1", name, type: 1, options: [...options(given), { name: option, type: 3, value: typed, focused: true }] } },
        actor,
      ),
    checkMessage: (content: string, actor?: Actor) =>
      interact(
        {
          type: 2,
          data: {
            id: "1",
            name: "Check against the record",
            type: 3,
            target_id: "77",
            resolved: { messages: { "77": { id: "77", content, embeds: [], components: [] } } },
          },
        },
        actor,
      ),
    /** Presses a button of something received. */
    press: async (got: Got, custom_id: string, actor: Actor & { readonly asker?: string } = {}): Promise<Got> => {
      const next = await interact(
        {
          type: 3,
          data: { custom_id, component_type: 2 },
          message: {
            id: got.message,
            channel_id: discord.channel,
            content: "",
            embeds: [],
            flags: got.body.flags,
            components: got.body.components,
            author: { id: discord.self, bot: true },
            interaction_metadata: {
              id: "1",
              type: 2,
              user: { id: actor.asker ?? discord.ann, username: "Ann", discriminator: "0", global_name: "Ann", avatar: null },
              authorizing_integration_owners: {},
            },
          },
        },
        actor,
      );
      // who sees a message does not change when it is replaced
      return next.type === 7
        ? { ...next, message: got.message, body: { ...next.body, flags: next.body.flags | (got.body.flags & 64) } }
        : next;
    },
    /** Says something in the channel; resolves when it is delivered. */
    say: (content: string, over: Readonly<Record<string, unknown>> = {}): void =>
      gateway.broadcast("MESSAGE_CREATE", {
        id: generateSnowflake(),
        channel_id: discord.channel,
        guild_id: discord.guild,
        author: { id: discord.ann, username: "Ann", discriminator: "0", avatar: null, global_name: "Ann" },
        content,
        timestamp: "2020-08-14T00:00:00+00:00",
        edited_timestamp: null,
        tts: false,
        mention_everyone: content.includes("@everyone"),
        mentions: new RegExp(`<@!?${discord.self}>`).test(content)
          ? [{ id: discord.self, username: "Ninety", discriminator: "0", avatar: null, global_name: null }]
          : [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: 0,
        components: [],
        ...over,
      }),
    /** The next message the bot posts in a channel. */
    nextPost: async (): Promise<Payload & { readonly nonce: string; readonly message_reference?: { message_id: string } }> => {
      const sent = await front.next(({ method, path }) => method === "POST" && /^\/channels\/\d+\/messages$/.test(path));
      return sent.body as Payload & { nonce: string };
    },
  };
};
