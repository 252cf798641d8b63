/** Every migration under its name, in order. A migration that has been released is never changed; the next one mends it. */

import type { Migration } from "kysely/migration";
import { up as installations } from "./0001-installations.ts";
import { up as seen } from "./0002-seen.ts";
import { up as settings } from "./0003-settings.ts";
import { up as closures } from "./0004-closures.ts";
import { up as subscriptions } from "./0005-subscriptions.ts";
import { up as ledger } from "./0006-ledger.ts";
import { up as leases } from "./0007-leases.ts";
import { up as gaps } from "./0008-gaps.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-installations": { up: installations },
  "0002-seen": { up: seen },
  "0003-settings": { up: settings },
  "0004-closures": { up: closures },
  "0005-subscriptions": { up: subscriptions },
  "0006-ledger": { up: ledger },
  "0007-leases": { up: leases },
  "0008-gaps": { up: gaps },
};
