import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { isWish } from "../../src/text/forms.ts";

describe("asking for advice, an opinion or a service", () => {
  test.each([
    "Should I delete it?",
    "How do I save my drafts?",
    "What do you think of all this?",
    "Write a poem about the ban",
    "What is the best time to post?",
  ])("%s", (question) => expect(isWish(fold(question), "en")).toBe(true));
  test.each([
    "Dois-je le supprimer ?",
    "Faut-il s'inquiéter ?",
    "Qu'en pensez-vous ?",
    "Comment puis-je garder mes vidéos ?",
    "Rédige un texte sur l'affaire",
  ])("%s", (question) => expect(isWish(fold(question), "fr")).toBe(true));
});

describe("asking for what is known", () => {
  test.each(["Did a court block the ban?", "How would a ban work?", "Why did he sign it?", "Who owns it now?"])("%s", (question) =>
    expect(isWish(fold(question), "en")).toBe(false),
  );
  test.each(["Un juge a-t-il bloqué l'interdiction ?", "Comment marcherait une interdiction ?", "Quand ByteDance doit-elle vendre ?"])(
    "%s",
    (question) => expect(isWish(fold(question), "fr")).toBe(false),
  );
});
