/** Has a request answered: in its turn, and whatever happens with something to give back. */

import { type Day, languages, type Ninety } from "../../src/index.ts";
import type { Given, Place } from "./config.ts";
import { excuse } from "./errors.ts";
import { handle } from "./handle/handle.ts";
import type { Queue } from "./queue.ts";
import type { Reply, Request } from "./request.ts";
import { SayToUser } from "./say-to-user.ts";

/** A reply, how it came about, and how many milliseconds it was worked on, for the figures. */
type Thought = { readonly reply: Reply; readonly how: "answered" | "declined" | "failed"; readonly ms: number };

export type Think = (request: Request, place: Place) => Promise<Thought>;

/** What a failure gives back: to somebody typing nothing, to everybody else an excuse in their language. */
const excused = (request: Request, error: unknown): Reply =>
  request.kind === "typing"
    ? { kind: "suggest", choices: [] }
    : { kind: "say", body: excuse(error, request.locale), private: request.kind !== "mention" };

/** How many questions are asked of the engine before the first person does. */
const warmUp = 40;

/** The first questions after a start take ten times as long as later ones: better they are nobody's. */
export const warm = ({ base, ask, browse }: Ninety, on: Day): void => {
  for (const { title } of base.topics.slice(0, warmUp)) for (const language of languages) ask({ question: title[language], on });
  browse().suggest.questions("a", "en", on, 1);
};

/** Thinking over one record. A failure of ours is logged with its cause, never with what was asked. */
export const createThink = ({ ninety, today, log, other, heard, rated }: Given, queue: Queue): Think => {
  return async (request, place) => {
    let started = performance.now();
    const done = (reply: Reply, how: Thought["how"]): Thought => ({ reply, how, ms: performance.now() - started });
    try {
      const theirs = request.kind === "command" || request.kind === "typing" ? other?.(request, place) : undefined;
      if (theirs) return done(await theirs, "answered");
      const day = await today(place);
      return await queue.run(() => {
        // waiting for its turn is not work
        started = performance.now();
        return done(
          handle(
            {
              ninety,
              today: day,
              heard: (question, message) => heard?.(question, message, place),
              rated: (facts, verdict) => rated?.(facts, verdict, place),
            },
            request,
          ),
          "answered",
        );
      });
    } catch (error) {
      const declined = error instanceof SayToUser;
      if (!declined) log.error("could not answer", { what: request.kind, cause: error });
      return done(excused(request, error), declined ? "declined" : "failed");
    }
  };
};
