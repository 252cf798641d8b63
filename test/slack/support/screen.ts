/** A payload as Slack's screen has it: what is shown, what can be followed, what comes to life. */

import type { KnownBlock } from "@slack/types";
import { unescaped } from "../../../adapters/slack/markup.ts";

type Tree = { readonly [key: string]: unknown };

/** Every object inside a value, itself first. */
const objects = (value: unknown): Tree[] => {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== "object" || value === null) return [];
  return [value as Tree, ...Object.values(value).flatMap(objects)];
};

const isText = ({ type, text }: Tree): boolean =>
  typeof text === "string" && ["plain_text", "mrkdwn", "text", "link"].includes(String(type));

type Shown = { readonly blocks: readonly KnownBlock[] };

/** Everything a person reads. */
export const shownIn = ({ blocks }: Shown): string =>
  blocks
    .map((block) =>
      objects(block)
        .filter(isText)
        .map(({ type, text }) => (type === "mrkdwn" ? unescaped(String(text)) : String(text)))
        .join(""),
    )
    .join("\n");

/** Every address that can be followed. */
export const urlsIn = ({ blocks }: Shown): string[] =>
  objects(blocks).flatMap(({ type, url, text }) => {
    if (typeof url === "string") return [url];
    return type === "mrkdwn" ? [...String(text).matchAll(/<(https?:[^|>]+)/g)].map(([, found = ""]) => unescaped(found)) : [];
  });

/** What Slack reads in a field of markup: its own tokens, and addresses it would make links of. */
const readIn = (text: string): string[] => [...text.matchAll(/<[^>]*>|https?:\/\/\S+/g)].map(([token]) => token);

/**
 * What would come to life. In the blocks: markup, and link, user, channel, broadcast and emoji elements; links to listed sources are left
 * out, which are those of link elements. In the fallback text: Slack's tokens; bare addresses there are shown to nobody who sees the blocks.
 */
export const liveIn = ({ text, blocks }: Shown & { readonly text: string }): string[] => [
  ...[...text.matchAll(/<[^>]*>/g)].map(([token]) => token),
  ...objects(blocks).flatMap(({ type, text: said, emoji }) => {
    if (type === "mrkdwn") return readIn(String(said));
    if (type === "plain_text" && emoji === true) return [...String(said).matchAll(/:[a-z_]+:/g)].map(([token]) => token);
    return ["user", "usergroup", "channel", "broadcast", "emoji", "date", "team"].includes(String(type)) ? [String(type)] : [];
  }),
];
