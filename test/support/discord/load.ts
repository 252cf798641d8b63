/** Many people asking at the same moment, and how each was served. */

import { generateSnowflake } from "discord-digital-twin";
import { interactionOf } from "./people.ts";
import type { TestDiscord } from "./server.ts";

/** How one of them was served: milliseconds from the delivery to the first response and to the answer, and whether it was announced first. */
export type Served = { readonly first: number; readonly answered: number; readonly deferred: boolean };

const callback = /^\/interactions\/(\d+)\/[^/]+\/callback$/;
const edit = /^\/webhooks\/\d+\/token-(\d+)\/messages/;

/**
 * Delivers as many `/ask` as there are questions, each from somebody else in another channel, all at once; resolves when all are answered.
 * The front answers in the twin's place, so that the twin's database is not what is measured.
 */
export const volley = (discord: TestDiscord, questions: readonly string[]): Promise<readonly Served[]> =>
  new Promise((resolve) => {
    const born = new Map<string, number>();
    const firsts = new Map<string, { at: number; deferred: boolean }>();
    const served: Served[] = [];
    discord.front.answerInstead = ({ method, path, body }) => {
      const opened = callback.exec(path)?.[1];
      const completed = method === "PATCH" ? edit.exec(path)?.[1] : undefined;
      const id = opened ?? completed;
      if (id === undefined) return undefined;
      const at = performance.now() - (born.get(id) ?? 0);
      const deferred = opened !== undefined && (body as { type: number }).type === 5;
      if (opened !== undefined) firsts.set(id, { at, deferred });
      if (!deferred) {
        const first = firsts.get(id);
        served.push({ first: first?.at ?? at, answered: at, deferred: completed !== undefined });
        if (served.length === questions.length) {
          discord.front.answerInstead = undefined;
          // the last answer is still to be written
          setImmediate(() => resolve(served));
        }
      }
      return completed === undefined ? { status: 204 } : { status: 200, body: { id: "1" } };
    };
    for (const question of questions) {
      const data = { id: "1", name: "ask", type: 1, options: [{ name: "question", type: 3, value: question }] };
      const packet = interactionOf(discord, { type: 2, data }, { user: generateSnowflake(), channel: generateSnowflake() });
      born.set(packet.id, performance.now());
      discord.gateway.broadcast("INTERACTION_CREATE", packet);
    }
  });

/** The value that a share of all are at or under. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
