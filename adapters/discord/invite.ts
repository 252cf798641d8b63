/** `discord invite`: the links that add the bot, or one line on what is missing. */

import type { Env } from "../shared/env.ts";
import { BadEnvironment } from "../shared/env.ts";
import { findApplication, inviteLink, personalLink } from "./setup.ts";

/**
 * Prints the links.
 * @returns the exit status
 * @throws BadEnvironment saying in one line what is missing or wrong
 */
export const invite = async ({ DISCORD_TOKEN, DISCORD_API_URL }: Env): Promise<number> => {
  if (DISCORD_TOKEN === undefined)
    throw new BadEnvironment([
      "DISCORD_TOKEN is missing: make an application at https://discord.com/developers/applications, then Bot, Reset Token, and put it into .env",
    ]);
  const application = await findApplication(DISCORD_TOKEN, DISCORD_API_URL);
  console.log(`${application.name} (${application.id})`);
  console.log(`To add it to a server:  ${inviteLink(application)}`);
  console.log(`To add it for yourself: ${personalLink(application)}`);
  if (!application.public) console.log("Only you can add it: under Bot, switch on Public Bot for others to do so.");
  console.log("No privileged intent is needed: leave all three switched off.");
  return 0;
};
