import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKeepGap } from "../../adapters/remind/gaps.ts";
import { openStore } from "../../adapters/store/open.ts";
import { gaps } from "../../adapters/terminal/gaps.ts";
import { normalised, type Store } from "../../src/index.ts";
import { silence, sourced } from "../support/messages.ts";

const day = 86_400_000;

describe("unanswered questions", () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({});
  });
  afterEach(async () => {
    await store.close();
    vi.restoreAllMocks();
  });

  test("are not kept unless that is switched on", async () => {
    await createKeepGap(store, false)("Who owns the algorithm?", silence(), "U1", 1);
    expect(await store.gaps.list(1)).toEqual([]);
  });

  test("are kept in one way of writing, counted, and shown from two askers on; what was answered is not kept", async () => {
    const keep = createKeepGap(store, true);
    await keep("Who owns the ALGORITHM?", silence(), "U1", 1);
    await keep("who owns the algorithm", silence(), "U1", 2);
    expect(await store.gaps.list(2)).toEqual([]);
    await keep("Who owns the algorithm??", silence(), "U2", 3);
    await keep("Who signed it?", sourced(), "U1", 3);
    expect(await store.gaps.list(2)).toEqual([{ question: "who owns the algorithm", language: "en", times: 3, askers: 2 }]);
  });

  test("expire ninety days after they were last asked", async () => {
    const keep = createKeepGap(store, true);
    await keep("old question", silence(), "U1", 0);
    await keep("old but asked again", silence(), "U1", 0);
    await keep("old but asked again", silence(), "U1", 50 * day);
    await keep("new question", silence(), "U1", 91 * day);
    expect((await store.gaps.list(1)).map(({ question }) => question).sort()).toEqual(["new question", "old but asked again"]);
  });

  test("nothing in them points to a person or a place", () => {
    expect(
      normalised("<@U123> ask ann@example.org or @bob about https://example.org/x?y=1, tel. +33 6 12 34 56 78: is TikTok banned?"),
    ).toBe("ask or about tel is tiktok banned");
    expect(normalised("a ".repeat(300))).toBe("");
    expect(normalised("<#C1>")).toBe("");
  });

  test("the command lists them, most asked first, with what readers said of facts; and says how to keep them", async () => {
    const said: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
    await gaps(store, [], false);
    expect(said.join()).toMatch(/NINETY_KEEP_QUESTIONS=1/);
    const keep = createKeepGap(store, true);
    for (const asker of ["U1", "U2", "U3"]) await keep("who owns it", silence(), asker, 1);
    for (const asker of ["U1", "U2"]) await keep("who pays", silence(), asker, 1);
    await store.feedback.count(["eo-14166", "eo-14258", "eo-14166"], "wrong");
    await store.feedback.count(["eo-14166"], "wrong");
    said.length = 0;
    await gaps(store, [], true);
    expect(said).toEqual([
      "3 times, 3 askers  [en] who owns it",
      "2 times, 2 askers  [en] who pays",
      "2 times wrong  eo-14166",
      "1 times wrong  eo-14258",
    ]);
    await expect(gaps(store, ["--weird"], true)).rejects.toThrow(/Unknown option/);
  });
});
