import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../adapters/store/open.ts";
import { aboutWorkspaces } from "../../adapters/store/schema.ts";
import type { Store } from "../../src/index.ts";
import { createDatabase, type Database, postgresAnswers } from "../support/postgres.ts";

const key = "0f".repeat(32);
const team = { platform: "slack", workspace: "T1" };
const other = { platform: "slack", workspace: "T2" };

/** A database of one engine: opened as often as wanted, and read past the store. */
type Engine = {
  readonly open: (key?: string) => Promise<Store>;
  readonly read: (statement: string) => Promise<Record<string, unknown>[]>;
  readonly tables: () => Promise<{ table: string; column: string }[]>;
  readonly drop: () => Promise<void>;
};

const embedded = async (): Promise<Engine> => {
  const folder = mkdtempSync(join(tmpdir(), "ninety-"));
  const file = join(folder, "data", "ninety.sqlite");
  const read = async (statement: string) => {
    const database = new DatabaseSync(file);
    const rows = database.prepare(statement).all() as Record<string, unknown>[];
    database.close();
    return rows;
  };
  return {
    open: (given) => openStore({ file, key: given }),
    read,
    tables: async () =>
      (await read("select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'")).map(
        ({ t, c }) => ({ table: String(t), column: String(c) }),
      ),
    drop: async () => rmSync(folder, { recursive: true }),
  };
};

const postgres = async (): Promise<Engine> => {
  const database: Database = await createDatabase();
  const read = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  };
  return {
    open: (given) => openStore({ url: database.url, key: given }),
    read,
    tables: async () =>
      (
        await read(
          "select table_name as t, column_name as c from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')",
        )
      ).map(({ t, c }) => ({ table: String(t), column: String(c) })),
    drop: database.drop,
  };
};

const engines = [
  { name: "embedded", make: embedded, skip: false },
  { name: "PostgreSQL", make: postgres, skip: !(await postgresAnswers("the Store on PostgreSQL")) },
];

for (const { name, make, skip } of engines)
  describe.skipIf(skip)(`the Store, ${name}`, () => {
    let engine: Engine;
    let store: Store;
    beforeEach(async () => {
      engine = await make();
      store = await engine.open(key);
    });
    afterEach(async () => {
      await store.close();
      await engine.drop();
    });

    test("an installation comes back as it was kept, and its secret is not in the database", async () => {
      const installation = { ...team, by: "U1", at: 1_600_000_000_123, secret: '{"token":"xoxb-very-secret"}' };
      await store.installations.save(installation);
      expect(await store.installations.find(team)).toEqual(installation);
      expect(await store.installations.find(other)).toBeUndefined();
      expect(JSON.stringify(await engine.read("select * from installations"))).not.toContain("very-secret");
      await store.installations.save({ ...installation, secret: "renewed", by: null });
      expect((await store.installations.find(team))?.secret).toBe("renewed");
      expect(await store.installations.list("slack")).toEqual([team]);
    });

    test("a secret opens with its key only, and for its workspace only", async () => {
      await store.installations.save({ ...team, by: "U1", at: 1, secret: "s" });
      const thief = await engine.open("f0".repeat(32));
      await expect(thief.installations.find(team)).rejects.toThrow(/NINETY_TOKEN_KEY is not the key/);
      await thief.close();
      const keyless = await engine.open();
      await expect(keyless.installations.find(team)).rejects.toThrow(/NINETY_TOKEN_KEY is needed/);
      await expect(keyless.installations.save({ ...other, by: null, at: 1, secret: "s" })).rejects.toThrow(/NINETY_TOKEN_KEY is needed/);
      await keyless.close();
      const [row] = await engine.read("select secret from installations");
      const moved = `insert into installations values ('slack', 'T2', null, 1, '${String(row?.secret)}')`;
      await engine.read(moved);
      await expect(store.installations.find(other)).rejects.toThrow(/does not open/);
    });

    test("of many who claim the same delivery, in two processes, one wins", async () => {
      const second = await engine.open(key);
      const claims = Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? store : second).seen.claim({ platform: "slack", id: `E${index % 10}`, at: 1_000 + index, workspace: "T1" }),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(10);
      expect(await second.seen.claim({ platform: "slack", id: "E1", at: 9_000 })).toBe(false);
      expect(await second.seen.claim({ platform: "discord", id: "E1", at: 9_000 })).toBe(true);
      await second.close();
    });

    test("a delivery is remembered over a restart, until it is swept", async () => {
      await store.seen.claim({ platform: "slack", id: "E1", at: 1_000 });
      await store.close();
      store = await engine.open(key);
      expect(await store.seen.claim({ platform: "slack", id: "E1", at: 1_500 })).toBe(false);
      expect(await store.seen.sweep(1_000)).toBe(0);
      expect(await store.seen.sweep(1_001)).toBe(1);
      expect(await store.seen.claim({ platform: "slack", id: "E1", at: 2_000 })).toBe(true);
    });

    test("settings of a workspace: none, set, changed, taken back", async () => {
      expect(await store.settings.of(team)).toEqual({});
      await store.settings.set(team, { language: "fr" });
      expect(await store.settings.of(team)).toEqual({ language: "fr" });
      await store.settings.set(team, { language: "en" });
      expect(await store.settings.of(team)).toEqual({ language: "en" });
      await store.settings.set(team, {});
      expect(await store.settings.of(team)).toEqual({});
    });

    test("a channel closes once, until it is opened again", async () => {
      const closure = { ...team, channel: "C1", reason: "is_archived", at: 5 };
      expect(await store.closures.close(closure)).toBe(true);
      expect(await store.closures.close({ ...closure, reason: "not_in_channel" })).toBe(false);
      expect(await store.closures.of(team)).toEqual([closure]);
      expect(await store.closures.of(other)).toEqual([]);
      await store.closures.reopen(closure);
      expect(await store.closures.close(closure)).toBe(true);
    });

    test("forgetting a workspace leaves nothing of it in any table, and everything of the others", async () => {
      for (const workspace of [team, other]) {
        await store.installations.save({ ...workspace, by: "U1", at: 1, secret: "s" });
        await store.seen.claim({ platform: "slack", id: `E-${workspace.workspace}`, at: 1, workspace: workspace.workspace });
        await store.settings.set(workspace, { language: "fr" });
        await store.closures.close({ ...workspace, channel: "C1", reason: "is_archived", at: 1 });
      }
      await store.forget(team);
      for (const table of aboutWorkspaces) {
        const left = JSON.stringify(await engine.read(`select * from ${table}`));
        expect(left, table).not.toContain("T1");
      }
      expect(await store.installations.find(other)).toBeDefined();
      expect(await store.settings.of(other)).toEqual({ language: "fr" });
    });

    test("every table that names a workspace is emptied by forgetting it", async () => {
      const named = (await engine.tables()).filter(({ column }) => column === "workspace").map(({ table }) => table);
      expect([...new Set(named)].sort()).toEqual([...aboutWorkspaces].sort());
    });

    test("it says whether it answers", async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });

describe("the embedded file", () => {
  const folder = mkdtempSync(join(tmpdir(), "ninety-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  test("is readable by its owner alone, and so is what stands beside it", async () => {
    const store = await openStore({ file: join(folder, "n.sqlite"), key });
    await store.settings.set(team, { language: "fr" });
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
    await store.close();
  });
});
