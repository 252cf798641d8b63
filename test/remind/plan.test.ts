import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../src/model/day.ts";
import { standing } from "../../src/model/deadline.ts";
import type { Deadline, Step } from "../../src/model/record.ts";
import type { ReminderPlan, ReminderStyle, Told } from "../../src/model/reminder.ts";
import { plan } from "../../src/remind/plan.ts";

const step = (on: Day, what: Step["what"], due?: Day): Step => ({ on, what, by: "somebody", fact: `fact-${on}`, ...(due ? { due } : {}) });

const deadline = (id: string, first: Step, ...more: readonly Step[]): Deadline => ({
  id,
  label: { en: id, fr: id },
  about: [],
  onDue: { en: "", fr: "" },
  steps: [first, ...more],
});

const sale = deadline(
  "sale",
  step("2020-08-14", "set", "2020-11-12"),
  step("2020-11-13", "moved", "2020-11-27"),
  step("2020-11-25", "moved", "2020-12-04"),
  step("2020-12-04", "lapsed"),
);

const planOn = (record: readonly Deadline[], day: Day, told: Told | undefined, style: ReminderStyle = "daily"): ReminderPlan =>
  plan(
    record.flatMap((one) => standing(one, day) ?? []),
    told,
    style,
    day,
  );

/** What is said from day to day by a channel that is looked at on the given days only. */
const live = (record: readonly Deadline[], days: readonly Day[], style: ReminderStyle = "daily"): [Day, ...string[]][] => {
  let told: Told | undefined;
  return days.map((day) => {
    const planned = planOn(record, day, told, style);
    told = planned.told;
    return [
      day,
      ...planned.notices.map(({ kind, standing: { due, daysLeft } }) => `${kind} ${due} ${daysLeft}`),
      ...(planned.none ? ["none"] : []),
    ];
  });
};

const stretch = (from: Day, to: Day): Day[] => (from > to ? [] : [from, ...stretch(addDays(from, 1), to)]);

describe("what is worth saying", () => {
  test("every day counts down; what moved is said on the day it is known; the end is said once, then nothing", () => {
    expect(live([sale], stretch("2020-11-11", "2020-11-14"))).toEqual([
      ["2020-11-11", "pending 2020-11-12 1"],
      ["2020-11-12", "pending 2020-11-12 0"],
      ["2020-11-13", "moved 2020-11-27 14"],
      ["2020-11-14", "pending 2020-11-27 13"],
    ]);
    expect(live([sale], stretch("2020-12-03", "2020-12-07"))).toEqual([
      ["2020-12-03", "pending 2020-12-04 1"],
      ["2020-12-04", "lapsed 2020-12-04 null"],
      ["2020-12-05"],
      ["2020-12-06"],
      ["2020-12-07"],
    ]);
  });

  test("a date that passes with nothing said has passed, once, even where a step says so later", () => {
    const spoken = deadline("spoken", step("2020-08-03", "set", "2020-09-15"), step("2020-09-18", "lapsed"));
    expect(live([spoken], stretch("2020-09-15", "2020-09-19"))).toEqual([
      ["2020-09-15", "pending 2020-09-15 0"],
      ["2020-09-16", "lapsed 2020-09-15 null"],
      ["2020-09-17"],
      ["2020-09-18"],
      ["2020-09-19"],
    ]);
  });

  test("that nothing is pending is said on the first message alone", () => {
    expect(live([sale], stretch("2021-01-01", "2021-01-03"))).toEqual([["2021-01-01", "none"], ["2021-01-02"], ["2021-01-03"]]);
    expect(live([], ["2019-01-01", "2019-01-02"])).toEqual([["2019-01-01", "none"], ["2019-01-02"]]);
  });

  test("days on which nothing could be sent are folded: every step since is news", () => {
    const [, after] = live([sale], ["2020-11-10", "2020-11-26"]);
    expect(after).toEqual(["2020-11-26", "moved 2020-12-04 8"]);
    const told = planOn([sale], "2020-11-10", undefined).told;
    expect(planOn([sale], "2020-11-26", told).notices[0]?.news.map(({ due }) => due)).toEqual(["2020-11-27", "2020-12-04"]);
  });

  test("milestones: on round numbers and on changes only, and made up for after an outage", () => {
    const said = live([sale], stretch("2020-08-15", "2020-11-12"), "milestones").filter(([, ...rest]) => rest.length > 0);
    expect(said.map(([, text]) => text?.split(" ").at(-1))).toEqual(["89", "60", "30", "14", "7", "3", "1", "0"]);
    expect(live([sale], ["2020-09-01", "2020-09-20", "2020-09-21"], "milestones")).toEqual([
      ["2020-09-01", "pending 2020-11-12 72"],
      ["2020-09-20", "pending 2020-11-12 53"],
      ["2020-09-21"],
    ]);
  });

  test("changes only", () => {
    const said = live([sale], stretch("2020-11-01", "2020-12-10"), "changes").filter(([, ...rest]) => rest.length > 0);
    expect(said.map(([day]) => day)).toEqual(["2020-11-01", "2020-11-13", "2020-11-25", "2020-12-04"]);
  });

  test("a step that curators add late is told where it changes how things stand, and kept quiet where it only completes the past", () => {
    const told = planOn([deadline("sale", sale.steps[0])], "2020-11-11", undefined).told;
    const late = deadline("sale", sale.steps[0], step("2020-11-05", "moved", "2020-11-20"));
    expect(planOn([late], "2020-11-12", told).notices.map(({ kind }) => kind)).toEqual(["moved"]);

    const ended = planOn([sale], "2021-02-01", undefined).told;
    const completed = deadline("sale", sale.steps[0], step("2020-09-01", "moved", "2020-11-12"), ...sale.steps.slice(1));
    expect(planOn([completed], "2021-02-02", ended).notices).toEqual([]);
    const old = deadline("old", step("2019-01-01", "set", "2019-02-01"));
    expect(planOn([sale, old], "2021-02-02", ended).notices).toEqual([]);
    const fresh = deadline("fresh", step("2021-01-20", "set", "2021-03-01"));
    expect(planOn([sale, fresh], "2021-02-02", ended).notices.map(({ kind }) => kind)).toEqual(["set"]);
  });

  test("a date that the record corrects is told as a correction", () => {
    const wrong = deadline("sale", step("2020-08-14", "set", "2020-11-02"), step("2020-08-20", "moved", "2020-11-12"));
    const told = planOn([wrong], "2020-09-01", undefined).told;
    const right = deadline("sale", step("2020-08-14", "set", "2020-11-02"));
    expect(planOn([right], "2020-09-02", told).notices.map(({ kind, standing: { due } }) => [kind, due])).toEqual([
      ["corrected", "2020-11-02"],
    ]);
  });

  test("changes come first, each group the next due first", () => {
    const near = deadline("near", step("2020-08-01", "set", "2020-11-14"));
    expect(live([near, sale], ["2020-11-12", "2020-11-13"])[1]).toEqual(["2020-11-13", "moved 2020-11-27 14", "pending 2020-11-14 1"]);
  });
});
