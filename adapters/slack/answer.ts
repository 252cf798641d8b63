/** A request answered: the core says what, the renderer how; here they meet, with the buttons that a reply of this kind gets. */

import type { Button } from "@slack/types";
import {
  type Day,
  feedbackVerdicts,
  feedbackWords,
  guessLanguage,
  type Inquiry,
  type Language,
  type Message,
  type Ninety,
  phrases,
} from "../../src/index.ts";
import { button } from "./blocks.ts";
import { limits, type Payload } from "./limits.ts";
import { createLists, type ListRequest } from "./lists.ts";
import { type Buttons, type Look, render, renderFitted, renderLines } from "./render.ts";
import { renderCheck } from "./render-check.ts";
import { carried, type Request, ratingOf } from "./request.ts";
import { words } from "./words.ts";

/** How a reply will stand. */
export type Place = {
  /** The language of every reply there; else a reply follows its question. */
  readonly language?: Language | undefined;
  /** Only the asker sees it: then it can be shared. */
  readonly alone: boolean;
  /** Said above the reply. */
  readonly above?: string;
  /** Earlier questions of the same conversation, oldest first. */
  readonly previous?: readonly string[];
  readonly asker?: string;
};

/** Told of each question asked in words, by whom, and what was replied: for the curators' gaps. */
export type Heard = (question: string, message: Message, asker: string) => void;

export type Answer = (request: Request, place: Place) => Payload;

/** Action ids; those after the colon only tell two of a kind apart. */
export const actions = { ask: "ask", choose: "choose", share: "share", page: "page", rate: "rate" } as const;

/** Ids to choose from where one is not known: as many as are read. */
const mostSuggested = 5;

/** In which language a request is answered: the place's, else its own, else that of its words. */
export const languageOf = (request: Request, place: Pick<Place, "language">): Language => {
  if (place.language ?? request.language) return place.language ?? request.language ?? "en";
  return request.do === "ask" ? guessLanguage(request.question) : request.do === "check" ? guessLanguage(request.text) : "en";
};

/**
 * Answers over a record.
 * @param today the day in force, asked anew for each reply
 */
export const createAnswer = (ninety: Ninety, today: () => Day, heard?: Heard): Answer => {
  const { verified, revision } = ninety.base;
  const browse = ninety.browse();
  const lists = createLists(ninety, today);

  /** The buttons for questions of the record: by topic, so that nothing of anybody's words travels. */
  const askButtons = (questions: readonly string[], { on, language }: Message, action: "ask" | "choose"): Button[] => {
    const label = (question: string, index: number) =>
      questions.some(({ length }) => length > limits.buttonText) ? String(index + 1) : question;
    return questions.flatMap((question, index) => {
      const id = browse.topicTitled(question, on);
      const value = carried({ ...(id ? { do: "topic", id } : { do: "ask", question }), language, ...(on < today() ? { on } : {}) });
      return value ? [button(`${action}:${index}`, label(question, index), value, action === actions.choose)] : [];
    });
  };
  const shareButton = (request: Request, { language, on }: Pick<Message, "language" | "on">, { alone }: Pick<Place, "alone">): Button[] => {
    // what is shared is what was seen: the same day and language, whenever the button is pressed
    const value = alone ? carried({ ...request, language, on }) : undefined;
    return value ? [button(actions.share, words.share[language], value)] : [];
  };
  /** What a reader can say of a reply; counted by fact, for the curators. */
  const rateButtons = (message: Message): Button[] =>
    "facts" in message
      ? feedbackVerdicts.flatMap((verdict, index) => {
          const value = ratingOf({ verdict, facts: message.facts.map(({ id }) => id), language: message.language });
          return value ? [button(`${actions.rate}:${index}`, feedbackWords[verdict][message.language], value)] : [];
        })
      : [];
  const lookOf = (place: Place, buttons: Buttons): Look => ({
    verified,
    buttons,
    ...(place.above === undefined ? {} : { above: place.above }),
  });

  /** Says that it is as of a day where the asker did not ask today. */
  const dated = (message: Message): Message => {
    const note = phrases.asOf(message.on)[message.language];
    return message.on < today() && !message.notes.includes(note) ? { ...message, notes: [...message.notes, note] } : message;
  };

  const reply = (message: Message, request: Request, place: Place): Payload =>
    renderFitted(
      dated(message),
      lookOf(place, (shown) =>
        shown.kind === "choose"
          ? [askButtons(shown.choices, shown, actions.choose)]
          : [
              askButtons(shown.related, shown, actions.ask),
              shown.kind === "outside" ? [] : shareButton(request, shown, place),
              rateButtons(shown),
            ],
      ),
    );

  const leaf = (request: ListRequest, on: Day, language: Language, place: Place): Payload | undefined => {
    const turn = (page: number, of: number, label: string): Button[] => {
      const value = page >= 0 && page < of ? carried({ ...request, language, on, page }) : undefined;
      return value ? [button(`${actions.page}:${page}`, label, value)] : [];
    };
    const rows =
      (page: number, of: number, { alone }: Pick<Place, "alone">): Buttons =>
      () => [
        alone ? [...turn(page - 1, of, words.previous[language]), ...turn(page + 1, of, words.next[language])] : [],
        shareButton({ ...request, page }, { language, on }, { alone }),
      ];
    const all = lists(request, on, language, rows(1, 3, { alone: true }));
    if (!all) return undefined;
    const page = Math.min(request.page ?? 0, all.length - 1);
    return render(all[page] ?? all[0], lookOf(place, rows(page, all.length, place)));
  };

  return (request, place) => {
    const language = languageOf(request, place);
    const on = request.on ?? today();
    switch (request.do) {
      case "ask":
      case "topic": {
        const question = request.do === "ask" ? request.question : browse.titleOf(request.id, language, on);
        if (question === undefined) return renderLines(words.stale[language]);
        const spoken = place.language ?? request.language;
        const inquiry: Inquiry = {
          question,
          on,
          ...(spoken ? { language: spoken } : {}),
          ...(place.previous ? { previous: place.previous } : {}),
        };
        const { message } = ninety.ask(inquiry);
        if (place.asker !== undefined && request.do === "ask") heard?.(question, message, place.asker);
        return reply(message, request, place);
      }
      case "check": {
        const row = shareButton(request, { language, on }, place);
        return renderCheck({ findings: ninety.checkText(request.text, on, language), language, on, revision, verified }, [row]);
      }
      case "deadlines":
      case "timeline":
      case "changes":
      case "source": {
        const shown = leaf(request, on, language, place);
        if (shown) return shown;
        if (request.do !== "source") return renderLines(words.stale[language]);
        const near = browse.suggest.sources(request.id.replaceAll("-", " "), on, mostSuggested);
        if (near.length === 0) return renderLines(words.noSource[language]);
        return renderLines(words.nearSources[language], near.map(({ id, publisher, title }) => `${id}\n${publisher}, ${title}`).join("\n"));
      }
    }
  };
};
