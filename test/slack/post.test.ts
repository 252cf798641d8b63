import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../adapters/shared/log.ts";
import { createPosting, type Posting } from "../../adapters/slack/post.ts";
import { createPoster } from "../../adapters/slack/poster.ts";
import { renderLines } from "../../adapters/slack/render.ts";
import { createSdkLog } from "../../adapters/slack/sdk-log.ts";
import { clientOptions, oneTenant, type Tenants } from "../../adapters/slack/tenants.ts";
import { sourced } from "../support/messages.ts";
import { theRecord } from "../support/record.ts";
import { general, stamp } from "./support/events.ts";
import { createPeer, type Peer, seeded } from "./support/peer.ts";

let peer: Peer;
let tenants: Tenants;
const log = createLog("silent");
beforeEach(async () => {
  peer = await createPeer();
  tenants = oneTenant(new webApi.WebClient(seeded.token, { ...clientOptions(peer.apiUrl), logger: createSdkLog(log) }));
});
afterEach(() => peer.close());

const origin = { team: seeded.team };
const payload = renderLines("hello");
const failed = (error: string) => ({ body: { ok: false, error } });

describe("posting to a channel", () => {
  const make = (between = 0, patience = 10_000): Posting => createPosting(tenants, Date.now, log, { between, patience });
  const target = { origin, channel: general };

  test("says where it stands, and never unfurls", async () => {
    const posted = await make().post({ ...target, thread: "1.1" }, payload);
    expect(posted).toEqual({ kind: "posted", reference: expect.stringMatching(/^\d+\.\d+$/) });
    expect((await peer.next("chat.postMessage")).body).toMatchObject({ thread_ts: "1.1", unfurl_links: "false", unfurl_media: "false" });
  });

  test("keeps its distance in a channel, and only there", async () => {
    const posting = make(300);
    await Promise.all([...[1, 2, 3].map(() => posting.post(target, payload)), posting.post({ origin, channel: "C000000002" }, payload)]);
    const at = peer.calls.filter(({ body }) => body.channel === general).map((call) => call.at);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(290);
    expect(third - second).toBeGreaterThanOrEqual(290);
    const elsewhere = peer.calls.find(({ body }) => body.channel === "C000000002")?.at ?? Number.POSITIVE_INFINITY;
    expect(elsewhere).toBeLessThan(second);
  });

  test("waits as long as a busy Slack asks, and posts once", async () => {
    peer.answer("chat.postMessage", { status: 429, headers: { "retry-after": "1" }, ...failed("ratelimited") });
    expect((await make().post(target, payload)).kind).toBe("posted");
    const [first, second] = peer.calls.filter(({ method }) => method === "chat.postMessage");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(peer.count("chat.postMessage")).toBe(2);
  });

  test("does not wait for ever", async () => {
    peer.answer("chat.postMessage", { status: 429, headers: { "retry-after": "3600" }, ...failed("ratelimited") });
    expect(await make().post(target, payload)).toEqual({ kind: "later", after: 3_600_000, everyone: false, reason: "rate limited" });
  });

  test.each([
    ["an answer that is lost", { lose: true }],
    ["a server error", { status: 500 }],
    ["an internal error", failed("internal_error")],
  ])("does not post again after %s: the first may stand", async (_name, canned) => {
    peer.answer("chat.postMessage", canned);
    expect((await make().post(target, payload)).kind).toBe("unknown");
    expect(peer.count("chat.postMessage")).toBe(1);
  });

  test.each(["channel_not_found", "is_archived", "not_in_channel", "restricted_action"])("a channel is closed: %s", async (error) => {
    peer.answer("chat.postMessage", failed(error));
    expect(await make().post(target, payload)).toEqual({ kind: "closed", reason: error });
  });

  test.each(["invalid_auth", "token_revoked", "account_inactive"])("the token is no good any more: %s", async (error) => {
    peer.answer("chat.postMessage", failed(error));
    expect(await make().post(target, payload)).toEqual({ kind: "refused", reason: error });
  });

  test("a message that Slack will not have closes no channel", async () => {
    peer.answer("chat.postMessage", failed("invalid_blocks"));
    expect(await make().post(target, payload)).toMatchObject({ kind: "later", reason: "invalid_blocks" });
  });
});

describe("reminders", () => {
  const place = { platform: "slack", workspace: seeded.team, channel: general, silent: false };
  const at = stamp(600) * 1_000;
  const make = (many = false) => createPoster(theRecord(), tenants, many, log);

  test("are scheduled for their moment, without metadata, and found there", async () => {
    const poster = make();
    const posted = await poster.post({ ...place, id: "k", at, message: sourced() });
    expect(posted).toEqual({ kind: "posted", reference: expect.any(String) });
    const { body } = await peer.next("chat.scheduleMessage");
    expect(body).toMatchObject({ channel: general, post_at: String(at / 1_000), unfurl_links: "false", unfurl_media: "false" });
    expect(body).not.toHaveProperty("metadata");
    expect(await poster.find?.({ ...place, id: "k", at })).toEqual({
      kind: "found",
      reference: posted.kind === "posted" ? posted.reference : "",
    });
    expect(await poster.find?.({ ...place, id: "k", at: at + 60_000 })).toEqual({ kind: "absent" });
  });

  test("whose answer was lost are found, not sent again", async () => {
    const poster = make();
    peer.answer("chat.scheduleMessage", { lose: true });
    expect((await poster.post({ ...place, id: "k", at, message: sourced() })).kind).toBe("unknown");
    expect((await poster.find?.({ ...place, id: "k", at }))?.kind).toBe("found");
  });

  test("are unknown where the list cannot be read", async () => {
    peer.answer("chat.scheduledMessages.list", { status: 500 });
    expect(await make().find?.({ ...place, id: "k", at })).toEqual({ kind: "unknown" });
  });

  test("a channel that is gone is closed; a workspace that left is closed where there are many, and the end where there is one", async () => {
    peer.answer("chat.scheduleMessage", failed("is_archived"), failed("account_inactive"), failed("account_inactive"));
    const post = { ...place, id: "k", at, message: sourced() };
    expect(await make().post(post)).toEqual({ kind: "closed", reason: "is_archived" });
    expect(await make().post(post)).toEqual({ kind: "refused", reason: "account_inactive" });
    expect(await make(true).post(post)).toEqual({ kind: "closed", reason: "account_inactive" });
  });

  test("whoever set them up is told in their own conversation", async () => {
    await make().tellOwner(place, "U000000001", "Reminders stopped <!here>.");
    expect((await peer.next("chat.postMessage")).body).toMatchObject({ channel: "U000000001", text: "Reminders stopped &lt;!here&gt;." });
  });
});
