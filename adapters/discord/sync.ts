/** Registers the commands where Discord has others: creating them anew at each start would run into the daily limit for nothing. */

import { type REST, Routes } from "discord.js";
import type { Command } from "./commands.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What Discord leaves out, adds or fills in by itself is not a difference. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isNothing(each))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)]),
  );
};

const ours = [
  "type",
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "options",
  "contexts",
  "integration_types",
  "default_member_permissions",
] as const;

const form = (commands: readonly unknown[]): string =>
  JSON.stringify(
    commands
      .filter(isRecord)
      .map((command) => canonical(Object.fromEntries(ours.map((key) => [key, command[key]]))))
      .map((command) => JSON.stringify(command))
      .sort(),
  );

/**
 * Brings the global commands to what is declared.
 * @returns whether anything had to be changed
 * @throws DiscordAPIError where Discord refuses
 */
export const syncCommands = async (rest: REST, application: string, commands: readonly Command[]): Promise<boolean> => {
  const route = Routes.applicationCommands(application);
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (Array.isArray(present) && form(present) === form(commands)) return false;
  await rest.put(route, { body: commands });
  return true;
};
