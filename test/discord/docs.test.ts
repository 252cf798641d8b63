import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../adapters/discord/commands.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/discord.md"), "utf8");

test.each(commands.map((command) => [command.name, command] as const))(
  "the page names %s in both languages, with its options",
  (_name, command) => {
    const slash = command.type === 1 ? "/" : "";
    expect(page).toContain(`${slash}${command.name}`);
    expect(page).toContain(`${slash}${command.name_localizations.fr}`);
    const row = page.split("\n").find((line) => line.startsWith(`| \`/${command.name}`)) ?? "";
    for (const { name, name_localizations } of command.options ?? []) {
      expect(row).toContain(name);
      expect(row).toContain(name_localizations.fr);
    }
  },
);
