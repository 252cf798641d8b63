/** The few blocks that replies are made of. Nothing here reads markup: every text is plain, every link is a link element. */

import type { ActionsBlock, Button, ContextBlock, KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import { showable } from "./markup.ts";

/** Slack refuses an empty text; a dash says as little. */
const said = (text: string): string => showable(text) || "–";

export const plainText = (text: string): { type: "plain_text"; text: string; emoji: false } => ({
  type: "plain_text",
  text: said(text),
  // ":)" and ":bank:" stay what they are
  emoji: false,
});

export const section = (text: string): SectionBlock => ({ type: "section", text: plainText(text) });

export const small = (text: string): ContextBlock => ({ type: "context", elements: [plainText(text)] });

export const divider: KnownBlock = { type: "divider" };

/** One line in bold. */
export const strong = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text: said(text), style: { bold: true } }] }],
});

/** Text of somebody else, set apart from ours. */
export const quoted = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_quote", elements: [{ type: "text", text: said(text) }] }],
});

/** A button that does what its value says; `id` must be the only one of its kind in a message. */
export const button = (id: string, label: string, value: string, primary = false): Button => ({
  type: "button",
  action_id: id,
  text: plainText(label),
  value,
  ...(primary ? { style: "primary" } : {}),
});

/** A row of buttons; none where there are none, because Slack refuses an empty row. */
export const row = (buttons: readonly Button[]): ActionsBlock[] =>
  buttons.length > 0 ? [{ type: "actions", elements: [...buttons] }] : [];
