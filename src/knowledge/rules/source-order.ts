import { sourceKinds } from "../../model/record.ts";
import { fileOf, type Rule } from "./rule.ts";

/** Official texts before the press, the press before reference works, copies last; at least one was really read. */
export const sourceOrder: Rule = (reading) => {
  const sources = new Map(reading.knowledge.sources.map((source) => [source.id, source]));
  const rank = (id: string) => {
    const source = sources.get(id);
    if (!source) return 0;
    if (source.copy) return 3;
    if (source.kind === "reference") return 2;
    return source.kind === "press" ? 1 : 0;
  };
  return reading.knowledge.facts.flatMap((fact) => {
    const file = fileOf(reading, "fact", fact.id);
    const ranks = fact.sources.map(rank);
    const wrong = ranks.findIndex((value, index) => value < (ranks[index - 1] ?? 0));
    return [
      ...(wrong > 0
        ? [
            {
              file,
              field: `sources.${wrong}`,
              what: `${fact.sources[wrong]} stands after a weaker source: order ${sourceKinds.join(", ")}, then copies`,
            },
          ]
        : []),
      ...(fact.sources.some((id) => sources.get(id)?.checked || !sources.has(id))
        ? []
        : [{ file, field: "sources", what: "none of its sources was read by a curator: name one that was" }]),
      ...(new Set(fact.sources).size < fact.sources.length ? [{ file, field: "sources", what: "names a source twice" }] : []),
    ];
  });
};
