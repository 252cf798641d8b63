/** Replies as of a past day say so, whoever chose the day: the asker, or a channel that lives it again. */

import { type Day, type Ninety, phrases } from "../../src/index.ts";

/** The same record, whose replies as of a day before today carry the remark. */
export const dated = (ninety: Ninety, today: () => Day): Ninety => ({
  ...ninety,
  ask: (inquiry) => {
    const answered = ninety.ask(inquiry);
    const { message } = answered;
    const remark = phrases.asOf(message.on)[message.language];
    return message.on < today() && !message.notes.includes(remark) && message.kind !== "outside"
      ? { ...answered, message: { ...message, notes: [remark, ...message.notes] } }
      : answered;
  },
});
