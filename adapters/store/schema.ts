/** The tables as they stand after the last migration: one type a table. Text and whole numbers only, so that both engines give the same values back. */

import type { FeedbackVerdict, Language, LedgerState, ReminderStyle } from "../../src/index.ts";

type InstallationsTable = {
  platform: string;
  workspace: string;
  installed_by: string | null;
  installed_at: number;
  /** Sealed, see `seal.ts`. */
  secret: string;
};

type SeenTable = {
  platform: string;
  id: string;
  seen_at: number;
  workspace: string | null;
};

type SettingsTable = {
  platform: string;
  workspace: string;
  language: "en" | "fr" | null;
};

type ClosuresTable = {
  platform: string;
  workspace: string;
  channel: string;
  reason: string;
  closed_at: number;
};

type SubscriptionsTable = {
  platform: string;
  workspace: string;
  channel: string;
  owner: string;
  local_hour: string;
  zone: string;
  language: Language;
  style: ReminderStyle;
  /** JSON: a list of strands. */
  strands: string;
  silent: 0 | 1;
  replay_from: string | null;
  replay_since: string | null;
  replay_steps: number;
  paused: string | null;
  /** JSON, see `Told`. */
  told: string | null;
  missed: number;
  next_at: number;
  next_day: string;
};

type LedgerTable = {
  /** Made from channel and slot, short enough for a platform's nonce. */
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  slot: string;
  day: string;
  due_at: number;
  expires_at: number;
  state: LedgerState;
  /** While waiting: not to be claimed before. While claimed: when the claim runs out. */
  not_before: number;
  worker: string | null;
  tries: number;
  tried_at: number | null;
  post_at: number | null;
  reference: string | null;
  reason: string | null;
};

type LeasesTable = { name: string; holder: string; until: number };

type GapsTable = { language: Language; question: string; times: number; askers: number; last_at: number };

type FeedbackTable = { fact: string; verdict: FeedbackVerdict; times: number };

export type Tables = {
  installations: InstallationsTable;
  seen: SeenTable;
  settings: SettingsTable;
  closures: ClosuresTable;
  subscriptions: SubscriptionsTable;
  ledger: LedgerTable;
  leases: LeasesTable;
  gaps: GapsTable;
  feedback: FeedbackTable;
};

/** Tables that hold something about a workspace, in columns `platform` and `workspace`: what `forget` empties. A test compares it with the database. */
export const aboutWorkspaces = [
  "installations",
  "seen",
  "settings",
  "closures",
  "subscriptions",
  "ledger",
] as const satisfies readonly (keyof Tables)[];
