/** What is used of NLP.js, which comes without types. */

declare module "@nlpjs/core" {
  export type Container = { readonly use: (plugin: unknown) => unknown };
  export const containerBootstrap: () => Promise<Container>;
}

declare module "@nlpjs/lang-en" {
  export const LangEn: unknown;
}

declare module "@nlpjs/lang-fr" {
  export const LangFr: unknown;
}

declare module "@nlpjs/nlp" {
  import type { Container } from "@nlpjs/core";
  export class Nlp {
    constructor(settings: { readonly container: Container; readonly [setting: string]: unknown });
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      utterance: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}
