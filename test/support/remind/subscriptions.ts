/** Subscriptions for tests: builders, so that a test says only what matters to it. */

import { localDay, type Store, type Subscription } from "../../../src/index.ts";

export const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

/** Daily at nine in Paris, live, due at the given moment. */
export const subscription = (over: Partial<Subscription> = {}): Subscription => {
  const nextAt = over.nextAt ?? utc("2026-11-23T08:00:00Z");
  const zone = over.zone ?? "Europe/Paris";
  return {
    platform: "discord",
    workspace: "G1",
    channel: "C1",
    owner: "U1",
    at: "09:00",
    zone,
    language: "en",
    style: "daily",
    strands: [],
    silent: false,
    clock: { kind: "live" },
    paused: undefined,
    told: undefined,
    missed: 0,
    nextAt,
    nextDay: localDay(nextAt, zone),
    ...over,
  };
};

/** So many channels, all due at a moment, each replaying a day of 2020 on which there is something to say. */
export const subscribeMany = async (store: Store, count: number, dueAt: number, prefix = "C"): Promise<void> => {
  const zone = "UTC";
  const day = localDay(dueAt, zone);
  const at = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  for (let index = 0; index < count; index += 1)
    await store.subscriptions.save(
      subscription({
        channel: `${prefix}${index}`,
        zone,
        at,
        nextAt: dueAt,
        nextDay: day,
        clock: { kind: "replay", from: "2020-11-10", since: day, steps: 0 },
      }),
    );
};
