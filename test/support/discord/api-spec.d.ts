/** The package brings its schemas without types. */
declare module "discord-api-spec/zod" {
  type Schema = { safeParse: (body: unknown) => { success: boolean; error?: { issues: readonly unknown[] } | undefined } };
  export const ApplicationCommandUpdateRequestSchema: Schema;
  export const CreateMessageInteractionCallbackRequestSchema: Schema;
  export const IncomingWebhookInteractionRequestSchema: Schema;
  export const IncomingWebhookUpdateRequestPartialSchema: Schema;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: Schema;
  export const MessageCreateRequestSchema: Schema;
  export const UpdateMessageInteractionCallbackRequestSchema: Schema;
}
