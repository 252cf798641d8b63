/** Fourth stage, for questions whose answer is worked out for the day: what happened, what is due, how many days are left. */

import type { Base } from "../knowledge/base.ts";
import { phrases } from "../message/phrases.ts";
import { addDays, type Day } from "../model/day.ts";
import { type Standing, standing } from "../model/deadline.ts";
import type { Understood } from "../model/reading.ts";
import type { Computation, Fact, Id } from "../model/record.ts";
import type { Computed } from "../model/verdict.ts";

const most = 5;

/** How central a fact is: how many answers rest on it. */
const weigher = (base: Base): ((fact: Fact) => number) => {
  const counts = new Map<Id, number>();
  for (const topic of base.topics)
    if (topic.kind !== "fact")
      for (const answer of topic.answers)
        for (const [place, id] of answer.facts.entries()) counts.set(id, (counts.get(id) ?? 0) + 1 / (place + 1));
  return (fact) => (counts.get(fact.id) ?? 0) + (fact.status === "established" ? 0.5 : 0);
};

export type Compute = (understood: Understood, computation: Computation) => Computed | undefined;

/** Prepares the computations over a record. */
export const createCompute = (base: Base): Compute => {
  const weight = weigher(base);

  const told = (facts: readonly Fact[], count: number): Computed | undefined => {
    const main = [...facts].sort((a, b) => weight(b) - weight(a)).slice(0, count);
    const ordered = facts.filter((fact) => main.includes(fact));
    return ordered.length === 0
      ? undefined
      : {
          lead: undefined,
          lines: [],
          facts: ordered,
          notes: facts.length > ordered.length ? [phrases.shown(ordered.length, facts.length)] : [],
        };
  };

  const span = ({ days }: Understood): { from: Day; to: Day } | undefined => {
    const [first, second] = days;
    if (!first) return undefined;
    return second && second.to > first.from ? { from: first.from, to: second.to } : first;
  };

  const standingsOn = (day: Day): Standing[] => base.deadlines.flatMap((deadline) => standing(deadline, day) ?? []);

  const factsOf = (standings: readonly Standing[], on: Day): Fact[] => {
    const ids = new Set(
      standings.flatMap(({ history }) =>
        history
          .filter(({ due }) => due)
          .slice(-1)
          .map(({ fact }) => fact),
      ),
    );
    return [...ids].flatMap((id) => base.fact(id) ?? []).filter((fact) => base.isKnown(fact, on));
  };

  const noneLeft = (day: Day): Computed | undefined => {
    const fact = base.fact("no-known-pending-deadline");
    const ended = standingsOn(day)
      .filter(({ state }) => state !== "pending")
      .sort((a, b) => ((a.history.at(-1)?.on ?? "") < (b.history.at(-1)?.on ?? "") ? 1 : -1));
    const last = ended[0]?.history.at(-1);
    const facts = [fact, last && base.fact(last.fact)].filter((one): one is Fact => one !== undefined && base.isKnown(one, day));
    return facts.length > 0 ? { lead: phrases.nonePending(day), lines: [], facts, notes: [] } : undefined;
  };

  const deadlines = (understood: Understood): Computed | undefined => {
    const named = span(understood);
    const day = named && named.to < understood.on ? named.to : understood.on;
    const about = standingsOn(day).filter(({ deadline }) =>
      deadline.about.some((id) => understood.entities.has(id) && /^order-|^act-|^montana/.test(id)),
    );
    const pending = (about.length > 0 ? about : standingsOn(day))
      .filter(({ state }) => state === "pending")
      .sort((a, b) => (a.due < b.due ? -1 : 1));
    if (pending.length > 0)
      return {
        lead: phrases.pending(pending.length, day),
        lines: pending.slice(0, 3).map(({ deadline, due, daysLeft }) => phrases.dueIn(deadline.label, due, daysLeft ?? 0)),
        facts: factsOf(pending.slice(0, 3), understood.on),
        notes: [],
      };
    if (about.length > 0) {
      const [first, ...rest] = about;
      if (first)
        return {
          lead: phrases.dueStood(first.deadline.label, first.due, first.state, day),
          lines: rest.slice(0, 2).map(({ deadline, due, state }) => phrases.dueStood(deadline.label, due, state, day)),
          facts: factsOf(about.slice(0, 3), understood.on),
          notes: [],
        };
    }
    return noneLeft(day);
  };

  const daysLeft = (understood: Understood): Computed | undefined => {
    const named = span(understood);
    const day = named && named.to < understood.on ? named.to : understood.on;
    const all = standingsOn(day).filter(({ state }) => state === "pending");
    const about = all.filter(({ deadline }) => deadline.about.some((id) => understood.entities.has(id)));
    const [next, ...rest] = (about.length > 0 ? about : all).sort((a, b) => (a.due < b.due ? -1 : 1));
    if (!next) return deadlines(understood);
    const facts = factsOf([next, ...rest.slice(0, 2)], understood.on);
    return {
      lead: phrases.leftOn(next.deadline.label, next.due, next.daysLeft ?? 0, day),
      lines: rest.slice(0, 2).map(({ deadline, due, daysLeft: left }) => phrases.dueIn(deadline.label, due, left ?? 0)),
      facts,
      notes: [],
    };
  };

  const dateSum = (understood: Understood): Computed | undefined => {
    const from = understood.days[0]?.from;
    const count = [...understood.numbers]
      .map(Number)
      .find((number) => Number.isInteger(number) && number > 1 && number <= 400 && number !== Number(from?.slice(8)));
    if (!from || !count) return undefined;
    const to = addDays(from, count);
    const touching = base.deadlines
      .filter(({ steps }) => steps.some((step) => step.due === to || step.on === from))
      .flatMap((deadline) => standing(deadline, understood.on) ?? []);
    const exact = touching.filter(({ history }) => history.some(({ on, due }) => on === from && due === to));
    const facts = [
      ...new Set(
        (exact.length > 0 ? exact : touching).flatMap(({ history }) =>
          history.filter(({ on, due }) => on === from || due === to).map(({ fact }) => fact),
        ),
      ),
    ].flatMap((id) => base.fact(id) ?? []);
    const nearby = facts.length > 0 ? facts : base.happened(from, from, understood.on).slice(0, 1);
    return nearby.length > 0 ? { lead: phrases.dateSum(count, from, to), lines: [], facts: nearby.slice(0, 3), notes: [] } : undefined;
  };

  return (understood, computation) => {
    const named = span(understood);
    switch (computation) {
      case "happened":
        return named ? told(base.happened(named.from, named.to, understood.on), most) : undefined;
      case "timeline": {
        const { from, to } = named ?? { from: "2019-01-01", to: understood.on };
        return told(
          base.happened(from, to, understood.on).filter(({ status }) => status === "established"),
          most,
        );
      }
      case "latest": {
        const recent = base.happened(addDays(understood.on, -365), understood.on, understood.on);
        const newest = recent.slice(-12);
        const found = told(newest.length > 0 ? newest : base.happened("2019-01-01", understood.on, understood.on).slice(-6), 3);
        return (
          found && {
            ...found,
            facts: [...found.facts].reverse(),
            notes: [phrases.verified(base.verified < understood.on ? base.verified : understood.on)],
          }
        );
      }
      case "deadlines":
        return deadlines(understood);
      case "days-left":
        return daysLeft(understood);
      case "date-sum":
        return dateSum(understood);
      case "verified": {
        const newest = base.happened(addDays(understood.on, -365), understood.on, understood.on).slice(-2).reverse();
        return newest.length > 0
          ? { lead: phrases.verified(base.verified < understood.on ? base.verified : understood.on), lines: [], facts: newest, notes: [] }
          : undefined;
      }
    }
  };
};
