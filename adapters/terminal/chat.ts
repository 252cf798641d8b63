/** `npm start` without credentials: a chat in the terminal, or a filter where standard input is a pipe. */

import { createInterface } from "node:readline";
import { type Day, dateInWords, type Inquiry, isDay, type Language, type Ninety, phrases } from "../../src/index.ts";
import { type Look, lookOf, render } from "./render.ts";

const remembered = 4;

const words = {
  welcome: (day: Day) =>
    `Ninety answers from its record about TikTok and the US government, every reply sourced.\nNinety répond d'après son dossier sur TikTok et le gouvernement américain, sources à l'appui.\n\nAsk in English or in French. /help for more. (${dateInWords(day, "en")})`,
  help: `Ask a question: When does the 90-day order expire? / Qui a bloqué l'interdiction ?
Follow up: and who signed it?
1 2 3 4            takes one of the readings or questions offered
/on 2020-08-24     answers as of that day, from what was known then; /on alone goes back to today
/lang en|fr        always answers in that language; /lang alone follows your question
/new               forgets what was said before
/quit              leaves`,
} as const;

type State = { on: Day | undefined; language: Language | undefined; previous: string[]; offered: readonly string[] };

/** What a line does: text to show, or the end. */
type Step = { readonly show: string } | "quit";

const command = (state: State, line: string, today: Day): Step => {
  const [name, value = ""] = line.split(/\s+/);
  switch (name) {
    case "/quit":
    case "/exit":
    case "/q":
      return "quit";
    case "/help":
      return { show: words.help };
    case "/new":
      state.previous = [];
      return { show: "Forgotten." };
    case "/lang":
      if (value !== "" && value !== "en" && value !== "fr") return { show: "/lang en, /lang fr, or /lang alone" };
      state.language = value === "" ? undefined : value;
      return {
        show: value === "" ? "Following the language of your questions." : value === "fr" ? "Réponses en français." : "Answers in English.",
      };
    case "/on":
      if (value !== "" && !isDay(value)) return { show: `/on wants a day that exists, as YYYY-MM-DD (not "${value.slice(0, 40)}")` };
      if (value > today) return { show: `${dateInWords(value, "en")} has not come yet.` };
      state.on = value === "" ? undefined : value;
      state.previous = [];
      return {
        show: value === "" ? "Answering as of today." : `Answering as of ${dateInWords(value, "en")}: nothing known later is told.`,
      };
    default:
      return { show: `No command ${name}. /help lists them.` };
  }
};

const reply = (ninety: Ninety, state: State, line: string, today: Day, look: Look): Step => {
  const picked = /^[1-4]$/.test(line) ? state.offered[Number(line) - 1] : undefined;
  const question = picked ?? line;
  const inquiry: Inquiry = {
    question,
    on: state.on ?? today,
    ...(state.language ? { language: state.language } : {}),
    ...(picked ? {} : { previous: state.previous }),
  };
  const { message } = ninety.ask(inquiry);
  state.offered = message.kind === "choose" ? message.choices : message.related;
  if (message.kind !== "outside") state.previous = [...state.previous, question].slice(-remembered);
  return { show: render(message, ninety.base.verified, look) };
};

/**
 * Runs until the input ends.
 * @param today the day as of which questions are answered
 */
export const chat = async (ninety: Ninety, today: Day): Promise<void> => {
  const interactive = process.stdin.isTTY === true;
  const look = lookOf(process.stdout);
  const state: State = { on: undefined, language: undefined, previous: [], offered: [] };
  const input = createInterface({
    input: process.stdin,
    ...(interactive ? { output: process.stdout, prompt: "› ", historySize: 200 } : {}),
  });
  if (interactive) {
    console.log(`${words.welcome(today)}\n`);
    input.prompt();
  }
  for await (const raw of input) {
    const line = raw.trim();
    if (line !== "") {
      const step = !interactive
        ? reply(ninety, { ...state, previous: [], offered: [] }, line, today, look)
        : line.startsWith("/")
          ? command(state, line, today)
          : reply(ninety, state, line, today, look);
      if (step === "quit") break;
      console.log(`${interactive ? "\n" : ""}${step.show}\n`);
    } else if (interactive) console.log(phrases.empty[state.language ?? "en"]);
    if (interactive) input.prompt();
  }
  input.close();
};
