import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

type File = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const filesUnder = (folder: string): File[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const full = join(root, folder, path);
      const text = readFileSync(full, "utf8");
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) =>
        name.startsWith(".") ? relative(root, join(dirname(full), name)) : name,
      );
      return { path: join(folder, path), text, imports };
    });

const src = filesUnder("src");
const adapters = filesUnder("adapters");

/** Files of `room` that import something outside what they may. */
const strays = (files: readonly File[], room: string, may: readonly string[]): string[] =>
  files
    .filter(({ path }) => path.startsWith(room))
    .flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith("src/") && !name.startsWith(room) && !may.some((allowed) => name.startsWith(allowed)))
        .map((name) => `${path} imports ${name}`),
    );

const holders = (files: readonly File[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("who may import whom", () => {
  test("the model imports nothing but itself", () => {
    expect(strays(src, "src/model/", [])).toEqual([]);
    expect(
      src
        .filter(({ path }) => path.startsWith("src/model/"))
        .flatMap(({ imports }) => imports.filter((name) => !name.startsWith("src/model/"))),
    ).toEqual([]);
  });
  test("text and message know only the model", () => {
    expect(strays(src, "src/text/", ["src/model/"])).toEqual([]);
    expect(strays(src, "src/message/", ["src/model/"])).toEqual([]);
    expect(strays(src, "src/evidence/", ["src/model/"])).toEqual([]);
  });
  test("the record knows the model and the text", () => {
    expect(strays(src, "src/knowledge/", ["src/model/", "src/text/"])).toEqual([]);
  });
  test("a stage imports no other stage; only the conductor strings them together", () => {
    const stages = src.filter(({ path }) => path.startsWith("src/ask/") && !path.endsWith("/ask.ts"));
    expect(
      stages.flatMap(({ path, imports }) => imports.filter((name) => name.startsWith("src/ask/")).map((name) => `${path} imports ${name}`)),
    ).toEqual([]);
    expect(strays(stages, "src/ask/", ["src/model/", "src/text/", "src/knowledge/base", "src/message/", "src/evidence/"])).toEqual([]);
  });
  test("adapters open the core by its only door", () => {
    expect(
      adapters.flatMap(({ path, imports }) =>
        imports.filter((name) => name.startsWith("src/") && name !== "src/index.ts").map((name) => `${path} imports ${name}`),
      ),
    ).toEqual([]);
  });
  test("adapters do not know each other", () => {
    const platform = (path: string) => path.split("/")[1] ?? "";
    const crossings = adapters
      .filter(({ path }) => path.split("/").length > 2)
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith("adapters/") && ![platform(path), "shared", "store", "remind"].includes(platform(name)))
          .map((name) => `${path} imports ${name}`),
      );
    expect(crossings).toEqual([]);
  });
});

describe("one place for each hard thing", () => {
  test.each([
    ["minisearch", /from "minisearch"/, ["src/ask/retrieve.ts"]],
    ["zod, for the record", /from "zod"/, ["src/knowledge/schema.ts"]],
    ["the disk", /node:fs/, ["src/knowledge/read.ts"]],
  ])("%s appears in one file of the core", (_name, pattern, expected) => {
    expect(
      holders(src, pattern).filter(
        (path) => !/^import type/m.test(src.find((file) => file.path === path)?.text.match(new RegExp(`.*${pattern.source}.*`))?.[0] ?? ""),
      ),
    ).toEqual(expected);
  });
  test("the environment is read in one file", () => {
    expect(holders([...src, ...adapters], /process\.env/)).toEqual(["adapters/shared/env.ts"]);
  });
  test("the wall clock is read in one file, and never in the core", () => {
    const clock = /Temporal\.Now|Date\.now\(|new Date\(\)/;
    expect(holders(src, clock)).toEqual([]);
    expect(holders(adapters, clock)).toEqual(["adapters/shared/clock.ts"]);
  });
  test("the core names no platform", () => {
    expect(holders(src, /discord|slack|telegram/i)).toEqual([]);
  });
});

describe("house style", () => {
  const all = [...src, ...adapters];
  test("no default exports, no any, no junk drawers", () => {
    expect(holders(all, /^export default/m)).toEqual([]);
    expect(holders(all, /(?::|as|<)\s*any\b/)).toEqual([]);
    expect(all.filter(({ path }) => /\/(utils?|helpers?|misc|common)(\/|\.ts)/.test(path)).map(({ path }) => path)).toEqual([]);
  });
  test("every file of the core begins by saying what it is for, or is one exported thing that does", () => {
    expect(src.filter(({ text }) => !/^\/\*\*/.test(text) && (text.match(/^export /gm)?.length ?? 0) > 1).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
