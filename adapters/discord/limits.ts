/** Discord's limits, as one table, and which of them a message breaks. */

import { type Button, component, type Payload } from "./wire.ts";

/**
 * Sources: docs.discord.com/developers/components/reference, resources/message, interactions/application-commands.
 * Characters are counted as UTF-16 units, which is never fewer than Discord counts.
 */
export const limits = {
  /** Of a message in Components V2, nested ones included. */
  components: 40,
  /** Over all text displays of a message together. */
  text: 4_000,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  choices: 25,
  choice: 100,
  /** Our own: a question is not a book. */
  question: 500,
  /** Of posts under one key: the nonce that makes them one. */
  nonce: 25,
} as const;

/** How many characters of text a message holds. */
const textLength = ({ components }: Payload): number =>
  components
    .flatMap((top) => (top.type === component.container ? top.components : []))
    .reduce((sum, part) => sum + (part.type === component.text ? part.content.length : 0), 0);

const buttonProblems = (buttons: readonly Button[]): string[] => [
  ...buttons.flatMap(({ label, custom_id }) => [
    ...(label.length === 0 || label.length > limits.label ? [`a button's label has ${label.length} characters`] : []),
    ...(custom_id.length === 0 || custom_id.length > limits.customId ? [`a button's id has ${custom_id.length} characters`] : []),
  ]),
  ...(new Set(buttons.map(({ custom_id }) => custom_id)).size < buttons.length ? ["two buttons have the same id"] : []),
];

/** Each limit that a message breaks, in words; none where it can be sent. */
export const problems = (body: Payload): string[] => {
  const nested = body.components.reduce((sum, top) => sum + top.components.length, 0);
  const count = body.components.length + nested;
  const length = textLength(body);
  const rows = body.components.flatMap((top) => (top.type === component.row ? [top.components] : []));
  const texts = body.components.flatMap((top) => (top.type === component.container ? top.components : []));
  return [
    ...(count > limits.components ? [`${count} components`] : []),
    ...(length > limits.text ? [`${length} characters of text`] : []),
    ...(texts.some((part) => part.type === component.text && part.content.trim() === "") ? ["an empty text"] : []),
    ...rows.flatMap((row) => (row.length === 0 || row.length > limits.buttonsInRow ? [`${row.length} buttons in a row`] : [])),
    ...buttonProblems(rows.flat()),
  ];
};
