/** What goes over the wire: Components V2, written as the API has it, so that rendering needs no SDK. */

/** Types of components. Source: docs.discord.com/developers/components/reference. */
export const component = { row: 1, button: 2, text: 10, separator: 14, container: 17 } as const;

/** Styles of buttons. */
export const style = { primary: 1, secondary: 2 } as const;

/** Flags of messages: no link previews, seen by the asker alone, no notification, Components V2 instead of text and embeds. Source: resources/message. */
export const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, suppressNotifications: 1 << 12, componentsV2: 1 << 15 } as const;

export type Text = { readonly type: typeof component.text; readonly content: string };
export type Separator = { readonly type: typeof component.separator; readonly divider: boolean; readonly spacing: 1 | 2 };
export type Button = {
  readonly type: typeof component.button;
  readonly style: (typeof style)[keyof typeof style];
  readonly label: string;
  readonly custom_id: string;
};
export type Row = { readonly type: typeof component.row; readonly components: readonly Button[] };
type Container = { readonly type: typeof component.container; readonly components: readonly (Text | Separator)[] };

/** A message as sent. Nobody is ever pinged: that is part of the type, not a default somebody could forget. */
export type Payload = {
  readonly flags: number;
  readonly components: readonly (Container | Row)[];
  readonly allowed_mentions: { readonly parse: readonly [] };
};

export const text = (content: string): Text => ({ type: component.text, content });
export const separator: Separator = { type: component.separator, divider: true, spacing: 1 };
export const button = (label: string, id: string, look: Button["style"] = style.secondary): Button => ({
  type: component.button,
  style: look,
  label,
  custom_id: id,
});

/** The message around its parts; rows that are empty are left out, because the API refuses them. */
export const payload = (inside: readonly (Text | Separator)[], rows: readonly (readonly Button[])[] = []): Payload => ({
  flags: flag.componentsV2 | flag.suppressEmbeds,
  components: [
    { type: component.container, components: inside },
    ...rows.filter((row) => row.length > 0).map((components): Row => ({ type: component.row, components })),
  ],
  allowed_mentions: { parse: [] },
});

/** The same message, for the asker alone. */
export const asPrivate = (body: Payload): Payload => ({ ...body, flags: body.flags | flag.ephemeral });
