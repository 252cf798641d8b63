/** What Slack accepts in one message, as a table and as a measure. From the JSDoc of @slack/types unless said otherwise. */

import type { KnownBlock } from "@slack/types";

/** What goes over the wire for one message, whatever carries it there. */
export type Payload = {
  /** What notifications and screen readers get. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

export const limits = {
  blocks: 50,
  viewBlocks: 100,
  /** Text of a section; applied to every other text block too. */
  section: 3_000,
  field: 2_000,
  header: 150,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  optionText: 75,
  url: 3_000,
  id: 255,
  /** The fallback text; Slack cuts at 40,000 but asks for less. */
  text: 4_000,
  /** All text of all blocks. Undocumented: about 13,200 characters of blocks are refused with `msg_blocks_too_long` (slackapi/bolt-js#2509). */
  all: 9_000,
  /** The blocks as JSON: what that refusal probably counts. */
  json: 13_000,
} as const;

type Leaf = { readonly key: string; readonly value: string };

/** Every string in a value, with the name it stands under; names of types are no text. */
const leaves = (value: unknown, key = ""): Leaf[] => {
  if (typeof value === "string") return ["type", "style"].includes(key) ? [] : [{ key, value }];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, key));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([name, each]) => leaves(each, name));
  return [];
};

const longest = (texts: readonly (string | undefined)[]): number => Math.max(0, ...texts.map((text) => text?.length ?? 0));

type Loose = { readonly [key: string]: Loose | undefined } & readonly Loose[] & string;

/** Breaches of one block, in words. */
const blockProblems = (block: KnownBlock): string[] => {
  const loose = block as unknown as Loose;
  const problems: string[] = [];
  const over = (what: string, size: number, most: number): void => {
    if (size > most) problems.push(`${block.type}: ${what} is ${size}, over ${most}`);
  };
  const named = block.type === "context" || block.type === "rich_text" ? leaves(block) : [];
  over("block_id", longest([loose.block_id]), limits.id);
  switch (block.type) {
    case "section":
      over("text", longest([block.text?.text]), limits.section);
      over("field", longest(block.fields?.map(({ text }) => text) ?? []), limits.field);
      if (!block.text?.text && !block.fields?.length) problems.push("section: says nothing");
      break;
    case "header":
      over("text", longest([block.text.text]), limits.header);
      break;
    case "context":
      over("elements", block.elements.length, limits.contextElements);
      over("text", longest(named.filter(({ key }) => key === "text").map(({ value }) => value)), limits.section);
      if (named.some(({ key, value }) => key === "text" && value === "")) problems.push("context: an empty text");
      break;
    case "rich_text":
      over(
        "text",
        named.filter(({ key }) => key === "text").reduce((sum, { value }) => sum + value.length, 0),
        limits.section,
      );
      over("url", longest(named.filter(({ key }) => key === "url").map(({ value }) => value)), limits.url);
      if (named.some(({ key, value }) => key === "text" && value === "")) problems.push("rich_text: an empty text");
      break;
    case "actions": {
      over("elements", block.elements.length, limits.actionElements);
      for (const element of block.elements) {
        over("action_id", longest([element.action_id]), limits.id);
        if (element.type !== "button") continue;
        over("button text", element.text.text.length, limits.buttonText);
        if (element.text.text === "") problems.push("button: says nothing");
        over("button value", longest([element.value]), limits.buttonValue);
      }
      break;
    }
    default:
      break;
  }
  return problems;
};

/** Breaches of a list of blocks, in words; none where Slack would take it. */
export const blocksProblems = (blocks: readonly KnownBlock[], most: number = limits.blocks): string[] => {
  const named = leaves(blocks);
  const actions = named.filter(({ key }) => key === "action_id").map(({ value }) => value);
  const all = named.reduce((sum, { value }) => sum + value.length, 0);
  const json = JSON.stringify(blocks).length;
  return [
    ...(blocks.length > most ? [`${blocks.length} blocks, over ${most}`] : []),
    ...(all > limits.all ? [`${all} characters in all, over ${limits.all}`] : []),
    ...(json > limits.json ? [`${json} characters as JSON, over ${limits.json}`] : []),
    ...(new Set(actions).size < actions.length ? ["an action_id twice"] : []),
    ...(named.some(({ value }) => !value.isWellFormed()) ? ["half a surrogate pair"] : []),
    ...blocks.flatMap(blockProblems),
  ];
};

/** Each limit that a message breaks, in words. */
export const problems = ({ text, blocks }: Payload): string[] => [
  ...(text === "" ? ["no fallback text"] : []),
  ...(text.length > limits.text ? [`fallback text is ${text.length}, over ${limits.text}`] : []),
  ...(text.isWellFormed() ? [] : ["half a surrogate pair in the fallback text"]),
  ...blocksProblems(blocks),
];
