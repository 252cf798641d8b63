/**
 * What the twin's gateway leaves out, in the wire format of events/gateway: sessions that can be resumed, op 7, op 9, shards.
 * The twin's own gateway object is kept and its gaps are filled in place.
 */

import type { DigitalDiscord } from "discord-digital-twin";

type Socket = { readonly readyState: number; send: (text: string) => void; close: (code?: number) => void; terminate: () => void };
type Peer = {
  readonly ws: Socket;
  sessionId: string;
  sequence: number;
  identified: boolean;
  intents: number;
  shard?: readonly [number, number];
};
type Packet = { readonly op: number; readonly t?: string; readonly s?: number; readonly d: unknown };
type Inner = {
  clients: Peer[];
  broadcast: (event: string, data: object) => void;
  sendDispatch: (peer: Peer, event: string, data: object) => void;
  handleMessage: (peer: Peer, raw: string) => Promise<void>;
};

type Session = { peer: Peer; readonly shard: readonly [number, number]; sequence: number; readonly sent: Packet[] };

/** The gateway as tests use it. */
export type Gateway = {
  /** Delivers an event to the shard it belongs to; one that is cut off gets it when it resumes. */
  readonly broadcast: (event: string, data: object) => void;
  /** Cuts every connection, without a goodbye. */
  readonly cut: () => void;
  /** Op 7: asks every client to reconnect. */
  readonly askToReconnect: () => void;
  /** From now on a resume is answered with op 9: the session is gone. */
  readonly refuseResumes: () => void;
  /** Resolves when a client has identified anew and been told that it is ready. */
  readonly nextIdentify: () => Promise<void>;
  readonly counts: { identifies: number; resumes: number };
  /** How many clients are connected. */
  readonly connected: () => number;
  /** The shards that have identified. */
  readonly shards: () => readonly (readonly [number, number])[];
};

const open = 1;

/** The server an event is about. */
const guildOf = (event: string, data: object): string | undefined => {
  const { guild_id, id } = data as { guild_id?: string; id?: string };
  return event.startsWith("GUILD_") ? id : guild_id;
};

/** Source: events/gateway, Sharding. */
const belongs = (guild: string | undefined, [shard, of]: readonly [number, number]): boolean =>
  guild ? Number((BigInt(guild) >> 22n) % BigInt(of)) === shard : shard === 0;

/** Fills the gaps of a twin that has been started. */
export const completeGateway = (twin: DigitalDiscord): Gateway => {
  const { gateway } = Reflect.get(twin, "server") as { gateway: Inner };
  const sessions = new Map<string, Session>();
  const counts = { identifies: 0, resumes: 0 };
  let resumable = true;
  const awaiting: (() => void)[] = [];

  const send = (peer: Peer, packet: Packet): void => {
    if (peer.ws.readyState === open) peer.ws.send(JSON.stringify(packet));
  };
  const dispatch = (session: Session, event: string, data: object): void => {
    const known =
      event === "READY"
        ? { ...data, guilds: (data as { guilds: { id: string }[] }).guilds.filter(({ id }) => belongs(id, session.shard)) }
        : data;
    if (event !== "READY" && !belongs(guildOf(event, data), session.shard)) return;
    session.sequence += 1;
    const packet = { op: 0, t: event, s: session.sequence, d: known };
    session.sent.push(packet);
    send(session.peer, packet);
  };

  const original = gateway.handleMessage.bind(gateway);
  gateway.sendDispatch = (peer, event, data) => {
    const session = sessions.get(peer.sessionId);
    if (session) dispatch(session, event, data);
  };
  gateway.broadcast = (event, data) => {
    for (const session of sessions.values()) dispatch(session, event, data);
  };
  gateway.handleMessage = async (peer, raw) => {
    const packet = JSON.parse(raw) as Packet;
    if (packet.op === 2) {
      counts.identifies += 1;
      const { shard = [0, 1] as const } = packet.d as { shard?: readonly [number, number] };
      sessions.set(peer.sessionId, { peer, shard, sequence: 0, sent: [] });
    }
    if (packet.op !== 6) {
      await original(peer, raw);
      if (packet.op === 2) for (const tell of awaiting.splice(0)) tell();
      return;
    }
    const { session_id, seq } = packet.d as { session_id: string; seq: number };
    const session = sessions.get(session_id);
    if (!session || !resumable) {
      sessions.delete(session_id);
      return send(peer, { op: 9, d: false });
    }
    counts.resumes += 1;
    session.peer = peer;
    peer.sessionId = session_id;
    peer.identified = true;
    for (const missed of session.sent) if ((missed.s ?? 0) > seq) send(peer, missed);
    session.sequence += 1;
    return send(peer, { op: 0, t: "RESUMED", s: session.sequence, d: {} });
  };

  return {
    broadcast: (event, data) => gateway.broadcast(event, data),
    cut: () => {
      for (const { ws } of [...gateway.clients]) ws.terminate();
    },
    askToReconnect: () => {
      for (const peer of [...gateway.clients]) send(peer, { op: 7, d: null });
    },
    refuseResumes: () => {
      resumable = false;
    },
    nextIdentify: () => new Promise((resolve) => awaiting.push(resolve)),
    counts,
    connected: () => gateway.clients.length,
    shards: () => [...sessions.values()].map(({ shard }) => shard),
  };
};
