/** Questions of several parts: "That was the plan. Will it hold?", "What is CFIUS and why does it get a say?" */

/** A clause with fewer words than this is no question of its own. */
const shortest = 4;

/** Where one part ends and the next begins: at a stop, a dash, or an "and" before a question word. */
const boundary =
  /(?<=[,:;.!?…])\s+|\s+[–—-]\s+|\s+(?:and|but|or|et|mais|ou)\s+(?=(?:why|how|who|what|when|where|which|is|are|was|were|will|would|can|could|did|does|do|has|pourquoi|comment|qui|que|qu'|quand|quel|quelle|est-ce|peut|va)\b)/i;

/** A part of a question, and the rest of it, which it may lean on. */
export type Clause = { readonly text: string; readonly rest: string };

/** The parts of a question that may be questions of their own, the last first, since that is where most people ask; none where there is but one part. */
export const clauses = (text: string): Clause[] => {
  const parts = text.trim().split(boundary);
  if (parts.length < 2) return [];
  return parts
    .map((part, place) => ({ text: part, rest: parts.filter((_, other) => other !== place).join(" ") }))
    .filter((clause) => clause.text.split(/\s+/).length >= shortest)
    .reverse();
};

/** Where a sentence or one of its asides ends. */
const stop = /(?<=[,:;.!?…])\s+|\s+[–—-]\s+/;

/**
 * What a long text asks, without the story around it; undefined where all of it asks, or none of it does.
 * @param asks whether a part has the form of a question
 */
export const asking = (text: string, asks: (part: string) => boolean): string | undefined => {
  const parts = text.trim().split(stop);
  const own = parts.filter((part) => part.includes("?") || asks(part));
  return own.length > 0 && own.length < parts.length ? own.join(" ") : undefined;
};
