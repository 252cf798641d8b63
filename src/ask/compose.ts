/** Last stage: the words of the reply. Whatever it says rests on facts, and their sources come with it. */

import type { Base } from "../knowledge/base.ts";
import { phrases, statusWords } from "../message/phrases.ts";
import type { Day } from "../model/day.ts";
import type { Both, Language } from "../model/language.ts";
import type { Citation, Claim, Message } from "../model/message.ts";
import { presumes, type Understood } from "../model/reading.ts";
import type { Fact } from "../model/record.ts";
import { answerOn } from "../model/topic.ts";
import type { Computed, Judged, Told, Verdict } from "../model/verdict.ts";
import { statementOf } from "../text/polarity.ts";

/** Everything said comes to fewer characters than this (the contract's cap, less room for remarks). */
const room = 1_100;

/** Above this cosine a yes or a no can stand alone. */
const surelyThisQuestion = 0.62;

const isEmpty = <T>(list: readonly T[]): list is readonly [] => list.length === 0;

/** The claims of a reply and the sources behind them, each once, numbered in the order in which they are first needed. */
const cite = (base: Base, facts: readonly Fact[], language: Language, on: Day): { claims: Claim[]; citations: Citation[] } => {
  const citations: Citation[] = [];
  const claims = facts.map((fact): Claim => {
    const sources = base.sourcesOf(fact, on);
    for (const { id, publisher, title, url, published, kind } of sources)
      if (!citations.some((citation) => citation.id === id)) citations.push({ id, publisher, title, url, published, kind });
    const speaker = fact.speaker && base.entity(fact.speaker)?.name[language];
    return {
      id: fact.id,
      text: fact.text[language],
      status: fact.status,
      ...(speaker ? { speaker } : {}),
      date: fact.date,
      known: fact.known,
      sources: sources.map(({ id }) => id),
    };
  });
  return { claims, citations };
};

/** A claim as a paragraph: one that is not established says so, beside naming its speaker. */
const labelled = ({ text, status }: Claim, language: Language): string =>
  status === "established" ? text : `${text} (${statusWords[status][language]})`;

/** As many whole facts as there is room for after the lead; the first always. */
const fitting = (lead: string, facts: readonly Fact[], language: Language, used = 0): Fact[] => {
  let length = lead.length + used;
  return facts.filter((fact, place) => {
    const more = fact.text[language] === lead ? 0 : fact.text[language].length + 2;
    if (place > 0 && length + more > room) return false;
    length += more;
    return true;
  });
};

/** What proves the lead comes first; the rest is told in the order in which it happened. */
const inOrder = ([first, ...rest]: readonly Fact[]): Fact[] =>
  first ? [first, ...rest.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))] : [];

/** What the next likely reading would have been told, and the fact that proves it. */
type Beside = { readonly line: string; readonly fact: Fact };

/** The first sentence of an answer, and whether it corrects what the question takes for granted. */
const opening = (
  understood: Understood,
  { topic, signals: { nearest } }: Judged,
  { answer, claimedDay }: Told,
): { kind: "answered" | "premise"; lead: string } => {
  const { language, wants } = understood;
  const isMisconception = topic.kind === "misconception";
  // who asks why or when something happened takes for granted that it did
  const takenForGranted = topic.wants === "yes-no" && answer.polarity === "no" && presumes(understood) && nearest >= surelyThisQuestion;
  // a yes or a no to a question put otherwise than the asker put it is left out, or said with the question it answers
  const otherForm = wants !== undefined && wants !== "yes-no";
  const meant = isMisconception ? !otherForm || presumes(understood) : answer.polarity === undefined || takenForGranted;
  const loose = !meant && (nearest < surelyThisQuestion || (otherForm && nearest < 0.95));
  const own = answer.lead[language];
  const said = loose ? (statementOf(own) ?? (isMisconception ? own : `${topic.title[language]} ${own}`)) : own;
  return {
    kind: isMisconception || takenForGranted || claimedDay === "wrong" ? "premise" : "answered",
    lead: claimedDay ? phrases.claimedDay[claimedDay](said)[language] : said,
  };
};

/** Writes the message for a verdict. `today` is the asker's day: an earlier one is said to be as of. */
export const compose = (
  base: Base,
  understood: Understood,
  verdict: Verdict,
  told: Told | undefined,
  computed: Computed | undefined,
  today: Day,
): Message => {
  const { language, on } = understood;
  const related = (exclude: readonly string[], judged: readonly Judged[]): string[] => {
    const ids = judged.flatMap(({ topic }) => topic.related).flatMap((id) => base.topic(id) ?? []);
    return [...new Set(ids.filter(({ from }) => from <= on).map(({ title }) => title[language]))]
      .filter((title) => !exclude.includes(title))
      .slice(0, 2);
  };
  const said = { language, on, revision: base.revision };
  const asOf = on < today ? [phrases.asOf(on)[language]] : [];

  const sourced = (
    kind: "answered" | "premise",
    lead: string,
    lines: readonly string[],
    facts: readonly Fact[],
    notes: readonly string[],
    more: readonly string[],
    beside?: Beside,
  ): Message | undefined => {
    const reserved = lines.join("\n\n").length + (beside ? beside.line.length + 2 : 0);
    const used = inOrder(fitting(lead, facts, language, reserved));
    const { claims, citations } = cite(base, [...new Set(beside ? [...used, beside.fact] : used)], language, on);
    const [claim, ...claims_] = claims;
    const [citation, ...citations_] = citations;
    if (!claim || !citation) return undefined;
    return {
      ...said,
      kind,
      lead,
      paragraphs: [
        ...lines,
        ...claims
          .slice(0, used.length)
          .filter(({ text }) => text !== lead)
          .map((one) => labelled(one, language)),
        ...(beside ? [beside.line] : []),
      ],
      facts: [claim, ...claims_],
      sources: [citation, ...citations_],
      notes: [...notes, ...asOf],
      related: more,
    };
  };
  const besideOf = (judged: Judged | undefined, shown: readonly Fact[]): Beside | undefined => {
    const answer = judged && answerOn(judged.topic, on);
    const fact = answer && base.fact(answer.facts[0]);
    if (!judged || !answer || !fact || fact === shown[0]) return undefined;
    return { line: phrases.beside(judged.topic.title[language], answer.lead[language])[language], fact };
  };
  const silence = (lead: string, nearest: readonly Fact[], more: readonly string[]): Message => {
    const { claims, citations } = cite(base, fitting(lead, nearest.slice(0, 3), language), language, on);
    return { ...said, kind: "not-known", lead, nearest: claims, sources: citations, notes: asOf, related: more };
  };
  const inLanguage = (text: Both): string => text[language];

  switch (verdict.kind) {
    case "outside":
      return { ...said, kind: "outside", lead: phrases.outside[language], notes: [], related: [] };
    case "choose": {
      const [first, second, ...rest] = verdict.among;
      const titleOf = ({ topic }: Judged): string => topic.title[language];
      return {
        ...said,
        kind: "choose",
        lead: phrases.choose[language],
        choices: [titleOf(first), titleOf(second), ...rest.map(titleOf)],
        notes: asOf,
        related: [],
      };
    }
    case "silence": {
      const facts = verdict.nearest
        .flatMap(({ topic }) => answerOn(topic, on)?.facts.slice(0, 1) ?? [])
        .flatMap((id) => base.fact(id) ?? []);
      return silence(phrases.silence[language], [...new Set(facts)], related([], verdict.nearest));
    }
    case "answer": {
      const { topic } = verdict.chosen;
      const more = related([topic.title[language]], [verdict.chosen]);
      if (topic.computed) {
        const lines = computed?.lines.map(inLanguage) ?? [];
        const lead = computed?.lead?.[language] ?? computed?.facts[0]?.text[language];
        const message =
          computed && lead !== undefined
            ? sourced("answered", lead, lines, computed.facts, computed.notes.map(inLanguage), more)
            : undefined;
        const named = understood.days[0];
        return message ?? silence(named ? phrases.nothingHappened(named.from, named.to)[language] : phrases.silence[language], [], more);
      }
      if (!told || isEmpty(told.facts)) return silence(phrases.silence[language], [], more);
      const { answer, facts } = told;
      if (answer.silent) return silence(answer.lead[language], facts, more);
      const later = facts
        .flatMap(({ supersededBy }) => base.fact(supersededBy ?? "") ?? [])
        .find((fact) => base.isKnown(fact, verdict.day) && !facts.includes(fact));
      const stood = verdict.day < on ? [phrases.stoodOn(verdict.day)[language]] : [];
      const shown = topic.kind === "fact" && later ? [...facts.slice(0, 1), later, ...facts.slice(1)] : facts;
      const { kind, lead } = opening(understood, verdict.chosen, told);
      const beside = besideOf(verdict.beside, shown);
      return sourced(kind, lead, [], shown, stood, more, beside) ?? silence(phrases.silence[language], [], more);
    }
  }
};
