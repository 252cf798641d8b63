/** Second stage: everything the record could answer with, and what speaks for each. The only file that knows MiniSearch. */

import MiniSearch from "minisearch";
import { createPhrasings } from "../evidence/phrasings.ts";
import { createVocabulary, holds } from "../evidence/vocabulary.ts";
import type { Base } from "../knowledge/base.ts";
import { languages } from "../model/language.ts";
import type { Candidate, Understood } from "../model/reading.ts";
import type { Topic } from "../model/topic.ts";

/** How many candidates are worth judging. */
const kept = 12;
/** How many are worth comparing phrasing by phrasing. */
const compared = 48;
/** How many of a question's rarest features the full-text search looks for: common ones cost the most and tell the least. */
const searched = 6;

export type Retrieve = (understood: Understood) => Candidate[];

const isPair = (feature: string): boolean => feature.includes("_");

/** Indexes the record once; the function returned answers any number of questions. */
export const createRetrieve = (base: Base): Retrieve => {
  const { lexicon, topics } = base;
  const model = createPhrasings();
  const content = createVocabulary();
  const search = new MiniSearch<{ id: number; told: string }>({
    fields: ["told"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });

  for (const topic of topics)
    for (const language of languages) for (const phrasing of topic.phrasings[language]) lexicon.learn(phrasing, language);
  const sentences = new Map<string, readonly string[]>();
  /** The features of a sentence of the record, each sentence read once however many answers use it. */
  const read = (sentence: string, language: "en" | "fr"): readonly string[] => {
    const known = sentences.get(sentence);
    if (known) return known;
    const features = [...lexicon.features(sentence, language).weights.keys()].filter((feature) => !isPair(feature));
    sentences.set(sentence, features);
    return features;
  };
  const contents = topics.map((topic, thing) => {
    const told = new Set<string>(topic.about.map((id) => `@${id}`));
    const all = new Set<number>();
    for (const language of languages) {
      for (const phrasing of topic.phrasings[language]) {
        const { weights } = lexicon.features(phrasing, language);
        model.add(thing, weights);
        for (const feature of weights.keys()) if (!isPair(feature)) all.add(content.intern(feature));
      }
      for (const answer of topic.answers) {
        for (const feature of read(answer.lead[language], language)) told.add(feature);
        if (topic.kind !== "fact")
          for (const id of answer.facts) for (const feature of read(base.fact(id)?.text[language] ?? "", language)) told.add(feature);
      }
    }
    for (const feature of told) all.add(content.intern(feature));
    search.add({ id: thing, told: [...told].join(" ") });
    return Uint32Array.from(all).sort();
  });
  model.settle();
  sentences.clear();

  const knows = (thing: number, feature: string): boolean => {
    const id = content.find(feature);
    return id !== undefined && holds(contents[thing] ?? new Uint32Array(0), id);
  };

  return (understood) => {
    const { weights } = understood;
    if (weights.size === 0) return [];
    const single = [...weights].filter(([feature]) => !isPair(feature));
    const rarest = single
      .map(([feature]) => feature)
      .sort((a, b) => model.rarity(b) - model.rarity(a))
      .slice(0, searched);
    const found = search.search(rarest.join(" "));
    const top = found[0]?.score ?? 1;
    const lexical = new Map(found.map(({ id, score }) => [id as number, score / top]));
    const query = model.query(weights);
    const likely = model.likelihoods(query);

    const visible = (topic: Topic | undefined): boolean => topic !== undefined && topic.from <= understood.on;
    const rough: { thing: number; score: number }[] = [];
    for (let thing = 0; thing < likely.length; thing++) {
      const own = likely[thing] ?? -1;
      const text = lexical.get(thing) ?? 0;
      if ((own > -1 || text > 0.5) && visible(topics[thing])) rough.push({ thing, score: own + 0.4 * text });
    }
    rough.sort((a, b) => b.score - a.score || a.thing - b.thing);
    const ranked = rough
      .slice(0, compared)
      .map(({ thing, score }) => {
        const near = model.nearest(query, thing);
        return { thing, near, score: score + 2 * near.best };
      })
      .sort((a, b) => b.score - a.score || a.thing - b.thing)
      .slice(0, kept);

    const rarities = single.map(([feature, weight]): [string, number] => [feature, weight * model.rarity(feature)]);
    const whole = rarities.reduce((sum, [, value]) => sum + value, 0) || 1;
    const share = (values: ReadonlySet<string>, test: (value: string) => boolean): number =>
      values.size > 0 ? [...values].filter(test).length / values.size : 0;
    return ranked.flatMap(({ thing, near, score }, rank): Candidate[] => {
      const topic = topics[thing];
      if (!topic) return [];
      const other = ranked[rank === 0 ? 1 : 0]?.score ?? -1;
      return [
        {
          topic,
          signals: {
            likelihood: likely[thing] ?? -1,
            nearest: near.best,
            nearby: near.mean,
            lexical: lexical.get(thing) ?? 0,
            coverage: rarities.reduce((sum, [feature, value]) => (knows(thing, feature) ? sum + value : sum), 0) / whole,
            entityHit: share(understood.entities, (id) => topic.about.includes(id)),
            entityMiss: share(understood.entities, (id) => !knows(thing, `@${id}`)),
            numberMiss: share(understood.numbers, (number) => !knows(thing, number)),
            wants: topic.wants && understood.wants ? (topic.wants === understood.wants ? 1 : -1) : 0,
            unknown: understood.unknown.length / Math.max(1, single.length + understood.unknown.length),
            lead: Math.max(-2, Math.min(2, score - other)),
            length: Math.min(1, single.length / 12),
            isFact: Number(topic.kind === "fact"),
            isEntity: Number(topic.kind === "entity"),
          },
        },
      ];
    });
  };
};
