import { request as rawRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../adapters/store/open.ts";
import { createDatabase, postgresAnswers } from "../support/postgres.ts";
import { type Bot, startBot, tokenKey } from "./support/bot.ts";
import { bodyOf, command, direct, mention, press, signed, stamp } from "./support/events.ts";
import { createPeer, type Peer } from "./support/peer.ts";

const answers = await postgresAnswers("the same Slack event in two processes");

let peer: Peer;
let bot: Bot;
beforeAll(async () => {
  peer = await createPeer();
  bot = await startBot(peer);
});
afterAll(async () => {
  await bot.stop();
  await peer.close();
});

const question = "when did the 90-day order expire?";

/** Proves that nothing was done: what is asked next is the first thing answered. */
const nothingBut = async (ask: () => Promise<unknown>): Promise<void> => {
  const before = peer.count("respond");
  await ask();
  const url = peer.responseUrl();
  await bot.deliver(command("deadlines", { response_url: url, trigger_id: `after.${url}`, user_id: `U${url.length}${before}` }));
  await peer.next("respond");
  expect(peer.count("respond")).toBe(before + 1);
};

describe("only what Slack signed, within five minutes, is taken up", () => {
  const body = (id: string) => bodyOf(command(question, { trigger_id: id, response_url: peer.responseUrl() })).body;
  const send = async (text: string, headers: Record<string, string>) =>
    (
      await fetch(`${bot.url}/slack/events`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body: text,
      })
    ).status;

  test.each<[string, (text: string) => [string, Record<string, string>]]>([
    ["no headers at all", (text) => [text, {}]],
    ["no time stamp", (text) => [text, { "x-slack-signature": signed(text)["x-slack-signature"] ?? "" }]],
    ["no signature", (text) => [text, { "x-slack-request-timestamp": String(stamp()) }]],
    ["another secret", (text) => [text, signed(text, stamp(), "another")]],
    ["a body changed by a byte", (text) => [text.replace("when", "When"), signed(text)]],
    ["a time stamp that is not the signed one", (text) => [text, { ...signed(text), "x-slack-request-timestamp": String(stamp(-1)) }]],
    ["a time stamp that is no number", (text) => [text, { ...signed(text), "x-slack-request-timestamp": "soon" }]],
    [
      "another version of signature",
      (text) => [text, { ...signed(text), "x-slack-signature": (signed(text)["x-slack-signature"] ?? "").replace("v0", "v1") }],
    ],
    ["an empty signature", (text) => [text, { ...signed(text), "x-slack-signature": "" }]],
    ["five minutes and a second old", (text) => [text, signed(text, stamp(-301))]],
    ["five minutes and two seconds ahead", (text) => [text, signed(text, stamp(302))]],
    ["an hour ahead", (text) => [text, signed(text, stamp(3_600))]],
  ])("%s: 401", async (name, forge) => {
    await nothingBut(async () => expect(await send(...forge(body(name)))).toBe(401));
  });

  test("headers given twice: 401", async () => {
    const text = body("twice");
    const proof = signed(text);
    await nothingBut(async () => {
      const status = await new Promise((resolve) => {
        const request = rawRequest(`${bot.url}/slack/events`, { method: "POST" }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.setHeader("content-type", "application/x-www-form-urlencoded");
        for (const [name, value] of Object.entries(proof)) request.setHeader(name, [value, value]);
        request.end(text);
      });
      expect(status).toBe(401);
    });
  });

  test.each([-295, 295])("%i seconds from now: taken", async (seconds) => {
    const url = peer.responseUrl();
    const text = bodyOf(command("deadlines", { trigger_id: url, response_url: url, user_id: `U-at${seconds}` })).body;
    expect(await send(text, signed(text, stamp(seconds)))).toBe(200);
    await peer.next("respond");
  });

  test("the example of Slack's documentation has the signature that it gives there", () => {
    const example =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    expect(signed(example, 1_531_420_618, "8f742231b10e8888abcd99yyyzzz85a5")["x-slack-signature"]).toBe(
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    );
  });

  test("a body larger than anything Slack sends is refused", async () => {
    const text = "x".repeat(600_000);
    expect(await send(text, signed(text))).toBe(413);
  });

  test("a body that is not what it says it is: 400, and the server lives", async () => {
    const text = "{";
    const response = await fetch(`${bot.url}/slack/events`, {
      method: "POST",
      headers: { "content-type": "application/json", ...signed(text) },
      body: text,
    });
    expect(response.status).toBe(400);
    await nothingBut(async () => undefined);
  });

  test("elsewhere there is nothing", async () => {
    for (const path of ["/", "/slack/install", "/slack/events/x"]) expect((await fetch(`${bot.url}${path}`)).status).toBe(404);
    expect((await fetch(`${bot.url}/slack/events`)).status).toBe(404);
  });
});

describe("Slack's own questions about the address", () => {
  test("url_verification gets its challenge", async () => {
    const { status, text } = await bot.deliver({ type: "url_verification", challenge: "c-1", token: "t" });
    expect([status, JSON.parse(text)]).toEqual([200, { challenge: "c-1" }]);
  });
  test("ssl_check is answered, and carries nothing in with it", async () => {
    await nothingBut(async () => {
      const smuggled = new URLSearchParams({ ssl_check: "1", ...command(question) }).toString();
      const response = await fetch(`${bot.url}/slack/events`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: smuggled,
      });
      expect(response.status).toBe(200);
    });
  });
});

describe("the same thing delivered again is answered once", () => {
  /** Delivered four times; then another question, whose reply must be the second one ever. */
  const four = async (
    payload: Record<string, unknown>,
    method: string,
    how: "in turn" | "at once",
    to: readonly Bot[] = [bot],
  ): Promise<void> => {
    const before = peer.count(method);
    const deliveries = Array.from({ length: 4 }, (_, index) => () => {
      const { body } = bodyOf(payload);
      const retry: Record<string, string> = index > 0 ? { "x-slack-retry-num": String(index), "x-slack-retry-reason": "http_timeout" } : {};
      return (to[index % to.length] ?? bot).deliver(payload, { ...signed(body), ...retry });
    });
    const statuses: number[] = [];
    if (how === "in turn") for (const deliver of deliveries) statuses.push((await deliver()).status);
    else statuses.push(...(await Promise.all(deliveries.map((deliver) => deliver()))).map(({ status }) => status));
    expect(statuses).toEqual([200, 200, 200, 200]);
    await peer.next(method);
    for (const [index, each] of to.entries()) {
      const id = `last.${method}.${before}.${index}`;
      const user = `U-${id}`;
      await each.deliver(
        method === "respond"
          ? command("deadlines", { response_url: peer.responseUrl(), trigger_id: id, user_id: user })
          : mention(id, "deadlines", { user }),
      );
    }
    for (const _each of to) await peer.next(method);
    expect(peer.count(method)).toBe(before + 1 + to.length);
  };

  test.each(["in turn", "at once"] as const)("a mention, four times %s", (how) =>
    four(mention(`E-${how}`, question, { user: "U11" }), "chat.postMessage", how),
  );
  test.each(["in turn", "at once"] as const)("a direct message, four times %s", (how) =>
    four(direct(`D-${how}`, question, { user: "U12" }), "chat.postMessage", how),
  );
  test.each(["in turn", "at once"] as const)("a command replayed, four times %s", (how) =>
    four(command(question, { response_url: peer.responseUrl(), trigger_id: `C-${how}`, user_id: "U13" }), "respond", how),
  );
  test("a button, four times at once", () =>
    four(
      press({ type: "button", action_id: "page:1", value: '{"do":"deadlines"}' }, { response_url: peer.responseUrl() }),
      "respond",
      "at once",
    ));

  test.skipIf(!answers)("by two processes that share a database", async () => {
    const database = await createDatabase();
    const stores = await Promise.all([openStore({ url: database.url, key: tokenKey }), openStore({ url: database.url, key: tokenKey })]);
    const bots = [
      await startBot(peer, { store: stores[0] as (typeof stores)[0] }),
      await startBot(peer, { store: stores[1] as (typeof stores)[0] }),
    ];
    try {
      for (const how of ["in turn", "at once"] as const)
        await four(mention(`two-${how}`, question, { user: "U14" }), "chat.postMessage", how, bots);
    } finally {
      for (const each of bots) await each.stop();
      for (const store of stores) await store.close();
      await database.drop();
    }
  });

  test("an answer does not wait for a store that is gone", async () => {
    const store = await openStore({ key: tokenKey });
    await store.close();
    const alone = await startBot(peer, { store });
    const before = peer.count("chat.postMessage");
    await Promise.all([alone.deliver(mention("gone", question)), alone.deliver(mention("gone", question))]);
    await peer.next("chat.postMessage");
    await alone.deliver(mention("gone-2", "deadlines"));
    await peer.next("chat.postMessage");
    await alone.stop();
    expect(peer.count("chat.postMessage")).toBe(before + 2);
  });
});
