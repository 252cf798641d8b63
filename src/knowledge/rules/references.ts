import type { Id } from "../../model/record.ts";
import { answering, fileOf, type Rule } from "./rule.ts";

/** Everything that is named exists. */
export const references: Rule = (reading) => {
  const { facts, sources, questions, misconceptions, entities, deadlines } = reading.knowledge;
  const known = {
    fact: new Set(facts.map(({ id }) => id)),
    source: new Set(sources.map(({ id }) => id)),
    question: new Set(questions.map(({ id }) => id)),
    entity: new Set(entities.map(({ id }) => id)),
  };
  const missing = (file: string, field: string, kind: keyof typeof known, ids: readonly Id[]) =>
    ids
      .filter((id) => !known[kind].has(id))
      .map((id) => ({ file, field, what: `names the ${kind} ${id}, which does not exist: correct the id or add the ${kind}` }));
  return [
    ...facts.flatMap((fact) => {
      const file = fileOf(reading, "fact", fact.id);
      return [
        ...missing(file, "sources", "source", fact.sources),
        ...missing(file, "about", "entity", fact.about),
        ...missing(file, "speaker", "entity", fact.speaker ? [fact.speaker] : []),
        ...missing(file, "supersededBy", "fact", fact.supersededBy ? [fact.supersededBy] : []),
      ];
    }),
    ...questions.flatMap((question) => [
      ...missing(fileOf(reading, "question", question.id), "about", "entity", question.about),
      ...missing(fileOf(reading, "question", question.id), "related", "question", question.related ?? []),
    ]),
    ...misconceptions.flatMap(({ id, about }) => missing(fileOf(reading, "misconception", id), "about", "entity", about)),
    ...answering(reading).flatMap(({ kind, id, answers }) =>
      answers.flatMap((answer, index) => missing(fileOf(reading, kind, id), `answers.${index}.facts`, "fact", answer.facts)),
    ),
    ...deadlines.flatMap(({ id, about, steps }) => [
      ...missing(fileOf(reading, "deadline", id), "about", "entity", about),
      ...steps.flatMap((step, index) => [
        ...missing(fileOf(reading, "deadline", id), `steps.${index}.fact`, "fact", [step.fact]),
        ...missing(fileOf(reading, "deadline", id), `steps.${index}.by`, "entity", [step.by]),
      ]),
    ]),
  ];
};
