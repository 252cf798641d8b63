/** A database of its own on the PostgreSQL server of this machine, or a loud word that there is none. */

import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import pg from "pg";

const server = process.env.DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1:5432/test`;

const run = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Whether a server answers. Where none does, what is skipped is said on standard error: a silent skip reads like a pass. */
export const postgresAnswers = async (what: string): Promise<boolean> => {
  try {
    await run("select 1");
    return true;
  } catch {
    console.error(`\n!!! SKIPPED: ${what}: no PostgreSQL answers (set DATABASE_URL, or start one on 127.0.0.1:5432)\n`);
    return false;
  }
};

export type Database = { readonly url: string; readonly drop: () => Promise<void> };

/** A fresh database; `drop` takes it away with whatever still uses it. */
export const createDatabase = async (): Promise<Database> => {
  const name = `ninety_${randomBytes(6).toString("hex")}`;
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
};
