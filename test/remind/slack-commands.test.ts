import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReminding } from "../../adapters/remind/main.ts";
import { now } from "../../adapters/shared/clock.ts";
import { createLifecycle } from "../../adapters/shared/lifecycle.ts";
import { createLog } from "../../adapters/shared/log.ts";
import type { Payload } from "../../adapters/slack/limits.ts";
import { createRemindCommands } from "../../adapters/slack/remind.ts";
import { openStore } from "../../adapters/store/open.ts";
import type { Store } from "../../src/index.ts";
import { type Bot, startBot, tokenKey } from "../slack/support/bot.ts";
import { command, general, press } from "../slack/support/events.ts";
import { createPeer, type Peer, seeded } from "../slack/support/peer.ts";
import { shownIn } from "../slack/support/screen.ts";
import { theRecord } from "../support/record.ts";

describe("/ninety remind and /ninety forget, end to end", () => {
  let peer: Peer;
  let bot: Bot;
  let store: Store;
  let users = 0;
  beforeEach(async () => {
    peer = await createPeer();
    store = await openStore({ key: tokenKey });
    const log = createLog("silent");
    const ninety = theRecord();
    const reminding = createReminding({ ninety, store, log, life: createLifecycle(log), now, pretended: undefined, keepQuestions: true });
    bot = await startBot(peer, {
      store,
      other: createRemindCommands(reminding.reminders, ninety, store),
      dayOf: (workspace, channel) => reminding.dayOf({ platform: "slack", workspace, channel }),
      rated: (facts, verdict, reader) => void reminding.rate(facts, verdict, reader),
      heard: (question, message, asker) => void reminding.keepGap(question, message, asker, now()),
    });
  });
  afterEach(async () => {
    await bot.stop();
    await store.close();
    await peer.close();
  });

  const type = async (text: string, over: Record<string, string> = {}): Promise<string> => {
    users += 1;
    await bot.deliver(command(text, { response_url: peer.responseUrl(), trigger_id: `r${users}`, user_id: `UR${users}`, ...over }));
    return shownIn((await peer.next("respond")).body as unknown as Payload);
  };
  const here = { platform: "slack", workspace: seeded.team, channel: general };

  test("start with words in any order, list, preview, pause, resume, step, stop", async () => {
    expect(await type("remind start 8:30 Europe/Paris milestones from 2020-11-13")).toMatch(
      /at 08:30 \(Europe\/Paris\).*It lives again from 13 November 2020/,
    );
    expect(await store.subscriptions.find(here)).toMatchObject({
      at: "08:30",
      style: "milestones",
      language: "en",
      clock: { kind: "replay" },
    });
    expect(await type("remind list")).toContain(`→ ${general}`);
    expect(await type("remind preview")).toMatch(/Replay of 13 November 2020/);
    expect(await type("remind pause")).toMatch(/Paused/);
    expect(await type("remind resume")).toMatch(/Resumed/);
    expect(await type("remind step")).toMatch(/14 November 2020/);
    expect(await type("remind stop")).toMatch(/not be told any more/);
    expect(await type("remind")).toMatch(/No channel here has reminders/);
  });

  test("in French, with only one strand", async () => {
    await type("rappel commencer 9h00 Europe/Paris français 90-day-order");
    expect(await store.subscriptions.find(here)).toMatchObject({ at: "09:00", language: "fr", strands: ["90-day-order"] });
  });

  test("what was typed wrong is said, with what there is", async () => {
    expect(await type("remind start at 9:00 Europe/Atlantis")).toMatch(/"Europe\/Atlantis" is not a time zone/);
    expect(await type("remind start 9:00 football")).toMatch(/no deadlines in "football"/);
    expect(await type("remind dance")).toMatch(/remind start 09:00 Europe\/Paris/);
    expect(await store.subscriptions.find(here)).toBeUndefined();
  });

  test("where somebody is known to have installed the bot, only they may change reminders", async () => {
    await store.installations.save({ platform: "slack", workspace: seeded.team, by: "UBOSS", at: 1, secret: "{}" });
    expect(await type("remind start 9:00 Europe/Paris")).toMatch(/Only those who may/);
    expect(await type("forget yes")).toMatch(/Only those who may/);
    expect(await type("remind start 9:00 Europe/Paris", { user_id: "UBOSS" })).toMatch(/will be told/);
    expect(await type("remind list")).toMatch(/at 09:00/);
  });

  test("in a channel that lives the past, questions are answered as of its day, and say so", async () => {
    await type("remind start 9:00 Europe/Paris from 2020-11-20");
    const shown = await type("when does the 90-day order expire?");
    expect(shown).toMatch(/27 November 2020/);
    expect(shown).toMatch(/As of 20 November 2020/);
    expect(shown).not.toMatch(/\b4 December/);
  });

  test("what readers think of a reply is counted by fact, once for each of them", async () => {
    users += 1;
    await bot.deliver(
      command("when did the 90-day order expire?", { response_url: peer.responseUrl(), trigger_id: `r${users}`, user_id: "UX" }),
    );
    const { blocks } = (await peer.next("respond")).body as unknown as Payload;
    const button = blocks
      .flatMap((block) => (block.type === "actions" ? block.elements : []))
      .find((element) => element.type === "button" && element.text.text === "Out of date");
    for (const user of ["UX", "UX", "UY"]) {
      users += 1;
      const action = { type: "button", action_id: button?.action_id, value: button?.type === "button" ? button.value : "" };
      await bot.deliver(
        press(action, { response_url: peer.responseUrl(), trigger_id: `r${users}`, user: { id: user, team_id: seeded.team } }),
      );
      expect(shownIn((await peer.next("respond")).body as unknown as Payload)).toMatch(/Noted for the curators/);
    }
    const counts = await store.feedback.list();
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.every(({ verdict, times }) => verdict === "outdated" && times === 2)).toBe(true);
  });

  test("forget deletes everything but what lets the bot work there", async () => {
    await store.installations.save({ platform: "slack", workspace: seeded.team, by: null, at: 1, secret: "{}" });
    await type("remind start 9:00 Europe/Paris");
    expect(await type("forget")).toMatch(/Nothing was deleted.*\/ninety forget yes/);
    expect(await type("forget yes")).toMatch(/is deleted/);
    expect(await store.subscriptions.of(here)).toEqual([]);
    expect(await store.installations.find(here)).toBeDefined();
  });
});
