import { firstDay, lastDay } from "../../model/day.ts";
import type { Problem } from "../read.ts";
import { answering, fileOf, type Rule } from "./rule.ts";

/** Dates are in order, and nothing is used before the public could know it. */
export const dates: Rule = (reading) => {
  const { facts, deadlines, sources, verified } = reading.knowledge;
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const problems: Problem[] = [];
  for (const fact of facts) {
    const file = fileOf(reading, "fact", fact.id);
    if (fact.known < firstDay(fact.date))
      problems.push({ file, field: "known", what: `${fact.known} is before the fact's own date ${fact.date}: correct one of them` });
    if (fact.known > verified)
      problems.push({
        file,
        field: "known",
        what: `${fact.known} is after the day the record is verified to (${verified}): raise record.json`,
      });
    const listed = fact.sources.flatMap((id) => sourceOf.get(id) ?? []);
    if (listed.length > 0 && listed.every(({ published }) => published !== null && firstDay(published) > fact.known))
      problems.push({ file, field: "known", what: `no source was out by ${fact.known}: name an earlier source or raise the day` });
  }
  for (const source of sources)
    if (source.published && source.checked && firstDay(source.published) > source.checked)
      problems.push({
        file: fileOf(reading, "source", source.id),
        field: "checked",
        what: "is before the source was published: correct one of them",
      });
  for (const { kind, id, answers } of answering(reading)) {
    const file = fileOf(reading, kind, id);
    for (const [index, answer] of answers.entries()) {
      const before = answers[index - 1];
      if (before && before.from >= answer.from)
        problems.push({
          file,
          field: `answers.${index}.from`,
          what: `${answer.from} does not follow ${before.from}: put the answers oldest first`,
        });
      for (const factId of answer.facts) {
        const known = factOf.get(factId)?.known;
        if (known && known > answer.from)
          problems.push({
            file,
            field: `answers.${index}.from`,
            what: `${answer.from} is before ${factId} could be known (${known}): begin the answer then, or leave the fact out`,
          });
      }
    }
  }
  for (const { id, steps } of deadlines) {
    const file = fileOf(reading, "deadline", id);
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      if (before && before.on > step.on)
        problems.push({
          file,
          field: `steps.${index}.on`,
          what: `${step.on} is before the step above it (${before.on}): put the steps in order`,
        });
      const known = factOf.get(step.fact)?.known;
      if (known && known > step.on)
        problems.push({ file, field: `steps.${index}.on`, what: `${step.on} is before ${step.fact} could be known (${known})` });
      const wantsDue = step.what === "set" || step.what === "moved" || step.what === "lifted";
      if (wantsDue !== Boolean(step.due))
        problems.push({
          file,
          field: `steps.${index}.due`,
          what: wantsDue ? `a step that is ${step.what} needs a due day` : `a step that is ${step.what} has no due day`,
        });
    }
    if (steps[0].what !== "set") problems.push({ file, field: "steps.0.what", what: "a chain begins with set" });
  }
  for (const fact of facts) {
    const next = fact.supersededBy && factOf.get(fact.supersededBy);
    if (next && lastDay(next.date) < firstDay(fact.date))
      problems.push({ file: fileOf(reading, "fact", fact.id), field: "supersededBy", what: `${next.id} is older than this fact` });
  }
  return problems;
};
