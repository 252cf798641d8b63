/** Every migration under its name, in order. A migration that has been released is never changed; the next one mends it. */

import type { Migration } from "kysely/migration";
import * as installations from "./0001-installations.ts";
import * as seen from "./0002-seen.ts";
import * as settings from "./0003-settings.ts";
import * as closures from "./0004-closures.ts";
import * as subscriptions from "./0005-subscriptions.ts";
import * as ledger from "./0006-ledger.ts";
import * as leases from "./0007-leases.ts";
import * as gaps from "./0008-gaps.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-installations": installations,
  "0002-seen": seen,
  "0003-settings": settings,
  "0004-closures": closures,
  "0005-subscriptions": subscriptions,
  "0006-ledger": ledger,
  "0007-leases": leases,
  "0008-gaps": gaps,
};
