/** A question, however it came in: its reply, dressed. */

import { type Day, guessLanguage, type Inquiry, type Language } from "../../../src/index.ts";
import { replyButtons } from "../buttons.ts";
import { limits } from "../limits.ts";
import { renderFitted } from "../render.ts";
import type { Bench } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import type { Payload } from "../wire.ts";
import { words } from "../words.ts";

/** What is asked: the day only where the asker named one, the language only where it is already known. */
export type Asked = {
  readonly question: string;
  readonly locale: Language;
  readonly on?: Day | undefined;
  readonly language?: Language;
  readonly context?: string;
  readonly private: boolean;
};

/**
 * Answers.
 * The language is that of the question; where its words do not tell, that of the asker's client.
 * @throws SayToUser where the question is too long
 */
export const answer = ({ ninety, today, heard }: Bench, asked: Asked): Payload => {
  const question = asked.question.trim();
  if (question.length > limits.question) throw new SayToUser(words.tooLong);
  const inquiry: Inquiry = {
    question,
    on: asked.on ?? today,
    language: asked.language ?? guessLanguage(question, asked.locale),
    ...(asked.context === undefined ? {} : { context: asked.context }),
  };
  const { message } = ninety.ask(inquiry);
  heard?.(question, message);
  const setting = { browse: ninety.browse(), today, private: asked.private };
  return renderFitted(message, ninety.base.verified, (each) => replyButtons(each, setting));
};
