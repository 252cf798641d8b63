import { expect, test } from "vitest";
import { statementOf } from "../../src/text/polarity.ts";

test.each([
  ["No: judges blocked it on 27 September 2020.", "Judges blocked it on 27 September 2020."],
  ["Not yet: the sale waits for Beijing.", "The sale waits for Beijing."],
  ["En partie : les juges ont bloqué le décret.", "Les juges ont bloqué le décret."],
  ["Oui et non : à 19,9 %.", "À 19,9 %."],
])("%s states what comes after its yes or no", (lead, statement) => {
  expect(statementOf(lead)).toBe(statement);
});

test.each(["Yes, on official devices: the Navy in December 2019.", "Oracle runs it.", "Nobody: it was never sold."])(
  "%s cannot be parted from its opening",
  (lead) => {
    expect(statementOf(lead)).toBeUndefined();
  },
);
