/** Sources as Slack shows them: numbered, with publisher, kind and date, and the whole address behind the title. */

import type { RichTextBlock, RichTextSection } from "@slack/types";
import { type Citation, dateInWords, type Language, phrases, sourceKindWords } from "../../src/index.ts";
import { limits } from "./limits.ts";
import { showable } from "./markup.ts";

const bold = { bold: true } as const;

/** Two lines for a source. The host stands beside the title, so that nobody follows a link without knowing where it goes. */
const listed = ({ publisher, title, url, published, kind }: Citation, number: number, language: Language): RichTextSection => {
  const host = URL.parse(url)?.host.replace(/^www\./, "");
  const head = [publisher, host, sourceKindWords[kind][language], published ? dateInWords(published, language) : undefined];
  return {
    type: "rich_text_section",
    elements: [
      { type: "text", text: showable(`[${number}] ${head.filter(Boolean).join(" · ")}\n`) },
      { type: "link", url, text: showable(title) || url },
    ],
  };
};

const sizeOf = (section: RichTextSection): number =>
  section.elements.reduce((sum, element) => sum + ("text" in element ? (element.text?.length ?? 0) : 0), 0);

/** The list, in as many blocks as the limit on one block asks for. */
export const sourceBlocks = (sources: readonly Citation[], language: Language): RichTextBlock[] => {
  if (sources.length === 0) return [];
  const heading: RichTextSection = {
    type: "rich_text_section",
    elements: [{ type: "text", text: phrases.sources[language], style: bold }],
  };
  const groups: RichTextSection[][] = [[heading]];
  let size = sizeOf(heading);
  for (const [index, source] of sources.entries()) {
    const section = listed(source, index + 1, language);
    size += sizeOf(section);
    if (size > limits.section) {
      groups.push([section]);
      size = sizeOf(section);
    } else groups.at(-1)?.push(section);
  }
  return groups.map((elements) => ({ type: "rich_text", elements }));
};
