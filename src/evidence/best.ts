/** A thing by its number, and how well it does. */
export type Scored = { readonly thing: number; readonly score: number };

/**
 * The things with the highest scores, best first, of equals the earlier first: without sorting them all.
 * @param may whether a thing may be among them; asked only of those that would be
 * @param above only scores above this count
 */
export const best = (scores: Float64Array, most: number, may: (thing: number) => boolean, above = -1): Scored[] => {
  const found: Scored[] = [];
  let least = above;
  for (let thing = 0; thing < scores.length; thing++) {
    const score = scores[thing] ?? above;
    if (score <= least || !may(thing)) continue;
    let place = found.length;
    while (place > 0 && (found[place - 1]?.score ?? score) < score) place -= 1;
    found.splice(place, 0, { thing, score });
    if (found.length > most) found.pop();
    if (found.length === most) least = found[most - 1]?.score ?? least;
  }
  return found;
};
