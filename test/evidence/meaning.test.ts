import { describe, expect, test } from "vitest";
import { learnt } from "../../src/evidence/learnt.ts";
import { createMeaning, type Learnt } from "../../src/evidence/meaning.ts";
import { languages, openNinety } from "../../src/index.ts";
import { createPacker } from "../../src/model/packed.ts";

/** Two directions: the first for selling, the second for banning; "boot" lies by "ban" though no phrasing below has it. */
const small: Learnt = {
  words: "sell buy ban boot",
  places: Buffer.from(Int8Array.from([100, 0, 90, 10, 0, 100, 5, 95])).toString("base64"),
  step: 0.01,
  precision: [8, 0, 0, 8],
};
const featureOf = new Map(small.words.split(" ").map((word, feature) => [word, feature]));
const text = (...words: string[]) => {
  const ids = words.flatMap((word) => featureOf.get(word) ?? []);
  return { ids, weights: ids.map(() => 1) };
};
const packer = createPacker();
packer.next();
for (const words of [["sell"], ["sell", "buy"], ["buy"], ["sell"]]) packer.add(text(...words));
packer.next();
for (const words of [["ban"], ["ban"], ["ban"], ["ban"]]) packer.add(text(...words));
packer.add(text("boot"));
const meaning = createMeaning(
  packer.packed(),
  () => 1,
  small,
  (word) => featureOf.get(word),
);
const chances = (words: string[], may = (_thing: number) => true) => [...meaning(text(...words), may)].map(Math.exp);

describe("what a text means", () => {
  test("is what its words lie near", () => {
    const [sale = 0, ban = 0] = chances(["boot"]);
    expect(ban).toBeGreaterThan(0.9);
    expect(sale + ban).toBeCloseTo(1);
  });
  test("is shared out among what may be meant only", () => {
    const [sale = 0, ban = 0] = chances(["boot"], (thing) => thing === 0);
    expect(sale).toBeCloseTo(1);
    expect(ban).toBe(0);
  });
  test("is anything where no word has a place", () => {
    const [sale = 0, ban = 0] = chances([]);
    expect(Math.abs(sale - ban)).toBeLessThan(0.5);
  });
});

test.each(languages)("what was learnt is of this record (%s): else run npm run fit", (language) => {
  const wording = openNinety("knowledge").base.wording(language);
  const places = new Set(learnt[language].words.split(" ").flatMap((word) => wording.wordFeature(word) ?? []));
  const uses = new Map<number, number>();
  for (const feature of wording.phrasings.ids) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  const common = [...uses].filter(([feature, count]) => count >= 5 && wording.isContent(feature)).map(([feature]) => feature);
  expect(common.filter((feature) => places.has(feature)).length / common.length).toBeGreaterThan(0.95);
});
