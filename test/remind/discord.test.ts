import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../adapters/discord/commands.ts";
import { createRemindCommands } from "../../adapters/discord/remind.ts";
import { remindCommands } from "../../adapters/discord/remind-commands.ts";
import { createReminding, type Reminding } from "../../adapters/remind/main.ts";
import { now } from "../../adapters/shared/clock.ts";
import { createLifecycle } from "../../adapters/shared/lifecycle.ts";
import { createLog } from "../../adapters/shared/log.ts";
import { openStore } from "../../adapters/store/open.ts";
import type { Store } from "../../src/index.ts";
import { type Bot, startBot } from "../support/discord/bot.ts";
import { type Actor, peopleOf } from "../support/discord/people.ts";
import { buttonsOf, shownIn } from "../support/discord/reader.ts";
import { startDiscordServer, type TestDiscord } from "../support/discord/server.ts";
import { specProblems } from "../support/discord/spec.ts";
import { theRecord } from "../support/record.ts";

const manager = { permissions: String((1 << 4) | (1 << 5)) };

describe("/remind and /forget, end to end", () => {
  let discord: TestDiscord;
  let bot: Bot;
  let store: Store;
  let reminding: Reminding;
  let people: ReturnType<typeof peopleOf>;
  beforeAll(async () => {
    discord = await startDiscordServer();
    store = await openStore({});
    const log = createLog("silent");
    const ninety = theRecord();
    reminding = createReminding({ ninety, store, log, life: createLifecycle(log), now, pretended: undefined, keepQuestions: false });
    bot = await startBot(discord, {
      commands: [...commands, ...remindCommands],
      other: createRemindCommands(reminding.reminders, ninety),
      rated: (facts, verdict, { user }) => void reminding.rate(facts, verdict, user),
      today: async ({ workspace = "", channel = "" }) =>
        (await reminding.dayOf({ platform: "discord", workspace, channel })) ?? "2026-10-09",
    });
    people = peopleOf(discord);
  });
  afterAll(async () => {
    await bot.stop();
    await store.close();
    expect(discord.front.sent.flatMap(specProblems)).toEqual([]);
    await discord.stop();
  });

  const options = (given: Readonly<Record<string, string | boolean>>) =>
    Object.entries(given).map(([name, value]) => ({ name, type: typeof value === "boolean" ? 5 : 3, value }));
  const remind = async (sub: string, given: Readonly<Record<string, string | boolean>> = {}, actor: Actor = manager): Promise<string> => {
    const got = await people.interact(
      { type: 2, data: { id: "1", name: "remind", type: 1, options: [{ name: sub, type: 1, options: options(given) }] } },
      actor,
    );
    expect(got.body.flags & 64, "seen by the asker alone").toBe(64);
    return shownIn(got.body);
  };
  const here = () => ({ platform: "discord", workspace: discord.guild, channel: discord.channel });

  test("start, list, preview, pause, resume, step, stop", async () => {
    expect(await remind("start", { hour: "09:00", zone: "Europe/Paris", from: "2020-11-13", style: "daily", silent: true })).toMatch(
      /This channel will be told every day .* It lives again from 13 November 2020/,
    );
    expect(await store.subscriptions.find(here())).toMatchObject({ owner: discord.ann, language: "en", silent: true });
    expect(await remind("list")).toContain(`<#${discord.channel}>`);
    expect(await remind("preview")).toMatch(/Replay of 13 November 2020.*[\s\S]*Moved from 12 to 27 November 2020/);
    expect(await remind("pause")).toMatch(/Paused/);
    expect(await remind("resume")).toMatch(/Resumed/);
    expect(await remind("step")).toMatch(/It is now 14 November 2020 here/);
    expect(await remind("stop")).toMatch(/not be told any more/);
  });

  test("in French where the client is", async () => {
    expect(await remind("start", { hour: "09:00", zone: "Europe/Paris" }, { ...manager, locale: "fr" })).toMatch(
      /^Ce salon sera averti chaque jour/,
    );
    expect(await store.subscriptions.find(here())).toMatchObject({ language: "fr" });
  });

  test("what was typed wrong is said in one line", async () => {
    expect(await remind("start", { hour: "25:00", zone: "Europe/Paris" })).toBe('"25:00" is not an hour: write it as 09:00.');
  });

  test("in a channel that lives the past, questions are answered as of its day", async () => {
    await remind("start", { hour: "09:00", zone: "Europe/Paris", from: "2020-11-20" });
    const shown = shownIn((await people.command("ask", { question: "When does the 90-day order expire?" })).body);
    expect(shown).toMatch(/27 November 2020/);
    expect(shown).toMatch(/20 November 2020/);
    expect(shown).not.toMatch(/\b4 December/);
  });

  test("an interaction forged without the right changes nothing", async () => {
    const before = await store.subscriptions.find(here());
    expect(await remind("stop", {}, { permissions: "2048" })).toMatch(/permission you do not have/);
    expect(await store.subscriptions.find(here())).toEqual(before);
    const got = await people.interact(
      { type: 2, data: { id: "1", name: "forget", type: 1, options: [{ name: "sure", type: 5, value: true }] } },
      { permissions: String(1 << 4) },
    );
    expect(shownIn(got.body)).toMatch(/permission you do not have/);
    expect(await store.subscriptions.find(here())).toEqual(before);
  });

  test("zones and strands are suggested as one types", async () => {
    const type = async (option: string, typed: string) =>
      (
        await people.interact(
          {
            type: 4,
            data: {
              id: "1",
              name: "remind",
              type: 1,
              options: [{ name: "start", type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] }],
            },
          },
          manager,
        )
      ).choices.map(({ value }) => value);
    expect(await type("zone", "new y")).toEqual(["America/New_York"]);
    expect(await type("zone", "paris")).toEqual(["Europe/Paris"]);
    expect((await type("zone", "")).length).toBe(25);
    expect(await type("only", "90")).toEqual(["90-day-order"]);
  });

  test("what readers think of a reply is counted by fact, once for each of them, and shared replies can be judged too", async () => {
    const got = await people.command("ask", { question: "When did the 90-day order expire?", private: true });
    const wrong = buttonsOf(got.body).find(({ label }) => label === "Wrong")?.custom_id ?? "";
    expect(wrong.length).toBeLessThanOrEqual(100);
    for (const user of ["1001", "1001", "1002"])
      expect(shownIn((await people.press(got, wrong, { user })).body)).toMatch(/Noted for the curators/);
    const counts = await store.feedback.list();
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.every(({ verdict, times }) => verdict === "wrong" && times === 2)).toBe(true);
    expect(counts.every(({ fact }) => theRecord().base.fact(fact) !== undefined)).toBe(true);
    const shared = await people.press(got, "share");
    expect(buttonsOf(shared.body).map(({ label }) => label)).toEqual(expect.arrayContaining(["Helpful", "Wrong", "Out of date"]));
  });

  test("/forget deletes everything about the server, once one is sure", async () => {
    const forget = async (sure: boolean) =>
      shownIn(
        (
          await people.interact(
            { type: 2, data: { id: "1", name: "forget", type: 1, options: [{ name: "sure", type: 5, value: sure }] } },
            manager,
          )
        ).body,
      );
    expect(await forget(false)).toMatch(/Nothing was deleted/);
    expect(await store.subscriptions.find(here())).toBeDefined();
    expect(await forget(true)).toMatch(/is deleted/);
    expect(await store.subscriptions.find(here())).toBeUndefined();
  });
});
