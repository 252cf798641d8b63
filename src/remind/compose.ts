/** Third stage: the words of a reminder. Each part rests on a fact whose sources were out by that day; what has none is not said. */

import type { Base } from "../knowledge/base.ts";
import { reminderPhrases } from "../message/reminder-phrases.ts";
import type { Day } from "../model/day.ts";
import { type Standing, standing as standingOn } from "../model/deadline.ts";
import type { Both, Language } from "../model/language.ts";
import type { Citation, Claim } from "../model/message.ts";
import type { Fact, Id, Step } from "../model/record.ts";
import type { Notice, Reminder, ReminderPart, ReminderPlan } from "../model/reminder.ts";

/** Countdowns told in full, with what follows and who set them; the others in one line. A day's message stays readable. */
const toldInFull = 3;
/** Sources told with each part: the best ones. */
const sourcesEach = 2;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A part and the facts it rests on. */
type Draft = Omit<ReminderPart, "text" | "sources"> & { readonly text: Both; readonly facts: readonly Fact[] };

/**
 * Writes a reminder.
 * @param head opens the message and is never left out: the day, and that it is a replay
 * @param remarks said with the lead and never left out either: that it is late, that days were missed
 * @returns undefined where there is nothing to say, or nothing that a source bears out
 */
export const compose = (
  base: Base,
  { notices, none, pending }: ReminderPlan,
  standings: readonly Standing[],
  language: Language,
  day: Day,
  head: Both,
  remarks: readonly Both[],
): Reminder | undefined => {
  const known = (ids: readonly Id[]): readonly Fact[] =>
    [...new Set(ids)].flatMap((id) => base.fact(id) ?? []).filter((fact) => base.isKnown(fact, day));
  const name = (id: Id): Both | undefined => base.entity(id)?.name;

  /** The steps that set and moved a date, each with the date before it. */
  const dated = (history: readonly Step[]): readonly { readonly step: Step; readonly to: Day; readonly from: Day | undefined }[] => {
    const steps = history.flatMap((step) => (step.due ? [{ step, to: step.due }] : []));
    return steps.map((one, index) => ({ ...one, from: steps[index - 1]?.to }));
  };

  const chain = ({ history }: Standing): Both => {
    const links = dated(history).map(({ step, to, from }) =>
      from === undefined ? reminderPhrases.origin(step.on, name(step.by)) : reminderPhrases.move(from, to, name(step.by)),
    );
    return {
      en: `${capital(links.map(({ en }) => en).join("; "))}.`,
      fr: `${capital(links.map(({ fr }) => fr).join(" ; "))}.`,
    };
  };

  const join = (...texts: readonly Both[]): Both => ({ en: texts.map(({ en }) => en).join(" "), fr: texts.map(({ fr }) => fr).join(" ") });

  const countdown = ({ deadline, due, daysLeft }: Standing): Both => reminderPhrases.countdown(deadline.label, due, daysLeft ?? 0);

  const pendingPart = (standing: Standing, inFull: boolean): Both =>
    inFull ? join(countdown(standing), reminderPhrases.meaning(standing.deadline.onDue), chain(standing)) : countdown(standing);

  const newsPart = ({ kind, standing, news }: Notice): Both => {
    const { deadline, due, state, history } = standing;
    const last = news.at(-1);
    const who = last && name(last.by);
    const told = last && base.fact(last.fact)?.text;
    const tail = told ? [told] : [];
    const meaning = reminderPhrases.meaning(deadline.onDue);
    switch (kind) {
      case "set":
        return join(reminderPhrases.set(who), countdown(standing), ...tail, meaning);
      case "lifted":
        return join(reminderPhrases.lifted(who), countdown(standing), ...tail, meaning);
      case "moved": {
        const moves = dated(history).filter(({ step, from }) => from !== undefined && news.includes(step));
        const links = moves.map(({ step, to, from }) => reminderPhrases.move(from ?? to, to, name(step.by)));
        return join(
          countdown(standing),
          { en: `${capital(links.map(({ en }) => en).join("; "))}.`, fr: `${capital(links.map(({ fr }) => fr).join(" ; "))}.` },
          ...tail,
          meaning,
        );
      }
      case "corrected":
        return reminderPhrases.corrected(deadline.label, due, state);
      case "lapsed":
        if (last?.what !== "lapsed") return join(reminderPhrases.passed(deadline.label, due), meaning);
        return join(reminderPhrases.ended(deadline.label, due, "lapsed", undefined), ...tail);
      case "pending":
        return pendingPart(standing, true);
      default:
        return join(reminderPhrases.ended(deadline.label, due, kind, who), ...tail);
    }
  };

  const draft = (notice: Notice, place: number): Draft => {
    const { standing, kind, news } = notice;
    const bearing = dated(standing.history).at(-1)?.step ?? standing.history[0];
    const rests = news.length > 0 ? news.map(({ fact }) => fact).reverse() : [bearing.fact];
    const facts = known(rests);
    return {
      kind,
      deadline: standing.deadline.id,
      due: standing.due,
      ...(standing.daysLeft === null ? {} : { daysLeft: standing.daysLeft }),
      text: kind === "pending" ? pendingPart(standing, place < toldInFull) : newsPart(notice),
      facts: facts.length > 0 ? facts : known(standing.history.map(({ fact }) => fact)),
    };
  };

  const noneDraft = (): Draft => {
    const last = base.deadlines
      .flatMap((deadline) => standingOn(deadline, day)?.history.at(-1) ?? [])
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    // the curators' own finding bears it out best; before it was written, the end of the last deadline does
    return { kind: "none", text: reminderPhrases.none, facts: known(["no-known-pending-deadline", ...(last ? [last.fact] : [])]) };
  };

  const citations = (facts: readonly Fact[]): readonly Citation[] => {
    const found = facts.flatMap((fact) => base.sourcesOf(fact, day).slice(0, sourcesEach));
    return [...new Map(found.map((source) => [source.id, source])).values()].map(({ id, publisher, title, url, published, kind }) => ({
      id,
      publisher,
      title,
      url,
      published,
      kind,
    }));
  };

  const drafts = [...notices.map(draft), ...(none ? [noneDraft()] : [])];
  const parts = drafts.flatMap(({ text, facts, ...rest }): readonly ReminderPart[] => {
    const [first, ...more] = citations(facts);
    return first ? [{ ...rest, text: text[language], sources: [first, ...more] }] : [];
  });
  const facts = [...new Set(drafts.flatMap((one) => one.facts))];
  const claims = facts.map((fact): Claim => {
    const speaker = fact.speaker && name(fact.speaker)?.[language];
    return {
      id: fact.id,
      text: fact.text[language],
      status: fact.status,
      ...(speaker ? { speaker } : {}),
      date: fact.date,
      known: fact.known,
      sources: base.sourcesOf(fact, day).map(({ id }) => id),
    };
  });
  const [claim, ...otherClaims] = claims;
  const [citation, ...otherCitations] = citations(facts);
  if (parts.length === 0 || !claim || !citation) return undefined;

  const next = standings.find(({ state }) => state === "pending")?.due;
  const lead = none ? reminderPhrases.none : reminderPhrases.pending(pending, next, day);
  const texts = parts.filter(({ kind }) => kind !== "none").map(({ text }) => text);
  return {
    parts,
    message: {
      kind: "reminder",
      language,
      on: day,
      lead: [`${head[language]}${lead[language]}`, ...remarks.map((remark) => remark[language])].join(" "),
      paragraphs: texts,
      facts: [claim, ...otherClaims],
      sources: [citation, ...otherCitations],
      notes: [],
      related: [],
      revision: base.revision,
    },
  };
};
