import { expect, test } from "vitest";
import { openNinety } from "../../src/index.ts";
import { asking, clauses } from "../../src/text/clauses.ts";

test.each([
  ["The deadline came and went. Did ByteDance ever sell TikTok?", "Did ByteDance ever sell TikTok?"],
  ["Le délai est passé : ByteDance a-t-il fini par vendre TikTok ?", "ByteDance a-t-il fini par vendre TikTok ?"],
  ["After all that talk, did a court block the ban?", "did a court block the ban?"],
  ["Who signed the order and when did it take effect?", "when did it take effect?"],
])("%s may ask its last clause", (text, last) => {
  expect(clauses(text)[0]?.text).toBe(last);
});

test("each clause comes with the rest, which it may lean on", () => {
  expect(clauses("Who signed the order and when did it take effect?")).toEqual([
    { text: "when did it take effect?", rest: "Who signed the order" },
    { text: "Who signed the order", rest: "when did it take effect?" },
  ]);
});

test.each(["Was TikTok banned?", "Oracle, really?", "What is it with Trump and TikTok, guys?", "Apple and Google"])(
  "%s is one question",
  (text) => {
    expect(clauses(text).filter((clause) => clause.text !== text)).toHaveLength(clauses(text).length);
    expect(clauses(text).every((clause) => clause.text.split(" ").length >= 4)).toBe(true);
  },
);

test("a question that comes after a story is answered", () => {
  const question = "My grandmother sells sweaters in Vermont. Who is Judge Carl Nichols?";
  const { message } = openNinety("knowledge").ask({ question, on: "2026-11-23", language: "en" });
  expect(message.kind).toBe("answered");
  expect(message.lead).toMatch(/Nichols/);
});

test("of two questions in one, the one that is understood is answered", () => {
  const question = "Who is Judge Carl Nichols and will my grandmother's sweaters sell in Vermont?";
  const { message } = openNinety("knowledge").ask({ question, on: "2026-11-23", language: "en" });
  expect(message.lead).toMatch(/Nichols/);
});

test.each([
  ["The app vanished from both stores on Sunday night, and my cousin panicked. Who removed it?", "Who removed it?"],
  ["Le patron était à Washington jeudi - que lui reproche-t-on ?", "que lui reproche-t-on ?"],
])("of %s, the story is told from what is asked", (text, asked) => {
  expect(asking(text, () => false)).toBe(asked);
});

test.each(["Who removed the app from both stores?", "The app is gone. Nobody knows."])(
  "%s has no story to tell from a question",
  (text) => {
    expect(asking(text, () => false)).toBeUndefined();
  },
);
