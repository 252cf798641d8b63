import { describe, expect, test } from "vitest";
import { isHour, isZone, occurrenceAfter, occurrenceFrom } from "../../src/index.ts";

const zones = Intl.supportedValuesOf("timeZone");
const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
/** The local day and the local hour of a moment. */
const local = (at: number, zone: string): readonly [string, string] => {
  const said = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ smallestUnit: "minute" });
  return [said.slice(0, 10), said.slice(11, 16)];
};

const year = 2026;
const changesIn = (zone: string): Temporal.ZonedDateTime[] => {
  const changes: Temporal.ZonedDateTime[] = [];
  let at = Temporal.PlainDate.from(`${year}-01-01`).toZonedDateTime(zone).getTimeZoneTransition("next");
  while (at && at.year === year) {
    changes.push(at);
    at = at.getTimeZoneTransition("next");
  }
  return changes;
};
const dst = zones.map((zone) => ({ zone, changes: changesIn(zone) })).filter(({ changes }) => changes.length > 0);

/** The hours that matter in a zone: morning, and around each change, just before, inside what is skipped or doubled, and after. */
const hoursOf = (changes: readonly Temporal.ZonedDateTime[]): string[] => {
  const near = changes.flatMap((change) =>
    [0, 30].map((minutes) => change.add({ minutes }).toPlainTime().toString({ smallestUnit: "minute" })),
  );
  const before = changes.map((change) =>
    change.subtract({ nanoseconds: 1 }).add({ minutes: 0 }).toPlainTime().add({ minutes: 31 }).toString({ smallestUnit: "minute" }),
  );
  return [...new Set(["09:00", ...near, ...before])];
};

describe("a year of days in every zone that changes its clocks", () => {
  test("there are such zones, and they were all tried", () => {
    expect(dst.length).toBeGreaterThan(100);
  });

  /** Walks from occurrence to occurrence over some days, and says what is wrong. */
  const walk = (
    zone: string,
    changes: readonly Temporal.ZonedDateTime[],
    hour: string,
    first: Temporal.PlainDate,
    days: number,
  ): string[] => {
    const leapt = (day: Temporal.PlainDate): boolean =>
      changes.some((change) => change.toPlainDate().equals(day) || change.subtract({ nanoseconds: 1 }).toPlainDate().equals(day));
    const wrong: string[] = [];
    let moment = occurrenceFrom(first.toString(), hour, zone);
    for (let count = 0; count < days; count += 1) {
      const day = first.add({ days: count });
      const [date, said] = local(moment.at, zone);
      if (moment.day !== day.toString() || date !== moment.day) wrong.push(`${zone} ${hour} ${day}: ${moment.day}`);
      if (said !== hour && !leapt(day)) wrong.push(`${zone} ${hour} ${day}: at ${said}`);
      const next = occurrenceAfter(moment.at, hour, zone);
      if (next.at <= moment.at) wrong.push(`${zone} ${hour} ${day}: does not move on`);
      moment = next;
    }
    return wrong;
  };

  test("one occurrence for each local day of the year, in order, at the hour", () => {
    const first = Temporal.PlainDate.from(`${year}-01-01`);
    expect(dst.flatMap(({ zone, changes }) => walk(zone, changes, "09:00", first, 365))).toEqual([]);
  });

  test("the same for the hours around each change, skipped and doubled ones too", () => {
    const wrong = dst.flatMap(({ zone, changes }) =>
      hoursOf(changes).flatMap((hour) =>
        changes.flatMap((change) => walk(zone, changes, hour, change.toPlainDate().subtract({ days: 3 }), 7)),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the hard hours", () => {
  test.each([
    ["Europe/Paris", "02:30", "2026-03-29", "2026-03-29T01:30:00Z", "skipped: as much later as the clocks leap"],
    ["Europe/Paris", "02:30", "2026-10-25", "2026-10-25T00:30:00Z", "doubled: the first time"],
    ["America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30:00Z", "skipped"],
    ["America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z", "doubled"],
    [
      "America/Scoresbysund",
      "23:00",
      "2026-03-28",
      "2026-03-29T00:00:00Z",
      "skipped up to midnight: as much earlier, so that the day is not lost",
    ],
    ["America/Havana", "00:00", "2026-03-08", "2026-03-08T05:00:00Z", "midnight itself skipped"],
    ["Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00Z", "half an hour skipped"],
  ])("%s at %s on %s", (zone, hour, day, expected) => {
    expect(occurrenceFrom(day, hour, zone)).toEqual({ at: utc(expected), day });
  });
  test("a day that a zone leapt over whole has no occurrence", () => {
    expect(occurrenceFrom("2011-12-30", "09:00", "Pacific/Apia").day).toBe("2011-12-31");
    expect(occurrenceAfter(occurrenceFrom("2011-12-29", "09:00", "Pacific/Apia").at, "09:00", "Pacific/Apia").day).toBe("2011-12-31");
  });
  test("hours and zones as people type them", () => {
    expect(["09:00", "23:59", "00:00"].map(isHour)).toEqual([true, true, true]);
    expect(["9", "24:00", "09:60", "9am", ""].map(isHour)).toEqual([false, false, false, false, false]);
    expect(["Europe/Paris", "UTC", "america/new_york"].map(isZone)).toEqual([true, true, true]);
    expect(["+02:00", "Mars/Olympus", "", "Paris"].map(isZone)).toEqual([false, false, false, false]);
  });
});
