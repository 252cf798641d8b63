import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { envKeys } from "../adapters/shared/env.ts";
import { ninety } from "./support/ninety.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

/** Everything in a reply but the record's revision, which changes with every correction. */
const withoutRevision = (text: string): string => text.replace(/(record|dossier) [0-9a-f]{8}/, "$1 …").trimEnd();

describe("README", () => {
  test.each(
    [...readme.matchAll(/\$ npm run -s ninety -- (ask [^\n]+)\n([\s\S]*?)\n```/g)].map(
      ([, words = "", shown = ""]) => [words, shown] as const,
    ),
  )("%s comes out as it stands there", async (words, shown) => {
    const parts = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const { status, out } = await ninety(parts);
    expect(status).toBe(0);
    expect(withoutRevision(out)).toBe(withoutRevision(shown));
  });
  test("every link within the project leads somewhere", () => {
    const files = ["README.md", "CONTRIBUTING.md", "docs/discord.md", "docs/slack.md", "docs/reminders.md", "knowledge/README.md"];
    const broken = files.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target = ""]) => join(file, "..", target))
        .filter((target) => !existsSync(join(root, target))),
    );
    expect(broken).toEqual([]);
  });
  test("every command it names is one", async () => {
    const { out } = await ninety(["help"]);
    const named = [...readme.matchAll(/^\| `([a-z-]+)/gm)].map(([, name = ""]) => name).filter((name) => !existsSync(join(root, name)));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !out.includes(`\n  ${name} `))).toEqual([]);
  });
  test("every script it names is one", () => {
    const named = [...readme.matchAll(/`?npm run (?:-s )?([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
  test("the map is true", () => {
    const rooms = [...readme.matchAll(/^\| `((?:knowledge|src|adapters|bench|test)[^`]*)`/gm)].map(([, room = ""]) => room);
    expect(rooms.length).toBeGreaterThan(8);
    expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
  });
});

test(".env.example names every key that is read, and no other", () => {
  const listed = [...read(".env.example").matchAll(/^#?([A-Z_]+)=/gm)].map(([, key = ""]) => key);
  expect(listed.toSorted()).toEqual([...envKeys].toSorted());
});
