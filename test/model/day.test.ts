import { describe, expect, test } from "vitest";
import { addDays, daysBetween, firstDay, isDay, isLooseDay, lastDay } from "../../src/model/day.ts";

describe("isDay", () => {
  test.each(["2020-08-14", "2024-02-29"])("%s is a day", (day) => expect(isDay(day)).toBe(true));
  test.each(["2021-02-29", "2020-13-01", "2020-8-14", "14/08/2020", "", "2020-08-14T00:00"])("%s is not", (day) =>
    expect(isDay(day)).toBe(false),
  );
});

test("a loose day is a day, a month or a year that exists", () => {
  expect(["2020", "2020-09", "2020-09-18"].every(isLooseDay)).toBe(true);
  expect(["20", "2020-13", "2020-09-31", "September 2020"].some(isLooseDay)).toBe(false);
});

test("the first and last day of a month and of a year", () => {
  expect([firstDay("2020-09"), lastDay("2020-09"), lastDay("2024-02")]).toEqual(["2020-09-01", "2020-09-30", "2024-02-29"]);
  expect([firstDay("2017"), lastDay("2017"), firstDay("2020-08-14")]).toEqual(["2017-01-01", "2017-12-31", "2020-08-14"]);
});

test("90 days after 14 August 2020 is 12 November 2020, 45 days after 6 August is 20 September", () => {
  expect(addDays("2020-08-14", 90)).toBe("2020-11-12");
  expect(addDays("2020-08-06", 45)).toBe("2020-09-20");
  expect(daysBetween("2020-08-14", "2020-11-12")).toBe(90);
  expect(daysBetween("2020-11-12", "2020-08-14")).toBe(-90);
});
