/** What goes wrong: what a person did is said to them in one line, everything else is logged and apologised for. */

import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from "discord.js";
import { type Language, phrases } from "../../src/index.ts";
import { renderLine } from "./render.ts";
import { SayToUser } from "./say-to-user.ts";
import type { Payload } from "./wire.ts";

/** Why Discord did not take a message, as far as it decides what to do next. */
export type Refusal = "answered" | "late" | "gone" | "forbidden" | "unauthorized" | "history" | "other";

const refusals: ReadonlyMap<number | string, Refusal> = new Map<number | string, Refusal>([
  // a retry after a lost answer: the first attempt was taken
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, "answered"],
  [RESTJSONErrorCodes.UnknownInteraction, "late"],
  [RESTJSONErrorCodes.UnknownChannel, "gone"],
  [RESTJSONErrorCodes.UnknownGuild, "gone"],
  [RESTJSONErrorCodes.UnknownMessage, "gone"],
  [RESTJSONErrorCodes.MissingAccess, "forbidden"],
  [RESTJSONErrorCodes.MissingPermissions, "forbidden"],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, "forbidden"],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, "history"],
  [RESTJSONErrorCodes.UnknownToken, "unauthorized"],
]);

/** What a failed request means. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof DiscordAPIError) return refusals.get(error.code) ?? (error.status === 401 ? "unauthorized" : "other");
  if (error instanceof HTTPError && error.status === 401) return "unauthorized";
  return "other";
};

/** What a person gets when a handler failed. */
export const excuse = (error: unknown, language: Language): Payload =>
  renderLine(error instanceof SayToUser ? error.text[language] : phrases.apology[language]);
