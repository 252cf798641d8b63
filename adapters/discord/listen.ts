/** The gateway's events and whom each goes to: every event once, none during a stop, no failure without a line in the log. */

import { type APIInteraction, type Client, Events, type GatewayDispatchPayload, type GatewayMessageCreateDispatchData } from "discord.js";
import { createOnce } from "../shared/once.ts";
import type { Given } from "./config.ts";
import { refusalOf } from "./errors.ts";

/** Who deals with what. */
export type Listeners = {
  readonly interaction: (raw: APIInteraction) => Promise<void>;
  readonly mention: (message: GatewayMessageCreateDispatchData, self: string) => Promise<void>;
};

type Work = { readonly what: string; readonly id: string; readonly channel?: string | undefined; readonly run: () => Promise<void> };

const channelOf = (raw: object): string | undefined => ("channel_id" in raw ? String(raw.channel_id) : undefined);

/** What an event asks to be done; nothing for most. */
const workOf = (
  packet: GatewayDispatchPayload,
  client: Client,
  { interaction, mention }: Listeners,
  gone: Given["gone"],
): Work | undefined => {
  switch (packet.t) {
    case "INTERACTION_CREATE": {
      const raw = packet.d as APIInteraction;
      return { what: "interaction", id: raw.id, channel: channelOf(raw), run: () => interaction(raw) };
    }
    case "MESSAGE_CREATE": {
      const self = client.user?.id;
      const message = packet.d;
      return self ? { what: "mention", id: message.id, channel: message.channel_id, run: () => mention(message, self) } : undefined;
    }
    case "GUILD_DELETE": {
      const { id, unavailable } = packet.d;
      // an outage says "unavailable"; only without it is the bot out
      return unavailable ? undefined : { what: "leave", id: `leave|${id}|${packet.s}`, run: () => gone({ workspace: id }) };
    }
    case "CHANNEL_DELETE": {
      const { id, guild_id: workspace } = packet.d as { readonly id: string; readonly guild_id?: string };
      return workspace ? { what: "channel gone", id: `gone|${id}`, channel: id, run: () => gone({ workspace, channel: id }) } : undefined;
    }
    default:
      return undefined;
  }
};

/** Begins to listen. Nothing else of the adapter hears the gateway. */
export const listen = (client: Client, given: Given, listeners: Listeners): void => {
  const { log, life, now } = given;
  const first = createOnce();

  /** The last net: what could not even be sent. */
  const lost = ({ what, channel }: Work, cause: unknown): void => {
    const refusal = refusalOf(cause);
    if (refusal === "other") log.error("could not send", { what, channel, cause });
    else log.warn("could not send", { what, channel, refusal });
    if (refusal !== "unauthorized") return;
    // ten thousand refused requests in ten minutes ban the machine (topics/rate-limits): nothing is sent any more
    log.error("the token is no longer accepted: set DISCORD_TOKEN anew");
    void life.fail();
  };

  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    if (life.stopping()) return;
    const work = workOf(packet, client, listeners, given.gone);
    if (!work || !first(work.id, now())) return;
    void life.track(work.run().catch((cause: unknown) => lost(work, cause)));
  });
};
