/** The app's Home: how things stand, the deadlines, what is new, questions to begin with, settings. Pure. */

import type { HomeView, KnownBlock } from "@slack/types";
import { type Day, type Language, type Message, type Ninety, pages, phrases } from "../../src/index.ts";
import { actions } from "./answer.ts";
import { button, divider, plainText, row, section, small, strong } from "./blocks.ts";
import { blocksProblems, limits } from "./limits.ts";
import { languageSetting } from "./manifest.ts";
import { carried } from "./request.ts";
import { sourceBlocks } from "./sources.ts";
import { words } from "./words.ts";

export type HomeState = {
  readonly today: Day;
  /** The workspace's setting. */
  readonly language: Language | undefined;
  /** Channels that can no longer be posted to. */
  readonly closed: readonly string[];
  /** Whether who looks may change it. */
  readonly maySet: boolean;
};

/** What Home opens with: the record's answers to what people ask about today, where it has them. */
const standing = ["is-tiktok-banned", "who-owns-tiktok-us"] as const;

const mostClosed = 10;
const mostSources = 3;
const mostQuestions = 4;
const mostDeadlines = 5;
const mostChanges = 3;

const options = (language: Language) =>
  (["follow", "en", "fr"] as const).map((value) => ({
    text: plainText(words.home[value === "en" ? "english" : value === "fr" ? "french" : "follow"][language]),
    value,
  }));

/** A channel's element is a link to it, and notifies nobody. */
const closures = (closed: readonly string[], language: Language): KnownBlock[] =>
  closed.length === 0
    ? []
    : [
        small(words.home.closed[language]),
        {
          type: "rich_text",
          elements: closed.slice(0, mostClosed).map((channel_id) => ({
            type: "rich_text_section",
            elements: [{ type: "channel", channel_id }],
          })),
        },
      ];

const settings = ({ language: set, maySet }: HomeState, language: Language): KnownBlock[] => {
  const all = options(language);
  const chosen = all.find(({ value }) => value === (set ?? "follow"));
  const heading = strong(words.home.settings[language]);
  if (!maySet)
    return [heading, section(`${words.home.language[language]} : ${chosen?.text.text ?? ""}`), small(words.home.installer[language])];
  return [
    heading,
    {
      type: "section",
      text: plainText(words.home.language[language]),
      accessory: {
        type: "static_select",
        action_id: languageSetting,
        options: all,
        ...(chosen ? { initial_option: chosen } : {}),
      },
    },
  ];
};

const said = (message: Message): string[] => ("paragraphs" in message ? [message.lead, ...message.paragraphs] : [message.lead]);

/** The view, in the workspace's language, else in English. */
export const home = (ninety: Ninety, state: HomeState): HomeView & { readonly blocks: KnownBlock[] } => {
  const { today } = state;
  const language = state.language ?? "en";
  const browse = ninety.browse();
  const now = standing.flatMap((id) => {
    const question = browse.titleOf(id, language, today);
    const message = question === undefined ? undefined : ninety.ask({ question, on: today, language }).message;
    if (message?.kind !== "answered") return [];
    // the lead alone stands here, so only what bears out its first fact; the whole reply is a question away
    const sources = message.sources.filter(({ id: source }) => message.facts[0].sources.includes(source)).slice(0, mostSources);
    return sources.length > 0 ? [{ lead: message.lead, sources }] : [];
  });
  const few = (listing: ReturnType<typeof browse.deadlines>, most: number): Message =>
    pages({ ...listing, entries: listing.entries.slice(0, most) }, () => true)[0];
  const deadlines = few(browse.deadlines(today, language), mostDeadlines);
  const changes = few({ ...browse.changes("2019-01-01", today, language), lead: words.home.changes[language] }, mostChanges);
  const questions = browse.suggest
    .questions("", language, today, mostQuestions * 3)
    .filter(({ length }) => length <= limits.buttonText)
    .slice(0, mostQuestions);
  const buttons = questions.flatMap((question, index) => {
    const id = browse.topicTitled(question, today);
    const value = carried({ ...(id ? { do: "topic", id } : { do: "ask", question }), language });
    return value ? [button(`${actions.ask}:${index}`, question, value)] : [];
  });
  const listed = (message: Message): KnownBlock[] => ("sources" in message ? sourceBlocks(message.sources, language) : []);

  const parts: KnownBlock[][] = [
    now.length > 0
      ? [strong(words.home.today[language]), ...now.flatMap(({ lead, sources }) => [section(lead), ...sourceBlocks(sources, language)])]
      : [],
    [divider, strong(words.home.start[language]), ...row(buttons)],
    [divider, ...settings(state, language), ...closures(state.closed, language)],
    [divider, strong(words.home.deadlines[language]), ...said(deadlines).map(section), ...listed(deadlines)],
    [divider, strong(changes.lead), ...said(changes).slice(1).map(section), ...listed(changes)],
  ];
  const footer = small(phrases.footer(today, ninety.base.verified, ninety.base.revision)[language]);
  // whole parts from the end, where the record's own texts should ever outgrow the view
  let blocks: KnownBlock[] = [footer];
  for (let kept = parts.length; kept > 0; kept -= 1) {
    blocks = [...parts.slice(0, kept).flat(), footer];
    if (blocksProblems(blocks, limits.viewBlocks).length === 0) break;
  }
  return { type: "home", blocks };
};
