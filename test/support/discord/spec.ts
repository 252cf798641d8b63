/** Whether what was sent is what Discord's published specification and the table of limits allow. */

import {
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  MessageCreateRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { problems } from "../../../adapters/discord/limits.ts";
import type { Payload } from "../../../adapters/discord/wire.ts";
import type { Sent } from "./front.ts";

type Checked = { safeParse: (body: unknown) => { success: boolean; error?: { issues: readonly unknown[] } | undefined } };

const against = (schema: Checked, body: unknown): string[] => {
  const { success, error } = schema.safeParse(body);
  return success ? [] : [`the specification refuses it: ${JSON.stringify(error?.issues).slice(0, 300)}`];
};

/** A message: by the specification, by the limits, and with nobody pinged. */
const messageProblems = (schema: Checked, whole: unknown, message: Payload): string[] => [
  ...against(schema, whole),
  ...problems(message),
  ...(JSON.stringify(message.allowed_mentions) === '{"parse":[]}' ? [] : ["somebody could be pinged"]),
];

/** Every way in which a message can be sent, and what is wrong with this one. */
export const specProblems = ({ method, path, body }: Sent): string[] => {
  if (/^\/interactions\/.*\/callback$/.test(path)) {
    const { type, data } = body as { type: number; data: Payload };
    if (type === 4) return messageProblems(CreateMessageInteractionCallbackRequestSchema, body, data);
    if (type === 7) return messageProblems(UpdateMessageInteractionCallbackRequestSchema, body, data);
    if (type === 8) return against(InteractionApplicationCommandAutocompleteCallbackStringDataSchema, data);
    return [];
  }
  if (method === "POST" && /^\/channels\/\d+\/messages$/.test(path))
    return messageProblems(MessageCreateRequestSchema, body, body as Payload);
  if (method === "POST" && path.startsWith("/webhooks/"))
    return messageProblems(IncomingWebhookInteractionRequestSchema, body, body as Payload);
  if (method === "PATCH" && path.startsWith("/webhooks/"))
    return messageProblems(IncomingWebhookUpdateRequestPartialSchema, body, body as Payload);
  if (method === "PUT" && path.endsWith("/commands"))
    return (body as { default_member_permissions?: string }[]).flatMap(({ default_member_permissions: needed, ...command }) =>
      // the specification has permissions as a number; the documentation, and every client, as a string
      against(
        ApplicationCommandUpdateRequestSchema,
        needed === undefined ? command : { ...command, default_member_permissions: Number(needed) },
      ),
    );
  return [];
};
