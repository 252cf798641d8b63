/** Second stage: everything the record could answer with, and what speaks for each. The only file that knows MiniSearch. */

import MiniSearch from "minisearch";
import { best } from "../evidence/best.ts";
import { createMeaning, type Learnt } from "../evidence/meaning.ts";
import { createPhrasings } from "../evidence/phrasings.ts";
import { holds } from "../evidence/sorted.ts";
import type { Base } from "../knowledge/base.ts";
import { firstDay, lastDay } from "../model/day.ts";
import type { Both, Language } from "../model/language.ts";
import type { Candidate, Understood } from "../model/reading.ts";
import type { Id } from "../model/record.ts";
import { answerOn, type Topic } from "../model/topic.ts";

/** How many candidates are worth judging. */
const kept = 12;
/** How many are worth comparing phrasing by phrasing. */
const compared = 48;
/** How many of a question's rarest features the full-text search looks for: common ones cost the most and tell the least. */
const searched = 6;
/** A feature that more facts tell than this is not searched for at all: it would cost the most time and find nothing in particular. */
const common = 1_000;
/** How many facts the full-text search may bring in that no phrasing led to. */
const brought = 8;
/** How many more the meaning of the question may bring in. */
const meant = 8;
/** A chance below this, as a logarithm, is as good as none. */
const leastMeaning = -8;

export type Retrieve = (understood: Understood) => Candidate[];

/**
 * Readies the search; a language is indexed when it is first asked in.
 * @param learnt where the words of each language lie
 */
export const createRetrieve = (base: Base, learnt: Both<Learnt>): Retrieve => {
  const indexes: { en?: Retrieve; fr?: Retrieve } = {};
  return (understood) => {
    const retrieve = indexes[understood.language] ?? createIndex(base, understood.language, learnt[understood.language]);
    indexes[understood.language] = retrieve;
    return retrieve(understood);
  };
};

const createIndex = (base: Base, language: Language, learnt: Learnt): Retrieve => {
  const { topics } = base;
  const wording = base.wording(language);
  const search = new MiniSearch<{ id: Id; told: string }>({
    fields: ["told"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });

  const { phrasings } = wording;
  const model = createPhrasings(phrasings);
  const meaning = createMeaning(phrasings, model.rarity, learnt, wording.wordFeature);
  /** Per topic, sorted: every feature of its phrasings, its answers and their facts. */
  const contents = topics.map((topic, thing) => {
    const all = new Set<number>(topic.about.map(wording.entityFeature));
    const end = phrasings.starts[phrasings.firsts[thing + 1] ?? 0] ?? 0;
    for (let at = phrasings.starts[phrasings.firsts[thing] ?? 0] ?? 0; at < end; at++) {
      const id = phrasings.ids[at] ?? 0;
      if (wording.isContent(id)) all.add(id);
    }
    for (const id of wording.leads[thing] ?? []) all.add(id);
    for (const { facts } of topic.answers) for (const fact of facts) for (const id of wording.said(fact)) all.add(id);
    return Uint32Array.from(all).sort();
  });
  for (const topic of topics)
    if (topic.kind === "fact")
      search.add({
        id: topic.id,
        told: wording
          .said(topic.id)
          .filter((id) => wording.tellings(id) <= common)
          .join(" "),
      });
  const carriers = topics.map((topic) => [...new Set(topic.answers.flatMap(({ facts }) => facts.slice(0, 2)))]);
  const numberOf = new Map(topics.flatMap((topic, thing) => (topic.kind === "fact" ? [[topic.id, thing] as const] : [])));

  const knows = (thing: number, feature: number | undefined): boolean =>
    feature !== undefined && holds(contents[thing] ?? new Uint32Array(0), feature);
  /** Whether the first facts of a topic's answer happened in days that the question names. */
  const carriesDays = (topic: Topic, { days, on }: Understood): boolean =>
    days.length > 0 &&
    (answerOn(topic, on)?.facts.slice(0, 2) ?? []).some((id) => {
      const date = base.fact(id)?.date;
      return date !== undefined && days.some(({ from, to }) => firstDay(date) <= to && lastDay(date) >= from);
    });
  const visible = (topic: Topic | undefined, { on }: Understood): boolean => topic !== undefined && topic.from <= on;

  return (understood) => {
    const { features } = understood;
    const single = features.ids.flatMap((id, place) =>
      wording.isContent(id) ? [{ id, value: (features.weights[place] ?? 0) * model.rarity(id) }] : [],
    );
    if (single.length === 0) return [];
    const rarest = [...single].sort((a, b) => b.value - a.value).slice(0, searched);
    const found = search.search(rarest.map(({ id }) => id).join(" "));
    const top = found[0]?.score ?? 1;
    const scores = new Map(found.map(({ id, score }) => [id as Id, score / top]));
    const lexical = (thing: number): number => Math.max(0, ...(carriers[thing] ?? []).map((fact) => scores.get(fact) ?? 0));

    const likely = model.likelihoods(features);
    const rough = best(likely, compared, (thing) => visible(topics[thing], understood));
    const first = new Set(rough.map(({ thing }) => thing));
    // facts are many, and each is asked for in few ways: what they mean is looked at only where their words are near
    const means = meaning(features, (thing) => visible(topics[thing], understood) && (topics[thing]?.kind !== "fact" || first.has(thing)));
    for (const { thing } of best(means, meant, (thing) => !first.has(thing), leastMeaning))
      rough.push({ thing, score: likely[thing] ?? -1 });
    for (const { id } of found.slice(0, brought)) {
      const thing = numberOf.get(id);
      if (thing !== undefined && (likely[thing] ?? -1) <= -1 && visible(topics[thing], understood)) rough.push({ thing, score: -1 });
    }
    const ranked = rough
      .map(({ thing, score }) => {
        const near = model.nearest(features, thing);
        const text = lexical(thing);
        const meaning = Math.max(leastMeaning, means[thing] ?? leastMeaning);
        return { thing, near, text, meaning, score: score + near.best + 4 * near.mean + 0.4 * text + 0.3 * meaning };
      })
      .sort((a, b) => b.score - a.score || a.thing - b.thing)
      .slice(0, kept);

    const whole = single.reduce((sum, { value }) => sum + value, 0) || 1;
    const share = (values: ReadonlySet<string>, test: (value: string) => boolean): number =>
      values.size > 0 ? [...values].filter(test).length / values.size : 0;
    return ranked.flatMap(({ thing, near, text, meaning }): Candidate[] => {
      const topic = topics[thing];
      if (!topic) return [];
      const declines = answerOn(topic, understood.on)?.silent === true;
      return [
        {
          topic,
          signals: {
            likelihood: likely[thing] ?? -1,
            nearest: near.best,
            nearby: near.mean,
            meaning: meaning / -leastMeaning,
            ...model.overlap(features, thing, wording.isContent),
            lexical: text,
            coverage: single.reduce((sum, { id, value }) => (knows(thing, id) ? sum + value : sum), 0) / whole,
            entityHit: share(understood.entities, (id) => topic.about.includes(id)),
            entityMiss: share(understood.entities, (id) => !knows(thing, wording.entityFeature(id))),
            numberMiss: share(understood.numbers, (number) => !knows(thing, wording.wordFeature(number))),
            sameDays: Number(carriesDays(topic, understood)),
            wants: Number(topic.wants !== undefined && topic.wants === understood.wants),
            otherWants: Number(topic.wants !== undefined && understood.wants !== undefined && topic.wants !== understood.wants),
            declines: Number(declines),
            declinesWish: Number(declines && understood.isWish),
            isFact: Number(topic.kind === "fact"),
            isEntity: Number(topic.kind === "entity"),
            isBroad: Number(topic.broad),
          },
        },
      ];
    });
  };
};
