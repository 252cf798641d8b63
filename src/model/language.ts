/** The two languages of the record. */
export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

/** The same thing in both languages. */
export type Both<T = string> = { readonly en: T; readonly fr: T };
