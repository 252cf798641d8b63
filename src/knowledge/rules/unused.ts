import { answering, fileOf, type Rule } from "./rule.ts";

/** Every source carries a fact; every question has an answer. */
export const unused: Rule = (reading) => {
  const { facts, sources, questions } = reading.knowledge;
  const cited = new Set(facts.flatMap((fact) => fact.sources));
  return [
    ...sources
      .filter(({ id }) => !cited.has(id))
      .map(({ id }) => ({
        file: fileOf(reading, "source", id),
        field: "(whole file)",
        what: "no fact cites this source: cite it or take it out",
      })),
    ...questions
      .filter(({ answers, computed }) => answers.length === 0 && !computed)
      .map(({ id }) => ({
        file: fileOf(reading, "question", id),
        field: "answers",
        what: "has no answer: give one, or say what is computed",
      })),
    ...answering(reading).flatMap(({ kind, id, answers }) =>
      answers.flatMap((answer, index) =>
        new Set(answer.facts).size < answer.facts.length
          ? [{ file: fileOf(reading, kind, id), field: `answers.${index}.facts`, what: "names a fact twice" }]
          : [],
      ),
    ),
  ];
};
