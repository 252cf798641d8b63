/** What the commands about reminders do, the same on every platform; each answers with one line in the asker's language. */

import {
  type Channel,
  type Day,
  dayLived,
  isDay,
  isHour,
  isZone,
  type Language,
  localDay,
  type Ninety,
  occurrenceAfter,
  type ReminderStyle,
  type Reminders,
  type RemindWish,
  reminderStyles,
  remindWords,
  type Store,
  type Subscription,
} from "../../src/index.ts";
import { entryFor, type Today } from "./entry.ts";

export type ManageParts = { readonly ninety: Ninety; readonly store: Store; readonly today: Today; readonly now: () => number };

/** As much of what somebody typed as a reply repeats. */
const echo = (text: string): string => text.slice(0, 40);

const styleOf = (text: string): ReminderStyle | undefined => reminderStyles.find((style) => style === text);

/** Readies the commands over a store. */
export const createReminders = ({ ninety, store, today, now }: ManageParts): Reminders => {
  const present = (zone: string): Day => localDay(now(), zone);
  const lived = ({ clock, zone }: Subscription): Day => dayLived(clock, present(zone), today.at(now()));
  const replays = ({ clock }: Subscription): boolean => clock.kind === "replay" || today.pretended;

  const wrong = ({ at, zone, style, strands, from }: RemindWish, language: Language): string | undefined => {
    if (!isHour(at)) return remindWords.badHour(echo(at))[language];
    if (!isZone(zone)) return remindWords.badZone(echo(zone))[language];
    if (!styleOf(style)) return remindWords.badStyle(echo(style))[language];
    const known = ninety.deadlineStrands();
    const strange = strands.find((strand) => !known.includes(strand));
    if (strange !== undefined) return remindWords.badStrand(echo(strange), known)[language];
    if (from !== undefined && (!isDay(from) || from > today.at(now()))) return remindWords.badDay(echo(from))[language];
    return undefined;
  };

  const withSubscription = async (
    channel: Channel,
    language: Language,
    then: (subscription: Subscription) => Promise<string>,
  ): Promise<string> => {
    const subscription = await store.subscriptions.find(channel);
    return subscription ? then(subscription) : remindWords.notSubscribed[language];
  };

  const start: Reminders["start"] = async (channel, wish, owner, language) => {
    const problem = wrong(wish, language);
    if (problem !== undefined) return problem;
    const { at, zone, from, strands, silent } = wish;
    const style = styleOf(wish.style) ?? "daily";
    const next = occurrenceAfter(now(), at, zone);
    await store.subscriptions.save({
      ...{ platform: channel.platform, workspace: channel.workspace, channel: channel.channel },
      owner,
      at,
      zone,
      language: wish.language,
      style,
      strands,
      silent,
      clock: from === undefined ? { kind: "live" } : { kind: "replay", from, since: next.day, steps: 0 },
      paused: undefined,
      told: undefined,
      missed: 0,
      nextAt: next.at,
      nextDay: next.day,
    });
    return [
      remindWords.started(style, at, zone, next.day)[language],
      ...(from === undefined ? [] : [remindWords.replaying(from)[language]]),
    ].join(" ");
  };

  const pause: Reminders["pause"] = (channel, language) =>
    withSubscription(channel, language, async (subscription) => {
      // a replay stands still while it is paused
      const clock: Subscription["clock"] =
        subscription.clock.kind === "replay"
          ? { ...subscription.clock, from: lived(subscription), since: "9999-12-31", steps: 0 }
          : subscription.clock;
      await store.subscriptions.save({ ...subscription, clock });
      await store.subscriptions.pause(channel, remindWords.byHand[subscription.language]);
      return remindWords.paused[language];
    });

  const resume: Reminders["resume"] = (channel, language) =>
    withSubscription(channel, language, async (subscription) => {
      const { at, zone, clock } = subscription;
      const next = occurrenceAfter(now(), at, zone);
      await store.subscriptions.save({
        ...subscription,
        clock:
          clock.kind === "replay" && subscription.paused !== undefined
            ? { ...clock, from: lived(subscription), since: next.day, steps: 0 }
            : clock,
        paused: undefined,
        missed: 0,
        nextAt: next.at,
        nextDay: next.day,
      });
      return remindWords.resumed(next.day, at, zone)[language];
    });

  const step: Reminders["step"] = (channel, language) =>
    withSubscription(channel, language, async (subscription) => {
      const { clock, told } = subscription;
      if (clock.kind !== "replay") return remindWords.onlyReplay[language];
      const onTheWay = (await store.ledger.of(channel)).some(
        (entry) => entry.channel === channel.channel && (entry.state === "waiting" || entry.state === "claimed"),
      );
      if (onTheWay) return remindWords.stillOnItsWay[language];
      const moved: Subscription = { ...subscription, clock: { ...clock, steps: clock.steps + 1 } };
      const day = lived(moved);
      if (day === lived(subscription)) return remindWords.caughtUp[language];
      const said = ninety.remind({ ...moved, day, told, replay: true, missed: 0 });
      await store.subscriptions.save(said.reminder ? moved : { ...moved, told: said.told });
      const moment = now();
      const slot = `${present(moved.zone)}+${clock.steps + 1}`;
      if (said.reminder)
        await store.ledger.enter([{ subscription: moved, next: { ...moved, told: undefined }, entry: entryFor(moved, slot, day, moment) }]);
      return remindWords.stepped(day, said.reminder !== undefined)[language];
    });

  return {
    start,
    pause,
    resume,
    step,
    stop: async (channel, language) =>
      (await store.subscriptions.remove(channel)) ? remindWords.stopped[language] : remindWords.notSubscribed[language],
    list: async (workspace) => {
      const entries = await store.ledger.of(workspace);
      return (await store.subscriptions.of(workspace)).map((subscription) => ({
        channel: subscription.channel,
        text: (language) => {
          const { style, at, zone, nextDay, paused } = subscription;
          const doubtful = entries.filter(({ channel, state }) => channel === subscription.channel && state === "doubtful").length;
          return [
            remindWords.line(style, at, zone, nextDay, replays(subscription) ? lived(subscription) : undefined, paused)[language],
            ...(doubtful > 0 ? [remindWords.doubtful(doubtful)[language]] : []),
          ].join(" ");
        },
      }));
    },
    preview: async (channel, language) => {
      const subscription = await store.subscriptions.find(channel);
      if (!subscription) return remindWords.notSubscribed[language];
      const day = lived(subscription);
      const { reminder } = ninety.remind({ ...subscription, day, replay: replays(subscription), missed: 0 });
      return reminder?.message ?? remindWords.nothingToday(day)[language];
    },
    dayOf: async (channel) => {
      const subscription = await store.subscriptions.find(channel);
      if (subscription?.clock.kind !== "replay") return { on: today.at(now()), replay: today.pretended };
      return { on: lived(subscription), replay: true };
    },
    export: async (workspace) => {
      const installation = await store.installations.find(workspace).catch(() => undefined);
      return {
        workspace,
        installation: installation ? { by: installation.by, at: installation.at } : null,
        settings: await store.settings.of(workspace),
        subscriptions: await store.subscriptions.of(workspace),
        ledger: await store.ledger.of(workspace),
        closures: await store.closures.of(workspace),
      };
    },
    forget: async (workspace, language) => {
      await store.forget(workspace, "installation");
      return remindWords.forgotten[language];
    },
  };
};
