/** A text against the record, as Block Kit: each sentence as it was written, set apart, and beside it what the record says. */

import type { KnownBlock } from "@slack/types";
import { type Citation, type Day, type Finding, type Language, phrases } from "../../src/index.ts";
import { divider, quoted, row, section, small, strong } from "./blocks.ts";
import { type Payload, problems } from "./limits.ts";
import { escaped, showable } from "./markup.ts";
import type { Buttons } from "./render.ts";
import { sourceBlocks } from "./sources.ts";
import { words } from "./words.ts";

/** What was found, as of which day and in which state of the record. */
export type Checked = {
  readonly findings: readonly Finding[];
  readonly language: Language;
  readonly on: Day;
  readonly revision: string;
  readonly verified: Day;
};

/** A sentence this long is known by its beginning; only somebody else's words are ever shortened. */
const longestQuote = 600;

const shortened = (quote: string): string =>
  quote.length <= longestQuote
    ? quote
    : `${quote
        .slice(0, longestQuote)
        .toWellFormed()
        .replace(/\s+\S*$/, "")} […]`;

/** Lines of one finding: the record's own words with the numbers of their sources, then each difference. */
const lines = ({ fact, differences, sources }: Finding, all: readonly Citation[], language: Language): string[] => {
  const numbers = sources.map(({ id }) => ` [${all.findIndex((source) => source.id === id) + 1}]`).join("");
  return [
    `${phrases.record[language]} ${fact.text[language]}${numbers}`,
    ...differences.map((difference) => phrases.difference(difference)[language]),
  ];
};

const distinct = (findings: readonly Finding[]): Citation[] => {
  const sources = new Map(findings.flatMap((finding) => finding.sources.map((source) => [source.id, source] as const)));
  return [...sources.values()];
};

const build = ({ findings, language, on, revision, verified }: Checked, left: number, buttons: ReturnType<Buttons>): Payload => {
  const sources = distinct(findings);
  const differs = findings.some(({ differences }) => differences.length > 0);
  const lead = findings.length === 0 ? phrases.touchesNothing[language] : words.checked[language];
  const after = [...(findings.length > 0 && !differs ? [words.agrees[language]] : []), ...(left > 0 ? [words.more(left)[language]] : [])];
  const listed = sourceBlocks(sources, language);
  const blocks: KnownBlock[] = [
    strong(lead),
    ...findings.flatMap((finding) => [quoted(shortened(finding.quote)), section(lines(finding, sources, language).join("\n"))]),
    ...after.map(small),
    ...(listed.length > 0 ? [divider, ...listed] : []),
    small(phrases.footer(on, verified, revision)[language]),
    ...buttons.flatMap(row),
  ];
  const told = findings.flatMap((finding) => [`“${shortened(finding.quote)}”`, ...lines(finding, sources, language)]);
  const text = escaped(showable([lead, ...told, ...after].join("\n\n")));
  return { text, blocks, unfurl_links: false, unfurl_media: false };
};

/**
 * Renders as many findings as Slack takes, whole, those that differ from the record first to stay; says how many are left out.
 * @param buttons the rows under it
 */
export const renderCheck = (checked: Checked, buttons: ReturnType<Buttons> = []): Payload => {
  const differing = checked.findings.filter(({ differences }) => differences.length > 0);
  const agreeing = checked.findings.filter(({ differences }) => differences.length === 0);
  const byWeight = [...differing, ...agreeing];
  for (let kept = byWeight.length; kept > 0; kept -= 1) {
    const stay = new Set(byWeight.slice(0, kept));
    const findings = checked.findings.filter((finding) => stay.has(finding));
    const payload = build({ ...checked, findings }, checked.findings.length - kept, buttons);
    if (problems(payload).length === 0) return payload;
  }
  return build({ ...checked, findings: [] }, checked.findings.length, buttons);
};
