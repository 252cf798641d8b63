/** A question that comes after something else: "That was the plan. Will it hold?", "With the deadline gone, what now?" */

/** A clause with fewer words than this is no question of its own. */
const shortest = 5;

/** What stands before the last clause, and the last clause; nothing where there is but one. Takes a text as it was written. */
export const clauses = (text: string): readonly [rest: string, last: string] | readonly [] => {
  const parts = text.trim().split(/(?<=[,:;.!?…])\s+|\s+[–—-]\s+/);
  const last = parts.at(-1) ?? "";
  return parts.length > 1 && last.split(/\s+/).length >= shortest ? [parts.slice(0, -1).join(" "), last] : [];
};
