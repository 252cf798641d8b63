/** Second stage: everything the record could answer with, and what speaks for each. The only file that knows MiniSearch. */

import MiniSearch from "minisearch";
import { createLikelihood } from "../evidence/likelihood.ts";
import { createNeighbours } from "../evidence/neighbours.ts";
import type { Base } from "../knowledge/base.ts";
import { languages } from "../model/language.ts";
import type { Candidate, Understood } from "../model/reading.ts";
import type { Topic } from "../model/topic.ts";

/** How many candidates are worth judging. */
const kept = 12;
/** How many of a question's rarest features the full-text search looks for: common ones cost the most and tell the least. */
const searched = 8;

export type Retrieve = (understood: Understood) => Candidate[];

/** Indexes the record once; the function returned answers any number of questions. */
export const createRetrieve = (base: Base): Retrieve => {
  const { lexicon, topics } = base;
  const likelihood = createLikelihood();
  const neighbours = createNeighbours();
  const contents: Set<string>[] = [];
  const search = new MiniSearch<{ id: number; asked: string; told: string }>({
    fields: ["asked", "told"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { boost: { asked: 1.5 }, combineWith: "OR" },
  });

  for (const topic of topics)
    for (const language of languages) for (const phrasing of topic.phrasings[language]) lexicon.learn(phrasing, language);
  const documents = topics.map((topic, thing) => {
    const asked = new Set<string>();
    const told = new Set<string>();
    let text = 0;
    for (const language of languages) {
      for (const phrasing of topic.phrasings[language]) {
        const { weights } = lexicon.features(phrasing, language);
        likelihood.add(thing, weights);
        neighbours.add(thing, text++, weights);
        for (const feature of weights.keys()) asked.add(feature);
      }
      for (const answer of topic.answers)
        for (const sentence of [
          answer.lead[language],
          ...(topic.kind === "fact" ? [] : answer.facts.map((id) => base.fact(id)?.text[language] ?? "")),
        ])
          for (const feature of lexicon.features(sentence, language).weights.keys()) told.add(feature);
    }
    for (const id of topic.about) told.add(`@${id}`);
    contents.push(new Set([...asked, ...told]));
    return {
      id: thing,
      asked: [...asked].filter((feature) => !feature.includes("_")).join(" "),
      told: [...told].filter((feature) => !feature.includes("_")).join(" "),
    };
  });
  search.addAll(documents);
  neighbours.settle(likelihood.rarity);

  const visible = (topic: Topic, understood: Understood): boolean =>
    topic.from <= understood.on &&
    (topic.kind !== "fact" ||
      topic.answers.every(({ facts }) =>
        facts.every((id) => {
          const fact = base.fact(id);
          return fact !== undefined && base.isKnown(fact, understood.on);
        }),
      ));

  return (understood) => {
    const { weights } = understood;
    if (weights.size === 0) return [];
    const rarest = [...weights.keys()]
      .filter((feature) => !feature.includes("_"))
      .sort((a, b) => likelihood.rarity(b) - likelihood.rarity(a))
      .slice(0, searched);
    const found = rarest.length > 0 ? search.search(rarest.join(" ")) : [];
    const lexical = new Map(found.map(({ id, score }) => [id as number, score / (found[0]?.score ?? 1)]));
    const likely = likelihood.score(weights);
    const near = neighbours.nearest(weights, likelihood.rarity);

    const blend = (thing: number): number =>
      (likely.get(thing) ?? -1) + 2 * (near.get(thing)?.[0]?.similarity ?? 0) + 0.4 * (lexical.get(thing) ?? 0);
    const pool = new Set<number>([...likely.keys(), ...found.slice(0, kept).map(({ id }) => id as number)]);
    const ranked = [...pool]
      .filter((thing) => {
        const topic = topics[thing];
        return topic && visible(topic, understood);
      })
      .map((thing) => ({ thing, score: blend(thing) }))
      .sort((a, b) => b.score - a.score || a.thing - b.thing)
      .slice(0, kept);

    const whole =
      [...weights].reduce((sum, [feature, weight]) => (feature.includes("_") ? sum : sum + weight * likelihood.rarity(feature)), 0) || 1;
    const size = [...weights.keys()].filter((feature) => !feature.includes("_")).length;
    return ranked.flatMap(({ thing, score }, rank): Candidate[] => {
      const topic = topics[thing];
      if (!topic) return [];
      const content = contents[thing] ?? new Set();
      const covered = [...weights].reduce(
        (sum, [feature, weight]) => (!feature.includes("_") && content.has(feature) ? sum + weight * likelihood.rarity(feature) : sum),
        0,
      );
      const share = (values: ReadonlySet<string>, test: (value: string) => boolean): number =>
        values.size > 0 ? [...values].filter(test).length / values.size : 0;
      const nearest = near.get(thing) ?? [];
      const other = ranked[rank === 0 ? 1 : 0]?.score ?? -1;
      return [
        {
          topic,
          signals: {
            likelihood: likely.get(thing) ?? -1,
            nearest: nearest[0]?.similarity ?? 0,
            nearby: nearest.reduce((sum, { similarity }) => sum + similarity, 0) / 3,
            lexical: lexical.get(thing) ?? 0,
            coverage: covered / whole,
            entityHit: share(understood.entities, (id) => topic.about.includes(id)),
            entityMiss: share(understood.entities, (id) => !content.has(`@${id}`)),
            numberMiss: share(understood.numbers, (number) => !content.has(number)),
            wants: topic.wants && understood.wants ? (topic.wants === understood.wants ? 1 : -1) : 0,
            unknown: understood.unknown.length / Math.max(1, size + understood.unknown.length),
            lead: Math.max(-2, Math.min(2, score - other)),
            length: Math.min(1, size / 12),
            isFact: Number(topic.kind === "fact"),
            isEntity: Number(topic.kind === "entity"),
          },
        },
      ];
    });
  };
};
