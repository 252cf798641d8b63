/** What a message shows, read from Discord's form of it. */

import type { APIMessage } from "discord.js";
import { type Button, component, type Payload, type Separator, style, type Text } from "./wire.ts";

/** What the kinds of components have between them. */
type Raw = {
  readonly type: number;
  readonly components?: readonly Raw[];
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
};

const rawOf = ({ components }: Pick<APIMessage, "components">): readonly Raw[] => (components ?? []) as readonly Raw[];

const inside = (raw: Raw): (Text | Separator)[] => {
  if (raw.type === component.text) return [{ type: component.text, content: raw.content ?? "" }];
  return raw.type === component.separator ? [{ type: component.separator, divider: true, spacing: 1 }] : [];
};

const buttonOf = (raw: Raw): Button[] =>
  raw.type === component.button && raw.custom_id && raw.label
    ? [
        {
          type: component.button,
          style: raw.style === style.primary ? style.primary : style.secondary,
          label: raw.label,
          custom_id: raw.custom_id,
        },
      ]
    : [];

/** One of our own messages, as it could be sent again: kinds of components that we do not make are left out. */
export const shownOf = (message: Pick<APIMessage, "components">): Payload["components"] =>
  rawOf(message).flatMap((part): Payload["components"] => {
    const nested = part.components ?? [];
    if (part.type === component.container) return [{ type: component.container, components: nested.flatMap(inside) }];
    return part.type === component.row ? [{ type: component.row, components: nested.flatMap(buttonOf) }] : [];
  });

const textsOf = (raw: readonly Raw[]): string[] =>
  raw.flatMap((part) => (part.type === component.text ? [part.content ?? ""] : textsOf(part.components ?? [])));

/** The words of any message, wherever they stand in it. */
export const textOf = (message: Pick<APIMessage, "content" | "embeds" | "components">): string =>
  [
    message.content,
    ...(message.embeds ?? []).flatMap(({ title, description }) => [title ?? "", description ?? ""]),
    ...textsOf(rawOf(message)),
  ]
    .filter((text) => (text ?? "").trim() !== "")
    .join("\n");
