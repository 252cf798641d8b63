/** The reminders put together: what commands call, what answers ask, and a scheduler for each platform that can be posted to. */

import { type Day, type Logger, localDay, type Ninety, type Poster, type Reminders, type Store } from "../../src/index.ts";
import type { Lifecycle } from "../shared/lifecycle.ts";
import { createDayOf, type DayOf } from "./day.ts";
import { createFeedback, type Rate } from "./feedback.ts";
import { createKeepGap, type KeepGap } from "./gaps.ts";
import { createReminders } from "./manage.ts";
import { createScheduler, type Scheduler } from "./schedule.ts";

export type RemindingParts = {
  readonly ninety: Ninety;
  readonly store: Store;
  readonly log: Logger;
  readonly life: Lifecycle;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** The day it is said to be; undefined where it is what day it is. */
  readonly pretended: Day | undefined;
  /** Whether unanswered questions are kept for the curators. */
  readonly keepQuestions: boolean;
};

export type Reminding = {
  readonly reminders: Reminders;
  readonly dayOf: DayOf;
  readonly keepGap: KeepGap;
  readonly rate: Rate;
  /** Begins to remind on a platform; ends with the life of the process. */
  readonly begin: (poster: Poster) => Scheduler;
};

/** Nothing is sent before `begin`. */
export const createReminding = ({ ninety, store, log, life, now, pretended, keepQuestions }: RemindingParts): Reminding => {
  const today = { at: (moment: number) => pretended ?? localDay(moment, "America/New_York"), pretended: pretended !== undefined };
  const reminders = createReminders({ ninety, store, today, now });
  return {
    reminders,
    dayOf: createDayOf(reminders, log),
    keepGap: createKeepGap(store, keepQuestions),
    rate: createFeedback(store, log),
    begin: (poster) => {
      const scheduler = createScheduler({ ninety, store, poster, today, now, log });
      life.onStop(`reminders on ${poster.platform}`, scheduler.stop);
      scheduler.start();
      return scheduler;
    },
  };
};
