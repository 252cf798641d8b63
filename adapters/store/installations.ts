/** Where the bot is installed, with what lets it act there. */

import type { Kysely } from "kysely";
import type { Store } from "../../src/index.ts";
import type { Tables } from "./schema.ts";
import type { Seal } from "./seal.ts";

export const createInstallations = (db: Kysely<Tables>, seal: Seal): Store["installations"] => ({
  save: async ({ platform, workspace, by, at, secret }) => {
    const row = { installed_by: by, installed_at: at, secret: seal.close(secret, `${platform}/${workspace}`) };
    await db
      .insertInto("installations")
      .values({ platform, workspace, ...row })
      .onConflict((conflict) => conflict.columns(["platform", "workspace"]).doUpdateSet(row))
      .execute();
  },
  find: async ({ platform, workspace }) => {
    const row = await db
      .selectFrom("installations")
      .selectAll()
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .executeTakeFirst();
    return row
      ? { platform, workspace, by: row.installed_by, at: row.installed_at, secret: seal.open(row.secret, `${platform}/${workspace}`) }
      : undefined;
  },
  list: (platform) =>
    db.selectFrom("installations").select(["platform", "workspace"]).where("platform", "=", platform).orderBy("workspace").execute(),
});
