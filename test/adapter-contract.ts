/**
 * What every adapter must do, whatever its platform: one suite, called once by each adapter's tests.
 * Truth is decided in the core; this suite proves that an adapter neither loses any of it nor adds to it.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../adapters/shared/log.ts";
import { type Language, type Logger, type Message, type Ninety, phrases, plain } from "../src/index.ts";
import { choice, citation, largest, outside, silence, sourced } from "./support/messages.ts";
import { theRecord } from "./support/record.ts";

/** Something said where the bot hears it. `from` "everyone" is a person who addresses everybody, not the bot. */
export type Heard = {
  /** The event's id: two deliveries with the same one are the same event. */
  readonly id: string;
  readonly from: "person" | "self" | "bot" | "everyone";
  readonly text: string;
};

/** The adapter at work against a peer that speaks the platform's protocol. */
export type Live = {
  /** Delivers an event as the platform does; resolves when it is handed over, not when it is answered. */
  readonly deliver: (heard: Heard) => Promise<void>;
  /** The next reply that no call has returned yet, as the words a person sees. Waits for it. */
  readonly nextReply: () => Promise<string>;
  /** How many replies there have been in all. */
  readonly replies: () => number;
  readonly stop: () => Promise<void>;
};

/** A place where messages are posted unasked, each under a key. */
export type Posting = {
  /** Posts under a key as a reminder is posted. The peer takes the first post of a key and then loses its own answer. */
  readonly post: (key: string, message: Message) => Promise<void>;
  /** How many messages stand in the place. */
  readonly posted: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** What the suite needs to know of a platform. `Payload` is what goes over the wire. */
export type Platform<Payload> = {
  readonly name: string;
  /** The folder of the adapter, from the repository's root. */
  readonly folder: string;
  /** Packages that its `render.ts` and `limits.ts` must not load. */
  readonly sdk: RegExp;
  /** A message as it would be sent: fitted to the platform, then rendered. */
  readonly render: (message: Message) => Payload;
  /** A text somebody else wrote, quoted back as the check against the record quotes it. */
  readonly quote: (text: string) => Payload;
  /** Everything a person sees, as they see it: markup taken away, escapes undone. */
  readonly shown: (payload: Payload) => string;
  /** What a notification or a screen reader gets, in the same form. */
  readonly notification: (payload: Payload) => string;
  /** Every address a person can follow or copy, whole. */
  readonly addresses: (payload: Payload) => readonly string[];
  /** What the platform would bring to life: mentions, channel links, masked or bare links. Addresses of listed sources are left out. */
  readonly live: (payload: Payload) => readonly string[];
  /** Each limit of the platform that is broken, in words. */
  readonly problems: (payload: Payload) => readonly string[];
  readonly start: (given: { readonly ninety: Ninety; readonly log: Logger }) => Promise<Live>;
  /** Absent where a platform has no way to post once by itself. */
  readonly posting?: () => Promise<Posting>;
};

const kinds: readonly Message[] = [
  sourced(),
  sourced({ kind: "premise", lead: "No: the suit of August 2020 attacked the other order." }),
  silence(),
  silence({ nearest: [], sources: [] }),
  choice(),
  outside(),
];

/** What people type to see whether a bot can be made to shout. */
export const hostile: readonly string[] = [
  "@everyone look",
  "@@everyoneeveryone",
  "@here",
  "`x` <@everyone> `x`",
  "<@1> <@!1> <@&1> <#1> </ask:1> <t:0:R> <id:guide> <a:party:123456789012345678>",
  "<!channel> <!here> <!subteam^S1>",
  "<https://evil.example|Approve>",
  "[click](https://evil.example)",
  "[x](https://evil.example|hack><!channel>)",
  "&lt;!here&gt;",
  "https://evil.example/bare",
  "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
  "# heading\n> quote\n- list\n1. one\n-# small",
  "\u202egnp.exe \u200b@\u200beveryone \u2066x\u2069",
  "\\<@1> \\\\<@1> \\@everyone",
  "a\ud800b \udc00",
];

const collapse = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The parts of a message's own words, as every platform must show them. */
const parts = (message: Message): string[] =>
  plain(message)
    .split("\n\n")
    .map((part) => collapse(part.replace(/^- /, "")));

/** A record whose engine fails on one word. */
const failingOn = (word: string): Ninety => {
  const ninety = theRecord();
  return {
    ...ninety,
    ask: (inquiry) => {
      if (inquiry.question.includes(word)) throw new Error("the engine broke");
      return ninety.ask(inquiry);
    },
  };
};

/** The suite. Call it once at the top level of an adapter's test file. */
export const adapterContract = <Payload>(platform: Platform<Payload>): void => {
  const { render, shown, notification, addresses, live, problems } = platform;

  describe(`the contract of every adapter: ${platform.name}`, () => {
    describe("what is shown", () => {
      test.each(kinds.map((message, index) => [`${message.kind} ${index}`, message] as const))("1. renders %s", (_name, message) => {
        const payload = render(message);
        expect(problems(payload)).toEqual([]);
        const text = collapse(shown(payload));
        for (const part of parts(message)) expect(text).toContain(part);
      });

      test("2. every source is there with its whole address", () => {
        const sources = [
          citation(),
          citation({
            id: "b",
            url: "https://www.courtlistener.com/docket/17474542/tiktok-inc-v-trump/?order_by=asc&filed_after=2020-09-01#entry-30",
          }),
          citation({ id: "c", url: "https://fr.wikipedia.org/wiki/TikTok_(application)_%C3%A9t%C3%A9?a=*b*&c=_d_|e" }),
        ] as const;
        const found = addresses(render(sourced({ sources })));
        for (const { url } of sources) expect(found).toContain(url);
      });

      test.each([
        ["plain", "x"],
        ["markup", "*"],
        ["ampersands", "&"],
        ["emoji", "👩‍👩‍👧"],
        ["combining marks", "e\u0301\u0323"],
      ])("3. the largest message stays within the limits, in %s", (_name, filler) => {
        for (const facts of [1, 2, 5, 20, 80, 200]) {
          const message = largest(facts, filler);
          const payload = render(message);
          expect(problems(payload)).toEqual([]);
          const whole = new Set(message.sources.map(({ url }) => url));
          const listed = addresses(payload).filter((url) => url.startsWith("https://www.federalregister.gov/"));
          expect(listed.length).toBeGreaterThan(0);
          for (const url of listed) expect(whole).toContain(url);
          expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
          expect(shown(payload).isWellFormed()).toBe(true);
        }
      });

      test.each(kinds.map((message, index) => [`${message.kind} ${index}`, message] as const))(
        "4. a notification of %s is the message itself",
        (_name, message) => {
          const text = collapse(notification(render(message)));
          expect(text.startsWith(collapse(message.lead))).toBe(true);
          for (const part of parts(message)) expect(text).toContain(part);
        },
      );

      test.each(hostile)("5. somebody else's text brings nothing to life: %j", (text) => {
        const payload = platform.quote(text);
        expect(problems(payload)).toEqual([]);
        expect(live(payload)).toEqual([]);
        expect(live(render(silence({ lead: text, nearest: [], sources: [] })))).toEqual([]);
      });
    });

    describe("what it does", () => {
      let running: Live | undefined;
      const lines: string[] = [];
      const start = async (ninety: Ninety): Promise<Live> => {
        lines.length = 0;
        running = await platform.start({ ninety, log: createLog("debug", (line) => void lines.push(line)) });
        return running;
      };
      afterEach(async () => {
        await running?.stop();
        running = undefined;
      });

      const question = "When did the 90-day order expire?";
      const person = (id: string, text: string = question): Heard => ({ id, from: "person", text });

      test("6. it answers neither itself, nor other bots, nor a call to everyone", async () => {
        const bot = await start(theRecord());
        for (const from of ["self", "bot", "everyone"] as const) await bot.deliver({ id: `from-${from}`, from, text: question });
        await bot.deliver(person("from-person"));
        expect(await bot.nextReply()).toContain("2020");
        await bot.deliver(person("from-person-again"));
        await bot.nextReply();
        expect(bot.replies()).toBe(2);
      });

      test("7. the same event is answered once", async () => {
        const bot = await start(theRecord());
        await Promise.all([bot.deliver(person("twice")), bot.deliver(person("twice"))]);
        await bot.nextReply();
        await bot.deliver(person("twice"));
        await bot.deliver(person("another"));
        await bot.nextReply();
        expect(bot.replies()).toBe(2);
      });

      test.each([
        ["en", "When did the boom order expire?"],
        ["fr", "Quand est-ce que le décret boom a expiré ?"],
      ] as const satisfies readonly (readonly [Language, string])[])(
        "8. an exception becomes an apology in the asker's language (%s) and a line in the log, and it lives on",
        async (language, text) => {
          const bot = await start(failingOn("boom"));
          await bot.deliver(person("broken", text));
          expect(collapse(await bot.nextReply())).toContain(phrases.apology[language]);
          const logged = lines.filter((line) => line.includes("the engine broke"));
          expect(logged).toHaveLength(1);
          expect(JSON.parse(logged[0] ?? "{}").level).toBe(50);
          expect(lines.join("")).not.toContain(text);
          await bot.deliver(person("whole"));
          expect(await bot.nextReply()).toContain("2020");
        },
      );

      test.skipIf(!platform.posting)("9. a key is posted at most once, even where the answer to the first post is lost", async () => {
        const place = await platform.posting?.();
        try {
          await place?.post("channel|2020-11-12|due", sourced());
          await place?.post("channel|2020-11-12|due", sourced());
          expect(await place?.posted()).toBe(1);
          await place?.post("channel|2020-11-13|due", sourced());
          expect(await place?.posted()).toBe(2);
        } finally {
          await place?.stop();
        }
      });
    });

    test("10. what renders and measures loads no platform's package", () => {
      const folder = join(import.meta.dirname, "..", platform.folder);
      const files = readdirSync(folder).filter((name) => /^(render|limits)/.test(name));
      expect(files).toEqual(expect.arrayContaining(["limits.ts", "render.ts"]));
      for (const name of files) {
        const text = readFileSync(join(folder, name), "utf8");
        const loaded = [...text.matchAll(/^import\s+(?!type\b)[^;]*?from\s+"([^"]+)"/gm)].map(([, from = ""]) => from);
        expect(loaded.filter((from) => platform.sdk.test(from))).toEqual([]);
      }
    });
  });
};
