/** `check`: the whole record against its rules. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalForm, checkKnowledge, jsonSchemas } from "../../src/index.ts";
import { readWords, UsageError } from "./options.ts";

/** Puts every file into canonical form and writes the schemas that editors use. */
const write = (root: string, files: Iterable<string>): void => {
  for (const file of files) {
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    try {
      const better = canonicalForm(text);
      if (better !== text) writeFileSync(path, better);
    } catch {
      // not JSON: the check that follows says so
    }
  }
  mkdirSync(join(root, "schemas"), { recursive: true });
  for (const [kind, schema] of Object.entries(jsonSchemas()))
    writeFileSync(join(root, "schemas", `${kind}.json`), `${JSON.stringify(schema, null, 2)}\n`);
};

/**
 * Says every problem of the record with its file and field; `--write` first puts files into canonical form.
 * @returns 1 where there is any problem
 * @throws UsageError where the folder cannot be read
 */
export const check = (root: string, args: readonly string[]): number => {
  const { values } = readWords(args, { write: { type: "boolean" } });
  const run = () => {
    try {
      return checkKnowledge(root);
    } catch (cause) {
      throw new UsageError(`${root} cannot be read as a record: ${(cause as Error).message}`, { cause });
    }
  };
  if (values.write) write(root, run().reading.texts.keys());
  const { reading, problems } = run();
  for (const { file, field, what } of problems) console.log(`${file}: ${field}: ${what}`);
  const { facts, sources, questions, misconceptions, entities, deadlines } = reading.knowledge;
  const ways = [...questions, ...misconceptions].reduce((sum, { asked }) => sum + asked.en.length + asked.fr.length, 0);
  console.log(
    `${facts.length} facts, ${sources.length} sources, ${questions.length} questions and ${misconceptions.length} misconceptions put in ${ways} ways, ${deadlines.length} deadlines, ${entities.length} entities: ${problems.length === 0 ? "no problem" : `${problems.length} problems`}`,
  );
  return problems.length === 0 ? 0 : 1;
};
