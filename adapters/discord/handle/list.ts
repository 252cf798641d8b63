/** A page of a list of the record. */

import { type Fits, type Listing, pages } from "../../../src/index.ts";
import { listButtons } from "../buttons.ts";
import { factCode, type ListWanted } from "../ids.ts";
import { fits, render } from "../render.ts";
import type { Bench } from "../request.ts";
import { SayToUser } from "../say-to-user.ts";
import type { Payload } from "../wire.ts";
import { words } from "../words.ts";

const listingOf = ({ ninety, today }: Bench, wanted: ListWanted): Listing => {
  const browse = ninety.browse();
  const on = wanted.on ?? today;
  const { language } = wanted;
  switch (wanted.list) {
    case "deadlines":
      return browse.deadlines(on, language);
    case "changes":
      return browse.changes(wanted.since, on, language);
    case "timeline":
      return browse.timeline(wanted.from, wanted.to, on, language);
    case "source": {
      const listing = browse.source(wanted.source, on, language);
      if (!listing) throw new SayToUser(words.noSource);
      return listing;
    }
    case "behind": {
      const ids = new Map(ninety.base.topics.flatMap(({ kind, id }) => (kind === "fact" ? [[factCode(id), id]] : [])));
      const facts = wanted.facts.flatMap((code) => ids.get(code) ?? []);
      if (facts.length === 0) throw new SayToUser(words.oldButton);
      return browse.behind(facts, on, language);
    }
  }
};

/**
 * Renders the page asked for, or the last one where the list has become shorter.
 * @throws SayToUser for a source or a fact that the record does not have
 */
export const listPage = (bench: Bench, wanted: ListWanted, isPrivate: boolean): Payload => {
  const { ninety, today } = bench;
  const setting = { browse: ninety.browse(), today, private: isPrivate };
  // measured with every button a page can have
  const measure: Fits = fits(ninety.base.verified, (message) => listButtons(message, { ...wanted, page: 2 }, 3, setting));
  const all = pages(listingOf(bench, wanted), measure);
  const page = Math.max(1, Math.min(wanted.page, all.length));
  const message = all[page - 1] ?? all[0];
  return render(message, ninety.base.verified, (each) => listButtons(each, { ...wanted, page }, all.length, setting));
};
