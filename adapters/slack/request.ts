/** What can be asked of the bot, as one value: a command says it, a button carries it. */

import { z } from "zod";
import { feedbackVerdicts, isDay } from "../../src/index.ts";
import { limits } from "./limits.ts";

const day = z.string().refine(isDay);
const said = { on: day.optional(), language: z.enum(["en", "fr"]).optional(), page: z.number().int().min(0).max(999).optional() };

const schema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("ask"), question: z.string().min(1), ...said }),
  z.strictObject({ do: z.literal("topic"), id: z.string().min(1).max(200), ...said }),
  z.strictObject({ do: z.literal("check"), text: z.string().min(1), ...said }),
  z.strictObject({ do: z.literal("deadlines"), ...said }),
  z.strictObject({ do: z.literal("timeline"), from: day, to: day, ...said }),
  z.strictObject({ do: z.literal("changes"), since: day, ...said }),
  z.strictObject({ do: z.literal("source"), id: z.string().min(1).max(200), ...said }),
]);

export type Request = z.output<typeof schema>;

/**
 * A request as a button's value. The words of a question travel in it and not in a store of ours: Slack keeps them in the asker's own
 * message, any process can answer the click, and there is nothing to delete.
 * @returns undefined where it is too long to be carried
 */
export const carried = (request: Request): string | undefined => {
  const value = JSON.stringify(request);
  return value.length <= limits.buttonValue ? value : undefined;
};

/** The request in a button's value; undefined where it is none of ours. */
export const requestIn = (value: string | undefined): Request | undefined => {
  try {
    return schema.safeParse(JSON.parse(value ?? "")).data;
  } catch {
    return undefined;
  }
};

const rating = z.strictObject({
  verdict: z.enum(feedbackVerdicts),
  facts: z.array(z.string().max(200)).min(1).max(50),
  language: z.enum(["en", "fr"]),
});

/** What a reader thought of a reply that rests on these facts. */
export type Rating = z.output<typeof rating>;

/** An opinion as a button's value. @returns undefined where it is too long to be carried */
export const ratingOf = (given: Rating): string | undefined => {
  const value = JSON.stringify(given);
  return value.length <= limits.buttonValue ? value : undefined;
};

/** The opinion in a button's value; undefined where it is none of ours. */
export const ratingIn = (value: string | undefined): Rating | undefined => {
  try {
    return rating.safeParse(JSON.parse(value ?? "")).data;
  } catch {
    return undefined;
  }
};
