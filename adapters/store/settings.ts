/** What a workspace has set for itself. */

import type { Kysely } from "kysely";
import type { Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";

export const createSettings = (db: Kysely<Tables>): Store["settings"] => ({
  of: async ({ platform, workspace }) => {
    const row = await db
      .selectFrom("settings")
      .select("language")
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .executeTakeFirst();
    return row?.language ? { language: row.language } : {};
  },
  set: async ({ platform, workspace }, { language }) => {
    const row = { language: language ?? null };
    await db
      .insertInto("settings")
      .values({ platform, workspace, ...row })
      .onConflict((conflict) => conflict.columns(["platform", "workspace"]).doUpdateSet(row))
      .execute();
  },
});
