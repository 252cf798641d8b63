import { expect, test } from "vitest";
import { openNinety } from "../../src/index.ts";
import { clauses } from "../../src/text/clauses.ts";

test.each([
  ["The deadline came and went. Did ByteDance ever sell TikTok?", "Did ByteDance ever sell TikTok?"],
  ["Le délai est passé : ByteDance a-t-il fini par vendre TikTok ?", "ByteDance a-t-il fini par vendre TikTok ?"],
  ["After all that talk, did a court block the ban?", "did a court block the ban?"],
])("%s asks its last clause", (text, last) => {
  expect(clauses(text)[1]).toBe(last);
});

test.each(["Was TikTok banned?", "Oracle, really?", "What is it with Trump and TikTok, guys?"])("%s is one question", (text) => {
  expect(clauses(text)).toEqual([]);
});

test("a question that comes after a story is answered", () => {
  const question = "My grandmother sells sweaters in Vermont. Who is Judge Carl Nichols?";
  const { message } = openNinety("knowledge").ask({ question, on: "2026-11-23", language: "en" });
  expect(message.kind).toBe("answered");
  expect(message.lead).toMatch(/Nichols/);
});
