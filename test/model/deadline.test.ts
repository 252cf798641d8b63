import { describe, expect, test } from "vitest";
import { standing } from "../../src/model/deadline.ts";
import type { Deadline } from "../../src/model/record.ts";

const chain: Deadline = {
  id: "sale",
  label: { en: "Sale", fr: "Vente" },
  about: ["order"],
  onDue: { en: "-", fr: "-" },
  steps: [
    { on: "2020-08-14", what: "set", due: "2020-11-12", by: "a", fact: "f" },
    { on: "2020-11-13", what: "moved", due: "2020-11-27", by: "a", fact: "f" },
    { on: "2020-11-25", what: "moved", due: "2020-12-04", by: "a", fact: "f" },
    { on: "2020-12-05", what: "lapsed", by: "a", fact: "f" },
    { on: "2025-09-25", what: "overtaken", by: "a", fact: "f" },
  ],
};

describe("standing", () => {
  test("nothing stands before a deadline is set", () => expect(standing(chain, "2020-08-13")).toBeUndefined());
  test.each([
    ["2020-08-14", "pending", "2020-11-12", 90],
    ["2020-08-24", "pending", "2020-11-12", 80],
    ["2020-11-12", "pending", "2020-11-12", 0],
    ["2020-11-13", "pending", "2020-11-27", 14],
    ["2020-12-04", "pending", "2020-12-04", 0],
    ["2020-12-05", "lapsed", "2020-12-04", null],
    ["2025-09-25", "overtaken", "2020-12-04", null],
  ] as const)("on %s it is %s, due %s, %s days left", (day, state, due, daysLeft) =>
    expect(standing(chain, day)).toMatchObject({ state, due, daysLeft }),
  );
  test("as of a day, no later step is known", () =>
    expect(standing(chain, "2020-11-20")?.history.map(({ on }) => on)).toEqual(["2020-08-14", "2020-11-13"]));
  test("a date that passes with nothing said has lapsed", () =>
    expect(standing({ ...chain, steps: [chain.steps[0]] }, "2020-11-13")).toMatchObject({ state: "lapsed", daysLeft: null }));
});
