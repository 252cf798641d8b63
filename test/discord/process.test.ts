import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { generateSnowflake } from "discord-digital-twin";
import { describe, expect, test } from "vitest";
import { permissions } from "../../adapters/discord/config.ts";
import { peopleOf } from "../support/discord/people.ts";
import { type Started, startProcess } from "../support/discord/process.ts";
import { shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";

type Scene = {
  readonly server: (how?: Parameters<typeof startDiscordServer>[0]) => Promise<TestDiscord>;
  readonly run: (...given: Parameters<typeof startProcess>) => Started;
};

/** A test with processes and servers of its own, gone when it is over; most of its time is waiting, so they run side by side. */
const scene = (name: string, act: (scene: Scene) => Promise<void>): void =>
  test.concurrent(name, async () => {
    const servers: TestDiscord[] = [];
    const processes: Started[] = [];
    try {
      await act({
        server: async (how) => {
          const server = await startDiscordServer(how);
          servers.push(server);
          return server;
        },
        run: (...given) => {
          const started = startProcess(...given);
          processes.push(started);
          return started;
        },
      });
    } finally {
      for (const each of processes) each.signal("SIGKILL");
      await Promise.all(processes.map(({ ended }) => ended));
      await Promise.all(servers.map(({ stop }) => stop()));
    }
  });

const environment = ({ token, front }: TestDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: front.url });

/** A port that nothing uses. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe.concurrent("npm start with a token", () => {
  scene(
    "serves, says so in one line, shows its health and figures, survives nonsense, and stops in good order",
    async ({ server, run }) => {
      const discord = await server();
      const port = await freePort();
      const running = run(["start"], { ...environment(discord), ADMIN_PORT: String(port) });
      await running.says(/"msg":"ready"/);
      const people = peopleOf(discord);
      expect(shownIn((await people.command("ask", { question: "When did the 90-day order expire?" })).body)).toContain("2020");
      // discord.js stumbles over an interaction of a shape it does not know
      discord.gateway.broadcast("INTERACTION_CREATE", {
        id: "5",
        application_id: discord.self,
        token: "t",
        type: 5,
        data: {},
        locale: "en-US",
      });
      await running.says(/"msg":"unhandled"/);
      expect(shownIn((await people.command("help")).body)).toContain("/ask");
      const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      expect(await ask("/healthz")).toContain("alive");
      expect(await ask("/readyz")).toContain("ready");
      expect(await ask("/metrics")).toMatch(/ninety_replies_total\{adapter="discord",what="command",how="answered"\} 2/);
      running.signal("SIGTERM");
      expect(await running.ended).toEqual({ code: 0, signal: null });
      expect(running.output()).toContain("stopped");
      expect(running.output()).not.toContain(discord.token);
    },
  );

  scene("with a token that is not accepted ends with one line that says which key, and where to get it", async ({ server, run }) => {
    const discord = await server();
    discord.front.fault({ on: () => true, status: 401, body: { code: 0, message: "401: Unauthorized" }, times: 100 });
    const running = run(["start"], { ...environment(discord), NINETY_LOG_LEVEL: "warn" });
    expect((await running.ended).code).toBe(1);
    expect(running.output().trim().split("\n")).toHaveLength(1);
    expect(running.output()).toMatch(/^DISCORD_TOKEN .*discord\.com\/developers/);
    expect(running.output()).not.toContain(discord.token);
  });
});

describe.concurrent("shards", () => {
  scene(
    "where Discord recommends two, two processes serve, each its own servers, and both stop with the first",
    async ({ server, run }) => {
      // the shard of a server is decided by its id
      const ids = Array.from({ length: 2 }, (_, shard) =>
        (((BigInt(generateSnowflake()) >> 23n) << 23n) + (BigInt(shard) << 22n)).toString(),
      );
      const discord = await server({ guilds: ids, shards: 2 });
      const running = run(["start"], environment(discord));
      await running.says(/"shards":2,"msg":"ready"/);
      expect(discord.gateway.shards().toSorted(([a], [b]) => a - b)).toEqual([
        [0, 2],
        [1, 2],
      ]);
      for (const guild of ids) expect(shownIn((await peopleOf({ ...discord, guild }).command("help")).body)).toContain("/ask");
      const puts = discord.front.sent.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));
      expect(puts).toHaveLength(1);
      running.signal("SIGTERM");
      expect((await running.ended).code).toBe(0);
      expect(discord.gateway.connected()).toBe(0);
    },
  );
});

describe.concurrent("discord invite", () => {
  scene("prints links with the right scopes and permissions, and nothing privileged", async ({ server, run }) => {
    const discord = await server();
    const running = run(["discord", "invite"], environment(discord));
    expect((await running.ended).code).toBe(0);
    const [link = ""] = /https:\S+scope=bot\S+/.exec(running.output()) ?? [];
    const query = new URL(link).searchParams;
    expect(query.get("client_id")).toBe(discord.self);
    expect(query.get("scope")).toBe("bot applications.commands");
    expect(query.get("permissions")).toBe(String(permissions));
    expect(running.output()).toContain("integration_type=1");
  });

  for (const [name, env, expected] of [
    ["no token", {}, /^DISCORD_TOKEN is missing/],
    ["nobody there", { DISCORD_TOKEN: "x", DISCORD_API_URL: "http://127.0.0.1:1/api" }, /^Discord cannot be reached/],
  ] as const)
    scene(`${name}: one line`, async ({ run }) => {
      const running = run(["discord", "invite"], env);
      expect((await running.ended).code).toBe(1);
      expect(running.output().trim().split("\n")).toHaveLength(1);
      expect(running.output()).toMatch(expected);
    });
});
