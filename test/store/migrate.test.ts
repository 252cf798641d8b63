import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Dialect, Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { embedded } from "../../adapters/store/embedded.ts";
import { migrate } from "../../adapters/store/migrate.ts";
import { migrations } from "../../adapters/store/migrations/all.ts";
import { openStore } from "../../adapters/store/open.ts";
import { postgres } from "../../adapters/store/postgres.ts";
import type { Tables } from "../../adapters/store/schema.ts";
import { createDatabase, postgresAnswers } from "../support/postgres.ts";

const names = Object.keys(migrations);

const places = [
  {
    name: "embedded" as const,
    skip: false,
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), "ninety-"));
      const file = join(folder, "n.sqlite");
      return { place: { file }, dialect: (): Dialect => embedded(file), drop: async () => rmSync(folder, { recursive: true }) };
    },
  },
  {
    name: "postgres" as const,
    skip: !(await postgresAnswers("migrations on PostgreSQL")),
    make: async () => {
      const { url, drop } = await createDatabase();
      return { place: { url }, dialect: (): Dialect => postgres(url), drop };
    },
  },
];

for (const { name, make, skip } of places)
  describe.skipIf(skip)(`migrations, ${name}`, () => {
    let made: Awaited<ReturnType<typeof make>>;
    beforeEach(async () => {
      made = await make();
    });
    afterEach(() => made.drop());

    test.each(names)("a database left at %s is brought up to date with what it holds", async (version) => {
      const db = new Kysely<Tables>({ dialect: made.dialect() });
      await migrate(db, name, version);
      await db
        .insertInto("installations")
        .values({ platform: "slack", workspace: "T1", installed_by: null, installed_at: 1, secret: "kept" })
        .execute();
      await db.destroy();
      const store = await openStore(made.place);
      expect(await store.installations.list("slack")).toEqual([{ platform: "slack", workspace: "T1" }]);
      await store.close();
    });

    test("a second start changes nothing; two at once do not trip over each other", async () => {
      const first = await openStore(made.place);
      await first.settings.set({ platform: "slack", workspace: "T1" }, { language: "fr" });
      await first.close();
      const stores = await Promise.all([openStore(made.place), openStore(made.place)]);
      for (const store of stores) {
        expect(await store.settings.of({ platform: "slack", workspace: "T1" })).toEqual({ language: "fr" });
        await store.close();
      }
    });

    test("a database of a newer version is refused, not damaged", async () => {
      const store = await openStore(made.place);
      await store.close();
      const db = new Kysely<{ kysely_migration: { name: string; timestamp: string } }>({ dialect: made.dialect() });
      await db.insertInto("kysely_migration").values({ name: "9999-future", timestamp: "x" }).execute();
      await db.destroy();
      await expect(openStore(made.place)).rejects.toThrow(/could not be brought up to date/);
    });
  });

test("migrations are numbered without a gap, so that nobody slips one in before another", () => {
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
});
