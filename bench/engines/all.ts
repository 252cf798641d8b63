/** The engines that are compared, each read only when it is its turn. */

import type { Engine } from "./engine.ts";

export const engines = {
  "MiniSearch, defaults": async (): Promise<Engine> => (await import("./minisearch.ts")).minisearch,
  "MiniSearch, tuned": async (): Promise<Engine> => (await import("./minisearch-tuned.ts")).minisearchTuned,
  Orama: async (): Promise<Engine> => (await import("./orama.ts")).orama,
  FlexSearch: async (): Promise<Engine> => (await import("./flexsearch.ts")).flexsearch,
  "Fuse.js": async (): Promise<Engine> => (await import("./fuse.ts")).fuse,
  lunr: async (): Promise<Engine> => (await import("./lunr.ts")).lunrEngine,
  "NLP.js": async (): Promise<Engine> => (await import("./nlpjs.ts")).nlpjs,
} as const;
