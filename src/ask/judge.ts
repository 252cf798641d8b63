/** Third stage: answer, ask back, say that the record is silent, or decline. */

import { chances, contributions, type Strangeness } from "../evidence/logistic.ts";
import { weights } from "../evidence/weights.ts";
import type { Day } from "../model/day.ts";
import type { Candidate, Understood } from "../model/reading.ts";
import { answerOn, type Topic } from "../model/topic.ts";
import type { Judged, Verdict } from "../model/verdict.ts";

/** Chances that part the bands. Chosen on the learning half of the blind questions. */
const bands = {
  /** Above this the best answer is given. */
  answer: 0.45,
  /** Below the answer's band, it is worth asking back where the readings offered have this chance together. */
  together: 0.35,
  /** A reading with less than this is not worth a click. */
  offer: 0.03,
  /** Below this share of covered words, and with no name of the dispute, a question is not about it. */
  coverage: 0.55,
  /** More unknown words than this, and with no name of the dispute, likewise. */
  unknown: 0.2,
} as const;

const mostChoices = 4;

/** The day whose answer a question wants: the one it names where it asks how things stood then. */
const dayOfAnswer = (understood: Understood, topic: Topic): Day => {
  const [named, ...more] = understood.days;
  if (!named || more.length > 0 || topic.answers.length < 2) return understood.on;
  if (topic.wants !== "yes-no" && topic.wants !== "state") return understood.on;
  // the day in "the order of 14 August" names the order, not a state of affairs
  if ([...understood.entities].some((id) => id.startsWith("order-"))) return understood.on;
  return named.to >= topic.from && named.to <= understood.on ? named.to : understood.on;
};

/** Whether two topics would say the same on a day: what one rests on first, the other rests on first or second. */
const sameAnswer = (a: Topic, b: Topic, day: Day): boolean => {
  const [a1, a2] = answerOn(a, day)?.facts ?? [];
  const [b1, b2] = answerOn(b, day)?.facts ?? [];
  return a1 !== undefined && b1 !== undefined && (a1 === b1 || a1 === b2 || a2 === b1);
};

/** What makes a question look like none of the record's business. */
export const strangenessOf = (understood: Understood, candidates: readonly Candidate[]): Strangeness => ({
  unknown: understood.unknown.length / Math.max(1, understood.features.ids.length),
  uncovered: 1 - Math.max(0, ...candidates.map(({ signals }) => signals.coverage)),
  nameless: Number(understood.entities.size === 0 && !understood.followsUp),
  distance: 1 - Math.max(0, ...candidates.map(({ signals }) => signals.nearest)),
});

const aboutDispute = (understood: Understood, { unknown, uncovered }: Strangeness): boolean =>
  understood.entities.size > 0 || understood.followsUp || (1 - uncovered >= bands.coverage && unknown <= bands.unknown);

const withChances = (candidates: readonly Candidate[], strangeness: Strangeness): Judged[] => {
  const { each } = chances(
    candidates.map(({ signals }) => signals),
    strangeness,
    weights,
  );
  return candidates
    .map((candidate, place) => ({ ...candidate, probability: each[place] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
};

/** Judges what was found. */
export const judge = (understood: Understood, candidates: readonly Candidate[]): Verdict => {
  const { on, language } = understood;
  const strangeness = strangenessOf(understood, candidates);
  const judged = withChances(candidates, strangeness);
  const [best] = judged;
  if (best) {
    const supported = judged.reduce(
      (sum, { topic, probability }) => (sameAnswer(topic, best.topic, on) || topic === best.topic ? sum + probability : sum),
      0,
    );
    const exact = best.signals.nearest > 0.985;
    if (exact || supported >= bands.answer) return { kind: "answer", chosen: best, day: dayOfAnswer(understood, best.topic) };

    const readings: Judged[] = [];
    for (const candidate of judged) {
      if (candidate.probability < bands.offer || readings.length === mostChoices) break;
      if (
        !readings.some(({ topic }) => sameAnswer(topic, candidate.topic, on) || topic.title[language] === candidate.topic.title[language])
      )
        readings.push(candidate);
    }
    const [first, second, ...more] = readings;
    const together = judged.reduce(
      (sum, { topic, probability }) =>
        readings.some((reading) => reading.topic === topic || sameAnswer(reading.topic, topic, on)) ? sum + probability : sum,
      0,
    );
    if (first && second && together >= bands.together) return { kind: "choose", among: [first, second, ...more] };
  }
  return aboutDispute(understood, strangeness) ? { kind: "silence", nearest: judged.slice(0, 2) } : { kind: "outside" };
};

/** Why candidates were ranked as they were: the chance of each and what every signal adds to its score. */
export const reasons = (understood: Understood, candidates: readonly Candidate[]) =>
  withChances(candidates, strangenessOf(understood, candidates)).map(({ topic, signals, probability }) => ({
    topic,
    probability,
    because: contributions(signals, weights),
  }));
