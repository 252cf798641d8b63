import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SocketTimes, usualTimes } from "../../adapters/slack/socket.ts";
import { type Bot, startBot } from "./support/bot.ts";
import { command, envelope, mention, shortcut } from "./support/events.ts";
import { createPeer, type Peer } from "./support/peer.ts";

let peer: Peer;
let bot: Bot | undefined;
beforeEach(async () => {
  peer = await createPeer();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await peer.close();
});

const quick: SocketTimes = { ...usualTimes, pauses: [0, 20, 50] };
const start = async (times: SocketTimes = quick): Promise<void> => {
  bot = await startBot(peer, { transport: "socket", times });
};
const question = "when did the 90-day order expire?";
let ids = 0;
const typed = (): string => {
  ids += 1;
  return envelope(`e${ids}`, command(question, { response_url: peer.responseUrl(), trigger_id: `socket.${ids}`, user_id: `U${ids}` }));
};

describe("Slack by socket", () => {
  test("commands, mentions and shortcuts are acknowledged and answered, as over HTTP", async () => {
    await start();
    const link = await peer.link();
    link.send(typed());
    expect((await peer.next("respond")).body.response_type).toBe("ephemeral");
    link.send(envelope("m1", mention("E1", question)));
    expect((await peer.next("chat.postMessage")).body.text).toContain("2020");
    link.send(
      envelope("s1", shortcut("On 14 August 2020 Trump gave ByteDance 45 days to sell TikTok.", { response_url: peer.responseUrl() })),
    );
    await peer.next("respond");
    expect(peer.acknowledged().map(({ envelope_id }) => envelope_id)).toEqual([`e${ids}`, "m1", "s1"]);
  });

  test("the same envelope again, as after an acknowledgement that was lost, is answered once", async () => {
    await start();
    const link = await peer.link();
    const again = mention("E-again", question);
    for (const id of ["a1", "a2", "a3", "a4"]) link.send(envelope(id, again));
    await peer.next("chat.postMessage");
    link.send(envelope("a5", mention("E-last", "deadlines", { user: "U2" })));
    await peer.next("chat.postMessage");
    expect(peer.count("chat.postMessage")).toBe(2);
    expect(peer.acknowledged()).toHaveLength(5);
  });

  test("Slack asks to reconnect: it is there again at once, and answers", async () => {
    await start();
    const first = await peer.link();
    const asked = performance.now();
    first.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    const second = await peer.link();
    expect(performance.now() - asked).toBeLessThan(2_000);
    second.send(typed());
    await peer.next("respond");
  });

  test("the connection is cut: it is there again, and answers", async () => {
    await start();
    (await peer.link()).cut();
    const second = await peer.link();
    second.send(typed());
    await peer.next("respond");
    expect(bot?.slack.connected()).toBe(true);
  });

  test("Slack cannot be asked for a new socket for a while: it goes on trying", async () => {
    await start();
    const first = await peer.link();
    peer.answer(
      "apps.connections.open",
      { status: 500 },
      { status: 429, headers: { "retry-after": "30" } },
      { body: { ok: false, error: "internal_error" } },
    );
    first.cut();
    const second = await peer.link();
    second.send(typed());
    await peer.next("respond");
    expect(peer.count("apps.connections.open")).toBe(5);
  });

  test("a socket gone deaf without a word is dropped when the pings stop, and another opened", async () => {
    await start({ ...quick, pingTimeout: 300, pongTimeout: 300 });
    const first = await peer.link();
    first.ping();
    first.freeze();
    const second = await peer.link();
    second.send(typed());
    await peer.next("respond");
  });

  test("a socket on which nothing ever comes is renewed, without a moment between the two", async () => {
    await start({ ...quick, deafAfter: 200 });
    await peer.link();
    const second = await peer.link();
    second.send(typed());
    await peer.next("respond");
    expect(bot?.lines.join("")).toContain("silent");
  });

  test("a wrong app-level token is said in one line", async () => {
    peer.answer("apps.connections.open", { body: { ok: false, error: "invalid_auth" } });
    await expect(start()).rejects.toThrow(/^SLACK_APP_TOKEN is refused by Slack/);
  });

  test("a Slack that is away at the start is waited for", async () => {
    peer.answer("apps.connections.open", { status: 503 });
    await start();
    const link = await peer.link();
    link.send(typed());
    await peer.next("respond");
  });

  test("nothing is opened any more after a stop", async () => {
    await start();
    const link = await peer.link();
    await bot?.stop();
    link.cut();
    const before = peer.count("apps.connections.open");
    bot = undefined;
    await start();
    await peer.link();
    expect(peer.count("apps.connections.open")).toBe(before + 1);
  });
});
