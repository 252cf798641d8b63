/** Suggestions while somebody types. */

import { isDay } from "../../../src/index.ts";
import { label } from "../escape.ts";
import { limits } from "../limits.ts";
import type { Bench, Reply, Request, Suggestion } from "../request.ts";

type Typing = Extract<Request, { kind: "typing" }>;

/** A name in the list of suggestions: it is not what is said, so a long one may end in an ellipsis. */
const shortened = (name: string): string => {
  const line = label(name);
  return line.length <= limits.choice
    ? line
    : `${line
        .slice(0, limits.choice - 2)
        .toWellFormed()
        .trimEnd()} …`.slice(0, limits.choice);
};

/** What fits what was typed so far, in the language of the asker's client; of a past day where the asker chose one. */
export const typing = ({ ninety, today }: Bench, { option, typed, locale, on }: Typing): Reply => {
  const { suggest } = ninety.browse();
  const day = on !== undefined && isDay(on) && on <= today ? on : today;
  const text = typed.slice(0, limits.question);
  const choices: Suggestion[] =
    option === "id"
      ? suggest
          .sources(text, day, limits.choices)
          .map(({ id, publisher, title }) => ({ name: shortened(`${publisher}: ${title}`), value: id }))
      : suggest
          .questions(text, locale, day, limits.choices)
          .filter((question) => label(question).length <= limits.choice)
          .map((question) => ({ name: label(question), value: label(question) }));
  return { kind: "suggest", choices };
};
