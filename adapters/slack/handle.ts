/** What each kind of event does. Knows nothing of Slack's SDK; the listeners hand narrow values in. */

import {
  type Day,
  type FeedbackVerdict,
  feedbackWords,
  guessLanguage,
  type Language,
  type Logger,
  type Ninety,
  phrases,
  type Store,
} from "../../src/index.ts";
import { createRate, perChannel, perPerson } from "../shared/rate.ts";
import { type Answer, createAnswer, type Heard as HeardQuestion, languageOf, type Place } from "./answer.ts";
import { createClaim } from "./claim.ts";
import { type OtherCommand, readCommand } from "./commands.ts";
import { createHomes } from "./homes.ts";
import type { Commanded, Heard, Incoming, Pressed, Setting } from "./incoming.ts";
import { createLeave } from "./leave.ts";
import type { Payload } from "./limits.ts";
import { typed } from "./markup.ts";
import type { Posting } from "./post.ts";
import { createPreferences } from "./preferences.ts";
import { renderLines } from "./render.ts";
import { type Request, ratingIn, requestIn } from "./request.ts";
import type { Manner, Respond } from "./respond.ts";
import { createSay } from "./say.ts";
import type { Tenants } from "./tenants.ts";
import { createThreads } from "./threads.ts";
import { words } from "./words.ts";

/** Another part of the bot that answers to a command: the reminders. */
export type Other = (command: {
  readonly name: OtherCommand;
  readonly rest: string;
  readonly language: Language;
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
}) => Promise<Payload>;

/** Told of what a reader thought of a reply that rests on these facts. */
export type Rated = (facts: readonly string[], verdict: FeedbackVerdict, reader: string) => void;

export type Parts = {
  readonly ninety: Ninety;
  readonly store: Store;
  readonly tenants: Tenants;
  readonly posting: Posting;
  readonly respond: Respond;
  readonly log: Logger;
  readonly today: () => Day;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves when it is an event's turn to be thought about. */
  readonly turn: () => Promise<void>;
  readonly other?: Other | undefined;
  readonly rated?: Rated | undefined;
  /** Told of each question and its reply: the questions the record cannot answer are the next to be curated. */
  readonly heard?: HeardQuestion | undefined;
  /** The past day that a channel lives again, if it does: what is asked there is answered as of it. */
  readonly dayOf?: ((workspace: string, channel: string) => Promise<Day | undefined>) | undefined;
};

export type Handlers = {
  readonly command: (asked: Commanded) => Promise<void>;
  readonly press: (pressed: Pressed) => Promise<void>;
  /** The shortcut on a message. */
  readonly check: (asked: Commanded) => Promise<void>;
  readonly hear: (heard: Heard) => Promise<void>;
  readonly openHome: (incoming: Incoming) => Promise<void>;
  readonly setLanguage: (setting: Setting) => Promise<void>;
  /** The bot was removed, or its token taken back: everything of the workspace goes. */
  readonly leave: (incoming: Omit<Incoming, "user">) => Promise<void>;
};

/** A direct message: there everything is seen by the asker alone anyhow. */
const isDirect = (channel: string): boolean => channel.startsWith("D");

/** The question, where others than the asker see the reply. */
const above = (request: Request, language: Language): Pick<Place, "above"> =>
  request.do === "ask" ? { above: words.asked(request.question)[language] } : {};

export const createHandlers = (parts: Parts): Handlers => {
  const { ninety, store, tenants, posting, respond, log, today, now } = parts;
  const answer: Answer = createAnswer(ninety, today, parts.heard);
  const claim = createClaim(store, now, log);
  const preferences = createPreferences(store, now, log);
  const homes = createHomes(parts, preferences);
  const say = createSay(parts, preferences);
  const threads = createThreads();
  const person = createRate(perPerson);
  const room = createRate(perChannel);

  /** Does the work of an event once; a failure is logged with its cause, and apologised for in the asker's language. */
  const once = async (
    what: string,
    { id, origin }: Omit<Incoming, "user">,
    text: string,
    work: (workspace: string, set: Language | undefined) => Promise<void>,
    apologise?: (sorry: Payload) => Promise<unknown>,
  ): Promise<void> => {
    const workspace = tenants.workspaceOf(origin);
    if (!(await claim(id, workspace))) return log.debug("delivered again", { what });
    const set = await preferences.language(workspace);
    await parts.turn();
    try {
      await work(workspace, set);
    } catch (cause) {
      log.error("not answered", { what, workspace, cause });
      await apologise?.(renderLines(phrases.apology[set ?? guessLanguage(text)])).catch((again: unknown) =>
        log.warn("apology not delivered", { what, workspace, cause: again }),
      );
    }
  };

  /** How long this person has to wait, or the channel where all see the answer, as a line; undefined where they need not. */
  const slow = (workspace: string, user: string, language: Language, channel?: string): Payload | undefined => {
    const at = now();
    const ms = person(`${workspace}/${user}`, at) || (channel === undefined ? 0 : room(`${workspace}/${channel}`, at));
    return ms > 0 ? renderLines(words.slow(Math.ceil(ms / 1_000))[language]) : undefined;
  };

  const help = (language: Language): Payload => {
    const [first = "", ...rest] = words.help[language];
    return renderLines(first, ...rest);
  };

  /** What was typed, answered as `place` has it. */
  const reply = async (
    text: string,
    place: Place,
    { origin, user, channel }: Omit<Heard, "ts" | "thread" | "id" | "text">,
  ): Promise<{ readonly payload: Payload; readonly to: Manner["to"]; readonly asked?: string }> => {
    const read = readCommand(text, today());
    const language = place.language ?? guessLanguage(text);
    switch (read.kind) {
      case "help":
        return { payload: help(place.language ?? read.language ?? language), to: "asker" };
      case "mend":
        return { payload: renderLines(read.line[language]), to: "asker" };
      case "other":
        return {
          payload: parts.other
            ? await parts.other({ name: read.name, rest: read.rest, language, workspace: tenants.workspaceOf(origin), channel, user })
            : renderLines(words.later[language]),
          to: "asker",
        };
      case "request": {
        const { share } = read;
        const on = read.request.on ?? (await parts.dayOf?.(tenants.workspaceOf(origin), channel));
        const request = on === undefined ? read.request : { ...read.request, on };
        const open = share || !place.alone;
        const payload = answer(request, {
          ...place,
          asker: user,
          alone: !open,
          ...(share ? above(request, languageOf(request, place)) : {}),
        });
        return { payload, to: open ? "all" : "asker", ...(request.do === "ask" ? { asked: request.question } : {}) };
      }
    }
  };

  return {
    command: (asked) =>
      once(
        "command",
        asked,
        asked.text,
        async (workspace, language) => {
          const text = typed(asked.text);
          const waiting = slow(workspace, asked.user, language ?? guessLanguage(text));
          if (waiting) return respond(asked.url, waiting, { to: "asker" });
          const { payload, to } = await reply(text, { language, alone: true }, asked);
          await respond(asked.url, payload, { to });
        },
        (sorry) => respond(asked.url, sorry, { to: "asker" }),
      ),

    press: (pressed) =>
      once(
        "press",
        pressed,
        "",
        async (workspace, language) => {
          const { action, url, alone, thread, channel } = pressed;
          const rating = action === "rate" ? ratingIn(pressed.value) : undefined;
          if (rating) {
            parts.rated?.(rating.facts, rating.verdict, `${workspace}/${pressed.user}`);
            return respond(url, renderLines(feedbackWords.thanks[rating.language]), { to: "asker", thread });
          }
          const request = requestIn(pressed.value);
          const spoken = language ?? request?.language ?? "en";
          const waiting = slow(workspace, pressed.user, spoken, action === "share" ? channel : undefined);
          if (waiting) return respond(url, waiting, { to: "asker", thread });
          if (!request) return respond(url, renderLines(words.stale[spoken]), { to: "asker", thread });
          if (action === "share")
            return respond(url, answer(request, { language, alone: false, ...above(request, spoken) }), {
              to: "all",
              original: "delete",
              thread,
            });
          const open = isDirect(channel) || (action === "choose" && !alone);
          await respond(url, answer(request, { language, alone: !open }), {
            to: open ? "all" : "asker",
            // a choice made and a page turned take the place of what was pressed
            original: action === "ask" ? "keep" : "replace",
            thread,
          });
        },
        (sorry) => respond(pressed.url, sorry, { to: "asker", thread: pressed.thread }),
      ),

    check: (asked) =>
      once(
        "shortcut",
        asked,
        asked.text,
        async (workspace, language) => {
          const text = typed(asked.text);
          const spoken = language ?? guessLanguage(text);
          const waiting = slow(workspace, asked.user, spoken);
          const payload =
            waiting ?? (text === "" ? renderLines(words.forgotten[spoken]) : answer({ do: "check", text }, { language, alone: true }));
          await respond(asked.url, payload, { to: "asker" });
        },
        (sorry) => respond(asked.url, sorry, { to: "asker" }),
      ),

    hear: (heard) => {
      const { origin, channel, ts } = heard;
      const thread = heard.thread ?? ts;
      const target = { origin, channel, thread };
      return once(
        "message",
        heard,
        heard.text,
        async (workspace, language) => {
          const text = typed(heard.text);
          const spoken = language ?? guessLanguage(text);
          const waiting = slow(workspace, heard.user, spoken, channel);
          if (waiting) return say({ ...target, only: heard.user }, waiting);
          if (text === "") return say(target, renderLines(phrases.empty[spoken]));
          const key = `${workspace}/${channel}/${thread}`;
          const { payload, asked } = await reply(text, { language, alone: false, previous: threads.before(key, now()) }, heard);
          if (asked !== undefined) threads.add(key, asked, now());
          await say(target, payload);
        },
        (sorry) => posting.post(target, sorry),
      );
    },

    openHome: (incoming) => once("home", incoming, "", (workspace, language) => homes.show(workspace, incoming, language)),
    setLanguage: (incoming) => once("setting", incoming, "", (workspace) => homes.setLanguage(workspace, incoming)),
    leave: createLeave(parts, preferences),
  };
};
