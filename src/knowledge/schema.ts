/** The only schemas of the record: everything in `knowledge/` passes through these, and editors get theirs from them. */

import { z } from "zod";
import { isDay, isLooseDay } from "../model/day.ts";
import { computations, entityKinds, polarities, sourceKinds, statuses, stepKinds, wants } from "../model/record.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write an id: lower-case letters, digits and single hyphens");
const day = z.string().refine(isDay, "write a day that exists, as YYYY-MM-DD");
const looseDay = z.string().refine(isLooseDay, "write a day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY");
const sentence = z.string().trim().min(1, "write it in this language too");
const ids = z.array(id);
const someIds = z.tuple([id], id);
const both = z.strictObject({ en: sentence, fr: sentence });
const bothLists = z.strictObject({ en: z.array(sentence), fr: z.array(sentence) });

const answer = z.strictObject({
  from: day,
  polarity: z.enum(polarities).optional(),
  lead: both,
  facts: someIds,
  silent: z.literal(true).optional(),
});

const fact = z.strictObject({
  text: both,
  date: looseDay,
  known: day,
  status: z.enum(statuses),
  speaker: id.optional(),
  about: someIds,
  asked: bothLists,
  sources: someIds,
  supersededBy: id.optional(),
  note: z.string().optional(),
});

const source = z.strictObject({
  kind: z.enum(sourceKinds),
  publisher: sentence,
  title: sentence,
  url: z.url(),
  published: looseDay.nullable(),
  language: z.string().regex(/^[a-z]{2}$/, "write a two-letter language code"),
  checked: day.nullable(),
  copy: z.literal(true).optional(),
  note: z.string().optional(),
});

const question = z.strictObject({
  wants: z.enum(wants),
  about: ids,
  asked: bothLists,
  answers: z.array(answer),
  computed: z.enum(computations).optional(),
  related: ids.optional(),
  note: z.string().optional(),
});

const misconception = z.strictObject({
  about: someIds,
  asked: bothLists,
  answers: z.array(answer).min(1),
  note: z.string().optional(),
});

const entity = z.strictObject({
  kind: z.enum(entityKinds),
  name: both,
  aliases: bothLists,
  answers: z.array(answer),
  note: z.string().optional(),
});

const step = z.strictObject({ on: day, what: z.enum(stepKinds), due: day.optional(), by: id, fact: id });

const deadline = z.strictObject({
  label: both,
  about: someIds,
  onDue: both,
  steps: z.tuple([step], step),
  note: z.string().optional(),
});

const terms = z.record(id, z.array(sentence).min(1));
const head = z.strictObject({ verified: day });
const hosts = z.array(z.string());

/** One schema for each kind of file, by the folder or the file it is found under. */
export const schemas = { fact, source, question, misconception, entity, deadline, terms, record: head, hosts } as const;

/** The JSON Schema of each kind, for editors: made from the schemas above, never written by hand. */
export const jsonSchemas = (): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { unrepresentable: "any" })]));
