/** `export`: everything kept about a workspace, as JSON, secrets left out. */

import type { Reminders } from "../../src/index.ts";
import { readWords, UsageError } from "./options.ts";

/**
 * Prints it.
 * @throws UsageError for what the person at the keyboard can mend
 */
export const exportWorkspace = async (reminders: Reminders, args: readonly string[]): Promise<number> => {
  const { rest } = readWords(args, {});
  const [platform, workspace, ...more] = rest;
  if ((platform !== "discord" && platform !== "slack") || workspace === undefined || more.length > 0)
    throw new UsageError("export wants a platform and a workspace, for example: export slack T0123456789");
  console.log(JSON.stringify(await reminders.export({ platform, workspace }), null, 2));
  return 0;
};
