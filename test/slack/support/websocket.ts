/** The server's half of a WebSocket, as much of RFC 6455 as Socket Mode needs: text, ping, pong, close. */

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const opcode = { text: 1, close: 8, ping: 9, pong: 10 } as const;
/** RFC 6455, section 1.3. */
const magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export type Link = {
  readonly send: (text: string) => void;
  readonly ping: () => void;
  /** Closes politely. */
  readonly close: () => void;
  /** Ends the connection without a word. */
  readonly cut: () => void;
  /** Goes deaf: nothing is answered any more, the connection stays. */
  readonly freeze: () => void;
};

const frame = (code: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head[0] = 0x80 | code;
  if (payload.length < 126) head[1] = payload.length;
  else if (payload.length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
};

/** The first whole frame in a buffer, unmasked, and what follows it; undefined where there is none yet. */
const firstFrame = (buffer: Buffer): { readonly code: number; readonly payload: Buffer; readonly rest: Buffer } | undefined => {
  if (buffer.length < 2) return undefined;
  const short = (buffer[1] ?? 0) & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (buffer.length < start + 4) return undefined;
  const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
  if (buffer.length < start + 4 + length) return undefined;
  const mask = buffer.subarray(start, start + 4);
  const payload = Buffer.from(buffer.subarray(start + 4, start + 4 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { code: (buffer[0] ?? 0) & 0x0f, payload, rest: buffer.subarray(start + 4 + length) };
};

/** Takes an upgrade request and opens the link. */
export const openLink = (request: IncomingMessage, socket: Duplex, onText: (text: string) => void, onGone: () => void): Link => {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${magic}`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let buffer = Buffer.alloc(0);
  let frozen = false;
  const write = (code: number, payload: Buffer): void => {
    if (!frozen && socket.writable) socket.write(frame(code, payload));
  };
  socket.on("error", () => undefined);
  socket.on("close", onGone);
  socket.on("data", (chunk: Buffer) => {
    if (frozen) return;
    buffer = Buffer.concat([buffer, chunk]);
    for (let next = firstFrame(buffer); next; next = firstFrame(buffer)) {
      buffer = Buffer.from(next.rest);
      if (next.code === opcode.text) onText(next.payload.toString("utf8"));
      if (next.code === opcode.ping) write(opcode.pong, next.payload);
      if (next.code === opcode.close) {
        write(opcode.close, next.payload);
        socket.end();
      }
    }
  });
  return {
    send: (text) => write(opcode.text, Buffer.from(text)),
    ping: () => write(opcode.ping, Buffer.from("ping")),
    close: () => write(opcode.close, Buffer.from([0x03, 0xe8])),
    cut: () => void socket.destroy(),
    freeze: () => {
      frozen = true;
    },
  };
};
