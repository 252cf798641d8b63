/** What a rule of the record is, and what rules share. */

import type { Both } from "../../model/language.ts";
import type { Answer, Id } from "../../model/record.ts";
import type { Problem, Reading } from "../read.ts";

/** One rule: reads everything, says every breach of it. */
export type Rule = (reading: Reading) => Problem[];

/** An entry with dated answers, whatever its kind. */
type Answering = { readonly kind: "question" | "misconception" | "entity"; readonly id: Id; readonly answers: readonly Answer[] };

/** A sentence that users read, in both languages, and where it stands. */
export type Sentence = { readonly file: string; readonly field: string; readonly text: Both; readonly about: readonly Id[] };

/** The file of an entry, relative to the record. */
export const fileOf = (reading: Reading, kind: string, id: Id): string => reading.files.get(`${kind}/${id}`) ?? `${kind}/${id}`;

/** Every entry that answers, with its dated answers. */
export const answering = ({ knowledge }: Reading): (Answering & { readonly about: readonly Id[] })[] => [
  ...knowledge.questions.map(({ id, answers, about }) => ({ kind: "question" as const, id, answers, about })),
  ...knowledge.misconceptions.map(({ id, answers, about }) => ({ kind: "misconception" as const, id, answers, about })),
  ...knowledge.entities.map(({ id, answers }) => ({ kind: "entity" as const, id, answers, about: [id] })),
];

/** Every sentence of the record that a user may be shown. */
export const sentences = (reading: Reading): Sentence[] => [
  ...reading.knowledge.facts.map(({ id, text, about }) => ({ file: fileOf(reading, "fact", id), field: "text", text, about })),
  ...answering(reading).flatMap(({ kind, id, answers, about }) =>
    answers.map(({ lead }, index) => ({ file: fileOf(reading, kind, id), field: `answers.${index}.lead`, text: lead, about })),
  ),
  ...reading.knowledge.deadlines.flatMap(({ id, label, onDue, about }) => [
    { file: fileOf(reading, "deadline", id), field: "label", text: label, about },
    { file: fileOf(reading, "deadline", id), field: "onDue", text: onDue, about },
  ]),
];
