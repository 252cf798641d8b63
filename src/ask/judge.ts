/** Third stage: answer, ask back, say that the record is silent, or decline. */

import { contributions, probability } from "../evidence/logistic.ts";
import { weights } from "../evidence/weights.ts";
import type { Day } from "../model/day.ts";
import type { Candidate, Understood } from "../model/reading.ts";
import { answerOn, type Topic } from "../model/topic.ts";
import type { Judged, Verdict } from "../model/verdict.ts";

/** Probabilities that part the bands. Chosen on the training half of the blind questions. */
export const bands = {
  /** Above this the best candidate is the answer. */
  answer: 0.5,
  /** Above this it is worth offering as a reading. */
  offer: 0.12,
  /** Two candidates closer than this, about different things, are equally likely. */
  tie: 0.06,
  /** Below this share of covered words, and with no name of the dispute, a question is not about it. */
  coverage: 0.55,
} as const;

const mostChoices = 4;

/** The day whose answer a question wants: the one it names where it asks how things stood then. */
const dayOfAnswer = (understood: Understood, topic: Topic): Day => {
  const [named, ...more] = understood.days;
  if (!named || more.length > 0 || topic.answers.length < 2) return understood.on;
  if (topic.wants !== "yes-no" && topic.wants !== "state") return understood.on;
  if ([...understood.entities].some((id) => id.startsWith("order-"))) return understood.on;
  return named.to >= topic.from && named.to <= understood.on ? named.to : understood.on;
};

/** Whether two candidates would say the same: they rest on the same first fact. */
const sameAnswer = (a: Topic, b: Topic, day: Day): boolean => {
  const facts = (topic: Topic) => answerOn(topic, day)?.facts ?? [];
  return (
    facts(a)
      .slice(0, 2)
      .some((id) => facts(b)[0] === id) ||
    facts(b)
      .slice(0, 2)
      .some((id) => facts(a)[0] === id)
  );
};

const aboutDispute = (understood: Understood, judged: readonly Judged[]): boolean => {
  if (understood.entities.size > 0 || understood.followsUp) return true;
  const best = judged[0];
  return best !== undefined && best.signals.coverage >= bands.coverage && best.signals.unknown <= 0.2;
};

/** Judges what was found. */
export const judge = (understood: Understood, candidates: readonly Candidate[]): Verdict => {
  const judged = candidates
    .map((candidate): Judged => ({ ...candidate, probability: probability(candidate.signals, weights) }))
    .sort((a, b) => b.probability - a.probability);
  const [best] = judged;
  if (!best) return { kind: aboutDispute(understood, judged) ? "silence" : "outside", nearest: [] };

  const exact = best.signals.nearest > 0.985;
  const rival = judged.find((other) => other !== best && !sameAnswer(best.topic, other.topic, understood.on));
  const tied = rival !== undefined && !exact && best.probability - rival.probability < bands.tie;
  if (best.probability >= bands.answer && (!tied || best.probability > 0.8))
    return { kind: "answer", chosen: best, day: dayOfAnswer(understood, best.topic) };

  const readings: Judged[] = [];
  for (const candidate of judged) {
    if (candidate.probability < bands.offer || readings.length === mostChoices) break;
    if (!readings.some(({ topic }) => topic.title[understood.language] === candidate.topic.title[understood.language]))
      readings.push(candidate);
  }
  const [first, second, ...more] = readings;
  if (first && second) return { kind: "choose", among: [first, second, ...more] };
  return aboutDispute(understood, judged)
    ? { kind: "silence", nearest: judged.filter(({ probability: p }) => p > 0.04).slice(0, 2) }
    : { kind: "outside" };
};

/** Why candidates were ranked as they were: the probability of each and what every signal adds to it, in log-odds. */
export const reasons = (candidates: readonly Candidate[]) =>
  candidates
    .map(({ topic, signals }) => ({ topic, probability: probability(signals, weights), because: contributions(signals, weights) }))
    .sort((a, b) => b.probability - a.probability);
