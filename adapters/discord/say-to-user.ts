/** Something the person who asked can mend. */

import type { Language } from "../../src/index.ts";

/** Told to the asker alone, in one line, with the way out. Never logged as an error. */
export class SayToUser extends Error {
  override readonly name = "SayToUser";
  readonly text: Readonly<Record<Language, string>>;
  constructor(text: Readonly<Record<Language, string>>) {
    super(text.en);
    this.text = text;
  }
}
