/** Where words lie, as `npm run fit` last learnt it from the record. */

import type { Both } from "../model/language.ts";
import en from "./learnt/en.json" with { type: "json" };
import fr from "./learnt/fr.json" with { type: "json" };
import type { Learnt } from "./meaning.ts";

export const learnt: Both<Learnt> = { en, fr };
