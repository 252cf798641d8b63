import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../adapters/store/open.ts";
import { aboutWorkspaces } from "../../adapters/store/schema.ts";
import type { Store } from "../../src/index.ts";
import { type Bot, freePort, startBot, tokenKey } from "./support/bot.ts";
import { ann, command, direct, event, mention, press } from "./support/events.ts";
import { createPeer, type Peer, seeded } from "./support/peer.ts";

let folder: string;
let file: string;
let port: number;
let peer: Peer;
let store: Store;
let bot: Bot;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ninety-"));
  file = join(folder, "n.sqlite");
  port = await freePort();
  peer = await createPeer([`http://127.0.0.1:${port}/slack/oauth_redirect`]);
  store = await openStore({ file, key: tokenKey });
  bot = await startBot(peer, { tenancy: "many", port, store });
});
afterEach(async () => {
  await bot.stop();
  await store.close();
  await peer.close();
  rmSync(folder, { recursive: true });
});

const place = { platform: "slack", workspace: seeded.team };

/** Everything the database holds, table by table. */
const dump = (): Record<string, unknown[]> => {
  const database = new DatabaseSync(file);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const all = Object.fromEntries(tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()]));
  database.close();
  return all;
};

/** Goes to the install page, agrees there as a person does, and comes back. */
const install = async (): Promise<Response> => {
  const start = await fetch(`${bot.url}/slack/install`, { redirect: "manual" });
  expect(start.status).toBe(302);
  const cookie = (start.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const agree = new URL(start.headers.get("location") ?? "");
  expect(agree.origin).toBe(new URL(peer.url).origin);
  expect(agree.searchParams.get("scope")).toBe("app_mentions:read,chat:write,commands,im:history");
  // Slack takes the address that the app's settings name where the link names none; `emulate` wants it told
  agree.searchParams.set("redirect_uri", `${bot.url}/slack/oauth_redirect`);
  const page = await (await fetch(agree)).text();
  const form = /<form[^>]*action="([^"]+)"[\s\S]*?<\/form>/.exec(page);
  const fields = [...(form?.[0] ?? "").matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll("&amp;", "&"),
  ]);
  const agreed = await fetch(new URL(form?.[1] ?? "", peer.url), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(Object.fromEntries(fields)),
  });
  const back = new URL(agreed.headers.get("location") ?? "");
  return fetch(`${bot.url}${back.pathname}${back.search}`, { headers: { cookie }, redirect: "manual" });
};

describe("many workspaces", () => {
  test("installing keeps the token sealed, and the bot answers there with it", async () => {
    expect((await install()).status).toBe(200);
    const kept = await store.installations.find(place);
    const { bot: granted, user } = JSON.parse(kept?.secret ?? "{}") as { bot: { token: string }; user: { id: string } };
    expect(granted.token).toMatch(/^xoxb-/);
    expect(kept?.by).toBe(user.id);
    expect(JSON.stringify(dump())).not.toContain(granted.token);
    await bot.deliver(mention("E1", "when did the 90-day order expire?"));
    expect((await peer.next("chat.postMessage")).token).toBe(granted.token);
  });

  test("coming back without the browser's own state installs nothing", async () => {
    const forged = await fetch(`${bot.url}/slack/oauth_redirect?code=c&state=forged`);
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(await store.installations.list("slack")).toEqual([]);
  });

  test("somebody who says no is let go without an error of ours", async () => {
    const response = await fetch(`${bot.url}/slack/oauth_redirect?error=access_denied`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    await bot.deliver(command("deadlines", { response_url: peer.responseUrl(), trigger_id: "c1" }));
    await peer.next("respond");
  });

  test("a command is answered even where the bot is not, or no longer, installed: it needs no token", async () => {
    await bot.deliver(command("deadlines", { response_url: peer.responseUrl(), team_id: "TELSEWHERE" }));
    await peer.next("respond");
    await bot.deliver(mention("E-else", "deadlines", {}));
    await bot.deliver(command("deadlines", { response_url: peer.responseUrl(), trigger_id: "c2" }));
    await peer.next("respond");
    expect(peer.count("chat.postMessage")).toBe(0);
  });

  test("a token that runs out is renewed once, however many need it, and the new one is kept", async () => {
    await install();
    const kept = await store.installations.find(place);
    const installation = JSON.parse(kept?.secret ?? "{}") as { bot: Record<string, unknown> };
    const soon = Math.floor(Date.now() / 1_000) + 600;
    const expiring = { ...installation, bot: { ...installation.bot, refreshToken: "xoxe-1-old", expiresAt: soon } };
    await store.installations.save({ ...place, by: ann, at: 1, secret: JSON.stringify(expiring) });
    peer.answer("oauth.v2.access", {
      body: {
        ok: true,
        access_token: seeded.token,
        token_type: "bot",
        refresh_token: "xoxe-1-new",
        expires_in: 43_200,
        bot_user_id: "U1",
        scope: "chat:write",
      },
    });
    await Promise.all(["a", "b", "c"].map((id) => bot.deliver(mention(id, "deadlines", { user: `U-${id}` }))));
    for (const _each of ["a", "b", "c"]) expect((await peer.next("chat.postMessage")).token).toBe(seeded.token);
    const renewals = peer.calls.filter(({ method, body }) => method === "oauth.v2.access" && body.grant_type === "refresh_token");
    expect(renewals.map(({ body }) => body.refresh_token)).toEqual(["xoxe-1-old"]);
    const renewed = JSON.parse((await store.installations.find(place))?.secret ?? "{}") as { bot: Record<string, unknown> };
    expect(renewed.bot).toMatchObject({ token: seeded.token, refreshToken: "xoxe-1-new" });
  });

  test("only who installed may change the workspace's settings", async () => {
    await install();
    const installer = (await store.installations.find(place))?.by ?? "";
    const set = (value: string, user: string) =>
      bot.deliver(
        press(
          { type: "static_select", action_id: "language", selected_option: { text: { type: "plain_text", text: "x" }, value } },
          { view: { id: "V1", type: "home" }, channel: undefined, user: { id: user, team_id: seeded.team } },
          { type: "view", view_id: "V1" },
        ),
      );
    await set("fr", "USOMEBODY");
    expect(JSON.stringify((await peer.next("views.publish")).body)).not.toContain("static_select");
    expect(await store.settings.of(place)).toEqual({});
    await set("fr", installer);
    expect(JSON.stringify((await peer.next("views.publish")).body)).toContain("static_select");
    expect(await store.settings.of(place)).toEqual({ language: "fr" });
  });
});

describe("a channel that can no longer be posted to", () => {
  test("is told once to who installed the bot, shown in Home, and open again when a reply gets through", async () => {
    await install();
    const installer = (await store.installations.find(place))?.by;
    const archived = { body: { ok: false, error: "is_archived" } };
    peer.answer("chat.postMessage", archived);
    await bot.deliver(mention("E1", "deadlines", { user: "U1" }));
    expect((await peer.next("chat.postMessage")).body.channel).toBe("C000000001");
    const told = await peer.next("chat.postMessage");
    expect(told.body.channel).toBe(installer);
    expect(told.body.text).toContain("is_archived");

    peer.answer("chat.postMessage", archived);
    await bot.deliver(mention("E2", "deadlines", { user: "U2" }));
    await peer.next("chat.postMessage");
    const opened = { type: "app_home_opened", user: installer, tab: "home", channel: "D1", event_ts: "1.1" };
    await bot.deliver(event("H1", opened));
    expect(JSON.stringify((await peer.next("views.publish")).body)).toContain('"channel_id":"C000000001"');
    expect(peer.count("chat.postMessage")).toBe(3);

    await bot.deliver(mention("E3", "deadlines", { user: "U3" }));
    await peer.next("chat.postMessage");
    await bot.stop();
    expect(await store.closures.of(place)).toEqual([]);
  });
});

describe("leaving", () => {
  /** Leaves a trace of the workspace wherever the bot leaves any. */
  const live = async (): Promise<void> => {
    await install();
    await bot.deliver(mention("E1", "deadlines"));
    await peer.next("chat.postMessage");
    await bot.deliver(direct("E2", "deadlines"));
    await peer.next("chat.postMessage");
    await store.settings.set(place, { language: "fr" });
    await store.installations.save({ platform: "slack", workspace: "TOTHER", by: "U9", at: 1, secret: "kept" });
    await store.settings.set({ platform: "slack", workspace: "TOTHER" }, { language: "en" });
    expect(JSON.stringify(dump())).toContain(seeded.team);
  };
  /** Settles when everything acknowledged has been done. */
  const done = async (): Promise<void> => {
    await bot.deliver(command("deadlines", { response_url: peer.responseUrl(), trigger_id: "done", team_id: "TOTHER" }));
    await peer.next("respond");
  };

  test.each([
    ["app_uninstalled", { type: "app_uninstalled" }],
    ["tokens_revoked", { type: "tokens_revoked", tokens: { oauth: [ann], bot: ["UBOT00001"] } }],
  ])("%s: nothing of the workspace is left in the database, everything of the others is", async (_name, inner) => {
    await live();
    // Slack sends it with no authorization any more
    expect((await bot.deliver(event("E3", inner, { authorizations: [] }))).status).toBe(200);
    await done();
    const all = dump();
    expect(JSON.stringify(all)).not.toContain(seeded.team);
    for (const table of aboutWorkspaces) expect(all, table).toHaveProperty(table);
    expect(await store.installations.list("slack")).toEqual([{ platform: "slack", workspace: "TOTHER" }]);
    expect(await store.settings.of({ platform: "slack", workspace: "TOTHER" })).toEqual({ language: "en" });
  });

  test("a person's own token taken back is no leaving", async () => {
    await live();
    await bot.deliver(event("E4", { type: "tokens_revoked", tokens: { oauth: [ann] } }));
    await done();
    expect(await store.installations.find(place)).toBeDefined();
  });

  test("coming back works", async () => {
    await live();
    await bot.deliver(event("E5", { type: "app_uninstalled" }));
    await done();
    await install();
    await bot.deliver(mention("E6", "deadlines"));
    await peer.next("chat.postMessage");
  });
});

describe("many workspaces by socket", () => {
  test("people install over HTTP, events come by socket", async () => {
    await bot.stop();
    bot = await startBot(peer, { tenancy: "many", transport: "socket", port, store });
    await peer.link();
    expect((await install()).status).toBe(200);
    expect((await fetch(`${bot.url}/slack/events`, { method: "POST", body: "{}" })).status).toBe(404);
  });
});
