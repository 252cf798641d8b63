/** The commands, declared as data in the API's own form. What they do is in `handle/`. */

import { limits } from "./limits.ts";

/** Kinds of commands and options, where they can be used and how they are added. Source: interactions/application-commands. */
const kind = { chat: 1, message: 3 } as const;
const option = { subcommand: 1, string: 3, boolean: 5 } as const;
const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] } as const;

type Option = {
  readonly type: (typeof option)[keyof typeof option];
  readonly name: string;
  readonly name_localizations: { readonly fr: string };
  readonly description: string;
  readonly description_localizations: { readonly fr: string };
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly name_localizations: { readonly fr: string }; readonly value: string }[];
  /** Of a subcommand. */
  readonly options?: readonly Option[];
  readonly autocomplete?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
};

/** A command as it is registered; `default_member_permissions` is set where an administrator's right is needed, and checked again when it comes in. */
export type Command = {
  readonly type: (typeof kind)[keyof typeof kind];
  readonly name: string;
  readonly name_localizations: { readonly fr: string };
  readonly description?: string;
  readonly description_localizations?: { readonly fr: string };
  readonly options?: readonly Option[];
  readonly contexts: readonly (0 | 1 | 2)[];
  readonly integration_types: readonly (0 | 1)[];
  readonly default_member_permissions?: string;
};

const day = (name: string, fr: string, required: boolean, about: string, aboutFr: string): Option => ({
  type: option.string,
  name,
  name_localizations: { fr },
  description: about,
  description_localizations: { fr: aboutFr },
  required,
  min_length: 10,
  max_length: 10,
});

const on = day(
  "on",
  "date",
  false,
  "As of this day, from what was known then: 2020-08-24",
  "À cette date, d'après ce qu'on savait alors : 2020-08-24",
);

const chat = (name: string, fr: string, about: string, aboutFr: string, options: readonly Option[] = []): Command => ({
  type: kind.chat,
  name,
  name_localizations: { fr },
  description: about,
  description_localizations: { fr: aboutFr },
  options,
  ...everywhere,
});

/** The name of the message command, by which it comes in. */
const checkCommand = "Check against the record";

export const commands: readonly Command[] = [
  chat(
    "ask",
    "demander",
    "Ask about the dispute between TikTok and the US government",
    "Poser une question sur le différend entre TikTok et le gouvernement américain",
    [
      {
        type: option.string,
        name: "question",
        name_localizations: { fr: "question" },
        description: "In English or in French; suggestions come as you type",
        description_localizations: { fr: "En français ou en anglais ; des suggestions viennent pendant la saisie" },
        required: true,
        autocomplete: true,
        min_length: 1,
        max_length: limits.question,
      },
      on,
      {
        type: option.boolean,
        name: "private",
        name_localizations: { fr: "privé" },
        description: "Only you see the answer; you can share it afterwards",
        description_localizations: { fr: "Vous seul voyez la réponse ; vous pourrez la partager ensuite" },
        required: false,
      },
    ],
  ),
  chat("deadlines", "échéances", "Every deadline, as it stood on a day", "Toutes les échéances, telles qu'elles étaient à une date", [on]),
  chat("timeline", "chronologie", "What happened between two days", "Ce qui s'est passé entre deux dates", [
    day("from", "début", true, "The first day: 2020-08-01", "La première date : 2020-08-01"),
    day("to", "fin", false, "The last day: 2020-08-31; else the same day", "La dernière date : 2020-08-31 ; sinon la même"),
  ]),
  chat("changes", "nouveautés", "What first became known since a day", "Ce qui a été connu depuis une date", [
    day("since", "depuis", true, "The first day: 2025-01-17", "La première date : 2025-01-17"),
  ]),
  chat("source", "source", "What the record takes from a source", "Ce que le dossier tire d'une source", [
    {
      type: option.string,
      name: "id",
      name_localizations: { fr: "nom" },
      description: "A publisher or a title; suggestions come as you type",
      description_localizations: { fr: "Un éditeur ou un titre ; des suggestions viennent pendant la saisie" },
      required: true,
      autocomplete: true,
      min_length: 1,
      max_length: 100,
    },
  ]),
  chat("help", "aide", "What I do, and what I do not", "Ce que je fais, et ce que je ne fais pas"),
  { type: kind.message, name: checkCommand, name_localizations: { fr: "Vérifier avec le dossier" }, ...everywhere },
];
