import type { Language } from "../model/language.ts";
import { fold, words } from "./fold.ts";

const telling: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    "the a an of to in is are was were did does do has have had will would can could should who what when where why how which whose that this these it its they them he his for from with without by on at and or not no any about between before after than then there if be been being so us i my you your we our still get got made said than yes all many much long whats wheres hows didnt doesnt isnt wasnt order judge court ban banned lawsuit deadline sale sell sued sue app company".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les un une des du de d l' l au aux et ou est sont etait etaient a ont avait avaient sera serait peut peuvent pourrait qui que qu quoi quand ou pourquoi comment combien quel quelle quels quelles ce cet cette ces il elle ils elles on nous vous je j' j mon ma mes son sa ses leur leurs pour par avec sans sur dans entre avant apres plus pas ne n' n si se s' s y en c' c ca c'est deja encore toujours tout tous fait etre avoir t-il t-elle est-ce ya koi pk pq svp stp juge tribunal decret interdiction interdit plainte vente vendre delai appli entreprise loi".split(
      " ",
    ),
  ),
};

/** The language a text is most likely in: by its little words, then by its accents; `fallback` where nothing tells. */
export const guessLanguage = (text: string, fallback: Language = "en"): Language => {
  let lead = 0;
  for (const word of words(fold(text)))
    lead += Number(telling.en.has(word.replace(/'$/, ""))) - Number(telling.fr.has(word) || telling.fr.has(word.replace(/'$/, "")));
  if (/[àâçéèêëîïôùûœ]/iu.test(text)) lead -= 1;
  if (lead === 0) return fallback;
  return lead > 0 ? "en" : "fr";
};
