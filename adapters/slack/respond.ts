/** Answers to commands and clicks, at the address that came with them: five times within half an hour, no token needed. */

import type { Payload } from "./limits.ts";

/** How an answer stands. */
export type Manner = {
  /** For the asker alone, or for everyone in the channel. */
  readonly to: "asker" | "all";
  /** What becomes of the message whose button was pressed. */
  readonly original?: "keep" | "replace" | "delete";
  /** The thread in which it stands. */
  readonly thread?: string | undefined;
};

/** Slack did not take an answer. */
class NotTaken extends Error {
  override readonly name = "NotTaken";
  readonly status: number;
  constructor(status: number) {
    super(`response_url answered ${status}`);
    this.status = status;
  }
}

export type Respond = (url: string, payload: Payload, manner: Manner) => Promise<void>;

/** How long Slack gets to take an answer, and how long a busy one may ask us to wait, in milliseconds. */
const patience = 10_000;
const longestWait = 20_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Sends an answer.
 * A busy Slack is asked once more after the time it names; anything else is not repeated, because the first may have been shown.
 * @throws NotTaken where Slack refuses it; the error of fetch where there is no answer
 */
export const respond: Respond = async (url, payload, { to, original = "keep", thread }) => {
  const body = JSON.stringify({
    response_type: to === "all" ? "in_channel" : "ephemeral",
    replace_original: original === "replace",
    ...(original === "delete" ? { delete_original: true } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...payload,
  });
  const send = async (): Promise<Response> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.timeout(patience),
    });
    // read to the end, so that the connection can be used again
    await response.arrayBuffer();
    return response;
  };
  const first = await send();
  const asked = first.status === 429 ? Number(first.headers.get("retry-after") ?? 1) * 1_000 : undefined;
  if (asked === undefined || !(asked <= longestWait)) {
    if (!first.ok) throw new NotTaken(first.status);
    return;
  }
  await wait(asked);
  const second = await send();
  if (!second.ok) throw new NotTaken(second.status);
};
