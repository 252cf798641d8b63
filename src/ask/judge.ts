/** Third stage: answer, ask back, say that the record is silent, or decline. */

import { chances, contributions, type Strangeness } from "../evidence/logistic.ts";
import { weights } from "../evidence/weights.ts";
import type { Day } from "../model/day.ts";
import { type Candidate, presumes, type Understood } from "../model/reading.ts";
import { answerOn, type Topic } from "../model/topic.ts";
import type { Judged, Verdict } from "../model/verdict.ts";

/** Chances that part the bands. Chosen on the learning half of the blind questions. */
const bands = {
  /** Above this cosine a question is put in the record's own words. */
  exact: 0.985,
  /** Above this the best answer is given. */
  answer: 0.25,
  /** How many times likelier than "none of them" an answer must be. */
  overNone: 2.5,
  /** The same where nothing named belongs to the dispute alone: presidents, countries and courts do much else. */
  overNoneUnnamed: 3.5,
  /** Where no phrasing is nearer than this cosine, more is asked of the chance. */
  near: 0.5,
  farAnswer: 0.3,
  /** What names nothing of the dispute and asks nothing must be this near to be more than small talk. */
  talk: 0.6,
  /** Above this nothing else needs to be told beside it; below, the next reading is, from this chance on. */
  sure: 0.8,
  beside: 0.1,
  /** From this share of the first one's chance on, another reading is about as likely. */
  asLikely: 0.7,
  /** How near and how likely, beside the best, an answer must be that denies what the question takes for granted. */
  denied: 0.8,
  presumed: 0.3,
  /** Below the answer's band, it is worth asking back where the readings offered have this chance together. */
  together: 0.3,
  /** A reading with less than this is not worth a click, nor a fact of it worth naming. */
  offer: 0.03,
  /** Above this chance of "none of them" there is nothing to ask back about. */
  none: 0.6,
  /** Below this share of covered words, and with no name of the dispute, a question is not about it. */
  coverage: 0.55,
  /** More unknown words than this, and with no name of the dispute, likewise. */
  unknown: 0.2,
} as const;

/** Whether the record has no answer to give. */
const declines = ({ topic }: Judged, day: Day): boolean => answerOn(topic, day)?.silent === true;

/** Whether the answer is that it did not happen. */
const denies = ({ topic }: Judged, day: Day): boolean => topic.wants === "yes-no" && answerOn(topic, day)?.polarity === "no";

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

/**
 * Whether two topics would say the same on a day: what one rests on first, the other rests on first or second;
 * or they want the same kind of answer and share one of their first three facts.
 */
const sameAnswer = (a: Topic, b: Topic, day: Day): boolean => {
  const [one, other] = [answerOn(a, day), answerOn(b, day)];
  const [a1, a2, a3] = one?.facts ?? [];
  const [b1, b2, b3] = other?.facts ?? [];
  if (a1 === undefined || b1 === undefined || one?.silent !== other?.silent) return false;
  if (a1 === b1 || a1 === b2 || a2 === b1) return true;
  return a.wants !== undefined && a.wants === b.wants && [a1, a2, a3].some((id) => id !== undefined && [b1, b2, b3].includes(id));
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What makes a question look like none of the record's business. */
export const strangenessOf = (understood: Understood, candidates: readonly Candidate[]): Strangeness => ({
  unknown: understood.unknown.length / Math.max(1, understood.features.ids.length),
  uncovered: 1 - Math.max(0, ...candidates.map(({ signals }) => signals.coverage)),
  unsupported: 1 - Math.max(0, ...candidates.map(({ signals }) => signals.supported)),
  newPairs: understood.newPairs,
  offSubject: Number(!understood.onSubject),
  slightness: 1 / Math.max(1, understood.features.ids.length),
  wish: Number(understood.isWish),
  nameless: Number(understood.entities.size === 0 && !understood.followsUp),
  distance: 1 - Math.max(0, ...candidates.map(({ signals }) => signals.nearest)),
  flatness: 1 - (Math.max(0, ...candidates.map(({ signals }) => signals.nearby)) - median(candidates.map(({ signals }) => signals.nearby))),
  unlikeliness: 1 / (1 + Math.exp(Math.max(-1, ...candidates.map(({ signals }) => signals.likelihood)))),
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

/** Candidates that would say the same, the likeliest first, with their chances added up. */
type Group = { readonly best: Judged; readonly members: readonly Judged[]; readonly chance: number };

const grouped = (judged: readonly Judged[], day: Day): Group[] => {
  const groups: { best: Judged; members: Judged[]; chance: number }[] = [];
  for (const candidate of judged) {
    const own = groups.find(({ best }) => sameAnswer(best.topic, candidate.topic, day));
    if (own) {
      own.members.push(candidate);
      own.chance += candidate.probability;
    } else groups.push({ best: candidate, members: [candidate], chance: candidate.probability });
  }
  return groups.sort((a, b) => b.chance - a.chance);
};

/** Judges what was found. */
export const judge = (understood: Understood, candidates: readonly Candidate[]): Verdict => {
  const { on, language } = understood;
  const strangeness = strangenessOf(understood, candidates);
  const judged = withChances(candidates, strangeness);
  const namesNothing = !understood.onSubject && !understood.followsUp && understood.entities.size === 0;
  /** What the record would decline anyway, and that names nothing of the dispute, is not about it. */
  const isBeside = (best: Judged): boolean => namesNothing && declines(best, on) && best.signals.nearest < bands.exact;
  const answer = ({ best, members }: Pick<Group, "best" | "members">, beside?: Judged): Verdict => {
    if (isBeside(best)) return { kind: "outside" };
    return {
      kind: "answer",
      chosen: best,
      alike: members.filter((member) => member !== best),
      beside,
      day: dayOfAnswer(understood, best.topic),
    };
  };

  const groups = grouped(judged, on);
  const exact = judged.find(({ signals }) => signals.nearest > bands.exact);
  if (exact) return answer({ best: exact, members: groups.find(({ members }) => members.includes(exact))?.members ?? [] });
  const [first, ...rest] = groups;
  const nearness = Math.max(0, ...(first?.members ?? []).map(({ signals }) => signals.nearest));
  const near = nearness >= bands.near;
  const none = 1 - judged.reduce((sum, { probability }) => sum + probability, 0);
  const declining = judged.filter((one) => declines(one, on));
  const declined = declining.reduce((sum, { probability }) => sum + probability, 0);
  const over = understood.onSubject || understood.followsUp ? bands.overNone : bands.overNoneUnnamed;
  if (first && first.chance >= over * none && first.chance >= (near ? bands.answer : bands.farAnswer)) {
    const [silent] = declining;
    if (silent && !declines(first.best, on) && declined > first.chance) return answer({ best: silent, members: [] });
    const next = rest[0];
    // "why did he" takes for granted that he did: where the record says no, that comes first
    const denied = presumes(understood) ? judged.find((one) => denies(one, on) && one.signals.nearest >= bands.denied) : undefined;
    if (denied && denied.probability >= bands.presumed * first.best.probability)
      return answer({ best: denied, members: [] }, (denied === first.best ? next : first)?.best);
    const asks = (group: Group): boolean => group.best.topic.wants !== undefined && group.best.topic.wants === understood.wants;
    // of two about as likely, the one of the asked form: a "what" is not answered with a no
    if (next && asks(next) && !asks(first) && next.chance >= bands.asLikely * first.chance) return answer(next, first.best);
    return answer(first, next && first.chance < bands.sure && next.chance >= bands.beside ? next.best : undefined);
  }

  const titles = new Set<string>();
  const readings = [first, ...rest]
    .filter((group) => group !== undefined)
    .filter(({ best, chance }) => {
      const title = best.topic.title[language];
      if (chance < bands.offer || titles.has(title)) return false;
      titles.add(title);
      return true;
    })
    .slice(0, mostChoices);
  const together = readings.reduce((sum, { chance }) => sum + chance, 0);
  const [one, two, ...more] = readings.map(({ best }) => best);
  // what names nothing, asks nothing and is near nothing is small talk
  const isTalk = namesNothing && understood.wants === undefined && nearness < bands.talk;
  if (one && (isBeside(one) || isTalk)) return { kind: "outside" };
  if (one && two && together >= bands.together && none < bands.none) return { kind: "choose", among: [one, two, ...more] };
  return aboutDispute(understood, strangeness)
    ? { kind: "silence", nearest: judged.filter(({ probability }) => probability >= bands.offer).slice(0, 2) }
    : { kind: "outside" };
};

/** Why candidates were ranked as they were: the chance of each and what every signal adds to its score. */
export const reasons = (understood: Understood, candidates: readonly Candidate[]) =>
  withChances(candidates, strangenessOf(understood, candidates)).map(({ topic, signals, probability }) => ({
    topic,
    probability,
    because: contributions(signals, weights),
  }));
