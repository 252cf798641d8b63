/** The only file of the core that touches the disk: reads `knowledge/` whole and says everything that is wrong with its form. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Both } from "../model/language.ts";
import type { Id, Knowledge } from "../model/record.ts";
import { schemas } from "./schema.ts";

/** Something wrong with the record: which file, which field, what, and how to mend it. */
export type Problem = { readonly file: string; readonly field: string; readonly what: string };

export type Reading = {
  readonly knowledge: Knowledge;
  readonly hosts: readonly string[];
  readonly problems: readonly Problem[];
  /** The file of each entry, as `kind/id`. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of each file where it was asked for: the rule on canonical form reads it. */
  readonly texts: ReadonlyMap<string, string>;
};

const folders = {
  fact: "facts",
  source: "sources",
  question: "questions",
  misconception: "misconceptions",
  entity: "entities",
  deadline: "deadlines",
} as const;

type Kind = keyof typeof folders;

/**
 * Reads the record.
 * @param root the folder that holds `facts/`, `sources/` and the rest
 * @param keepTexts whether the texts of the files are wanted too: they take as much memory as what they say
 * @throws Error where the folder itself cannot be read
 */
export const readKnowledge = (root: string, keepTexts = false): Reading => {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const texts = new Map<string, string>();
  const hash = createHash("sha256");

  const load = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined => {
    const text = readFileSync(join(root, file), "utf8");
    if (keepTexts) texts.set(file, text);
    hash.update(file).update(text);
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
      for (const issue of parsed.error.issues) problems.push({ file, field: issue.path.join(".") || "(whole file)", what: issue.message });
    } catch (error) {
      problems.push({ file, field: "(whole file)", what: `is not JSON: ${(error as Error).message}` });
    }
    return undefined;
  };

  const entries = <K extends Kind>(kind: K): (z.output<(typeof schemas)[K]> & { id: Id; strand: string })[] => {
    const found = readdirSync(join(root, folders[kind]), { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".json"))
      .sort();
    return found.flatMap((path) => {
      const file = `${folders[kind]}/${path}`;
      const name = path.split("/").at(-1) ?? path;
      const id = name.slice(0, -".json".length);
      const strand = path.includes("/") ? (path.split("/")[0] ?? "") : "";
      const twin = files.get(`${kind}/${id}`);
      if (twin) problems.push({ file, field: "(file name)", what: `the id ${id} is taken by ${twin}: choose another` });
      files.set(`${kind}/${id}`, file);
      const entry = load(file, schemas[kind]);
      return entry ? [{ ...(entry as object), id, strand } as z.output<(typeof schemas)[K]> & { id: Id; strand: string }] : [];
    });
  };

  const words = { en: load("terms/en.json", schemas.terms) ?? {}, fr: load("terms/fr.json", schemas.terms) ?? {} };
  const terms: Record<Id, Both<readonly string[]>> = {};
  for (const idea of new Set([...Object.keys(words.en), ...Object.keys(words.fr)]))
    terms[idea] = { en: words.en[idea] ?? [], fr: words.fr[idea] ?? [] };

  const content = {
    facts: entries("fact"),
    sources: entries("source"),
    questions: entries("question"),
    misconceptions: entries("misconception"),
    entities: entries("entity"),
    deadlines: entries("deadline"),
    terms,
    verified: load("record.json", schemas.record)?.verified ?? "1970-01-01",
  };
  const hosts = load("hosts.json", schemas.hosts) ?? [];
  const knowledge = { ...content, revision: hash.digest("hex").slice(0, 8) } as unknown as Knowledge;
  return { knowledge, hosts, problems, files, texts };
};
