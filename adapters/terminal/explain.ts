/** `ask --explain`: why a reply came out as it did. */

import { type Answered, reasons } from "../../src/index.ts";

const figure = (value: number): string => value.toFixed(2);

/** The readings of a question, what spoke for each, and the band it fell into. */
export const explain = (answered: Answered): string => {
  const { understood, verdict } = answered;
  const head = [
    `language ${understood.language}, as of ${understood.on}${understood.asOf ? " (said in the question)" : ""}`,
    `wants ${understood.wants ?? "(not said)"}`,
    `entities ${[...understood.entities].join(", ") || "none"}`,
    `days ${understood.days.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(", ") || "none"}`,
    `unknown words ${understood.unknown.join(", ") || "none"}`,
    `verdict ${verdict.kind}`,
  ];
  const readings = reasons(answered.understood, answered.candidates).map(
    ({ topic, probability, because }, index) =>
      `${index + 1}. ${figure(probability)} ${topic.kind} ${topic.id}\n   ${because
        .slice(0, 7)
        .map(({ signal, value, adds }) => `${signal} ${figure(value)} (${adds < 0 ? "" : "+"}${figure(adds)})`)
        .join(", ")}`,
  );
  return [...head, ...readings].join("\n");
};
