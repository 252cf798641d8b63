/** Messages for tests: builders, so that a test says only what matters to it. */

import type { Message } from "../../src/index.ts";

type Sourced = Extract<Message, { readonly paragraphs: unknown }>;
type Silence = Extract<Message, { kind: "not-known" }>;
type Choice = Extract<Message, { kind: "choose" }>;
type Outside = Extract<Message, { kind: "outside" }>;
type Citation = Sourced["sources"][number];
type Claim = Sourced["facts"][number];

const said = { language: "en", on: "2020-11-12", notes: [], related: [], revision: "0a1b2c3d" } as const;

export const citation = (over: Partial<Citation> = {}): Citation => ({
  id: "federal-register-2020-08-19",
  publisher: "Federal Register",
  title: "Regarding the Acquisition of Musical.ly by ByteDance Ltd.",
  url: "https://www.federalregister.gov/documents/2020/08/19/2020-18360/regarding-the-acquisition-of-musically-by-bytedance-ltd?page=1&view=full",
  published: "2020-08-19",
  kind: "primary",
  ...over,
});

export const claim = (over: Partial<Claim> = {}): Claim => ({
  id: "order-aug14-90-days",
  text: "The order of 14 August 2020 gave ByteDance 90 days to sell.",
  status: "established",
  date: "2020-08-14",
  known: "2020-08-14",
  sources: ["federal-register-2020-08-19"],
  ...over,
});

export const sourced = (over: Partial<Sourced> = {}): Sourced => ({
  ...said,
  kind: "answered",
  lead: "It expires on 27 November 2020.",
  paragraphs: ["The order of 14 August 2020 gave ByteDance 90 days to sell.", "The committee extended it by fifteen days."],
  facts: [claim()],
  sources: [citation()],
  ...over,
});

export const silence = (over: Partial<Silence> = {}): Silence => ({
  ...said,
  kind: "not-known",
  lead: "The record is silent on that.",
  nearest: [claim()],
  sources: [citation()],
  ...over,
});

export const choice = (over: Partial<Choice> = {}): Choice => ({
  ...said,
  kind: "choose",
  lead: "That can be read in more than one way. Which do you mean?",
  choices: ["When did the ban order take effect?", "When did the 90-day order expire?"],
  ...over,
});

export const outside = (over: Partial<Outside> = {}): Outside => ({
  ...said,
  kind: "outside",
  lead: "That is not about the dispute.",
  ...over,
});

/** As many facts as wanted, each at the schema's cap of 300 characters, each with three sources whose addresses are as long as addresses get. */
export const largest = (facts: number, filler = "x"): Sourced => {
  const text = (index: number): string => `${index} `.padEnd(300, filler);
  const sources = Array.from({ length: facts * 3 }, (_, index) =>
    citation({
      id: `source-${index}`,
      title: `${index} `.padEnd(200, "t"),
      publisher: "p".repeat(80),
      url: `https://www.federalregister.gov/${index}/`.padEnd(480, "a"),
    }),
  );
  const [first = citation(), ...rest] = sources;
  const claims = Array.from({ length: facts }, (_, index) =>
    claim({ id: `fact-${index}`, text: text(index), sources: [`source-${index * 3}`] }),
  );
  const [one = claim(), ...more] = claims;
  return sourced({
    lead: text(9_999),
    paragraphs: claims.map((each) => each.text),
    facts: [one, ...more],
    sources: [first, ...rest],
    notes: ["n".repeat(200), "o".repeat(200)],
    related: ["r".repeat(150), "s".repeat(150)],
  });
};
