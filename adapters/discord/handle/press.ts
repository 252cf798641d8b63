/** A button pressed: a reading chosen, a related question, a page turned, a reply shared. */

import { feedbackWords } from "../../../src/index.ts";
import { factsOf, readButtonId } from "../ids.ts";
import { renderLine } from "../render.ts";
import type { Bench, Reply, Request } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import { component, flag, type Payload } from "../wire.ts";
import { words } from "../words.ts";
import { answer } from "./ask.ts";
import { listPage } from "./list.ts";

type Press = Extract<Request, { kind: "press" }>;

/** The same reply for all to see: without the buttons that only made sense for one. */
const shared = (shown: Payload["components"]): Payload => ({
  flags: flag.componentsV2 | flag.suppressEmbeds,
  components: shown.flatMap((part): Payload["components"][number][] => {
    if (part.type === component.container) return [part];
    const kept = part.components.filter(({ custom_id }) => {
      const pressed = readButtonId(custom_id);
      return (
        pressed?.kind === "ask" ||
        pressed?.kind === "rate" ||
        pressed?.kind === "pick" ||
        (pressed?.kind === "list" && pressed.wanted.list === "behind")
      );
    });
    return kept.length > 0 ? [{ ...part, components: kept }] : [];
  }),
  allowed_mentions: { parse: [] },
});

/**
 * Does what a button says.
 * Whoever presses a button on somebody else's reply gets theirs alone; on one's own reply it takes the place of the question.
 * @throws SayToUser where the button is from a record that no longer is
 */
export const press = (bench: Bench, { id, shown, private: isPrivate, own }: Press): Reply => {
  const pressed = readButtonId(id);
  if (!pressed) throw new SayToUser(words.oldButton);
  switch (pressed.kind) {
    case "share":
      return { kind: "say", body: shared(shown), private: false };
    case "rate": {
      bench.rated?.(factsOf(bench.ninety, pressed.facts), pressed.verdict);
      return { kind: "say", body: renderLine(feedbackWords.thanks[pressed.language]), private: true };
    }
    case "list": {
      // what lies behind a reply stands beside it, not in its place; its further pages replace it
      const turning = pressed.wanted.list !== "behind" || pressed.wanted.page > 1;
      return isPrivate && turning
        ? { kind: "replace", body: listPage(bench, pressed.wanted, true) }
        : { kind: "say", body: listPage(bench, pressed.wanted, true), private: true };
    }
    case "ask":
    case "pick": {
      const { topic, language, on } = pressed;
      const question = bench.ninety.browse().titleOf(topic, language, on ?? bench.today);
      if (question === undefined) throw new SayToUser(words.oldButton);
      const inPlace = pressed.kind === "pick" && (isPrivate || own);
      const seenByAll = inPlace && !isPrivate;
      const body = answer(bench, { question, language, locale: language, on, private: !seenByAll });
      return inPlace ? { kind: "replace", body } : { kind: "say", body, private: true };
    }
  }
};
