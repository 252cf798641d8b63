/** What kind of answer the form of a question asks for. */

import type { Language } from "../model/language.ts";
import type { Wants } from "../model/record.ts";

/** What kind of answer the form of a question asks for; the first that fits. Patterns read folded text. */
const forms: Record<Language, readonly [Wants, RegExp][]> = {
  en: [
    ["difference", /\b(differen\w*|compare\w*|versus|vs|distinguish\w*|same thing as|same as)\b/],
    ["number", /\bhow (many|much|long|old|often|big|large)\b|\bnumber of\b|\bhow far\b/],
    [
      "reason",
      /\b(why|how come|reason\w*|what for|rationale|motives?|grounds?|what(?:'s| is| was|s)? behind|what(?:'s| is|s)? (?:making|driving|pushing)|what (?:made|makes|drives?|drove|led|pushed) \w+(?: \w+)? (?:to|want)|what (?:is|was) (?:he|trump|the point))\b/,
    ],
    ["day", /\b(when|what (day|date|time|year|month)|which (day|date|year|month)|by when|since when|until when|how soon|deadline date)\b/],
    ["person", /\b(who|whom|whose|which (judge|senator|president|company|companies|person|ceo))\b/],
    ["place", /\b(where|which (court|country|state)|what (court|country|state))\b/],
    ["how", /\bhow\b/],
    [
      "quote",
      /\bwhat did .{1,60}\b(say|said|argue|claim|write|tell|answer|respond)\b|\bwhat was .{1,40} (response|reaction|statement|answer)\b/,
    ],
    ["story", /\bwhat (happened|became|is happening|has happened|went on)\b|\bwhats happening\b|\btimeline\b/],
    [
      "yes-no",
      /^(?:(?:so|but|and|wait|ok|okay|hey|hi|um|like|well|um+|pls|please|lol)[ ,]+)*(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must|may|might|isnt|didnt|wasnt|doesnt|isn't|didn't|wasn't|doesn't|aren't|hasn't|won't|can't)\b|\bis it true\b|\btrue that\b|\bor not\b|\bwhether\b|, right\b/,
    ],
    ["list", /\b(list|which ones|who all|what (are|were) (all )?the)\b/],
    ["what", /\b(what|which|explain|define|meaning|mean)\b/],
  ],
  fr: [
    ["difference", /\b(differen\w*|compar\w*|versus|vs|pareil que|meme chose que|distingu\w*)\b/],
    ["number", /\b(combien|nombre de|quel (age|montant|prix)|a quel point)\b/],
    [
      "reason",
      /\b(pourquoi|pk|pq|pourkoi|prk|raisons?|motifs?|motivation\w*|a cause de quoi|pour quelle|pousse\w*|pousser|qu'est[- ]ce qui (?:fait|motive|explique|justifie|amene|derange|inquiete)|ce qui (?:motive|explique|inquiete)|d'ou vient)\b/,
    ],
    [
      "day",
      /\b(quand|quel (jour|mois)|quelle (date|annee|heure)|a quelle date|depuis quand|jusqu'? ?a quand|date (butoir|limite)|c'est pour quand)\b/,
    ],
    [
      "person",
      /(?<!ce )(?<!ceux )(?<!celui )(?<!celle )\b(qui (?:a|ont|est|sont|etait|etaient|va|vont|dirige\w*|possed\w*|detient|gere|peut|veut|voulait|d'autre|se|s'|poursuit|attaque|achet\w*|rachet\w*|avait|etait|fut|sera|interdit|decide\w*)|c'est qui|qui c'est|a qui|par qui|quel (juge|president|senateur|patron)|quelle (entreprise|societe|boite|juge))\b/,
    ],
    ["place", /\b(ou (est|sont|se|a|ont)|dans quel (pays|etat)|quel (tribunal|pays|etat)|quelle (cour|juridiction)|devant quel\w*)\b/],
    ["how", /\b(comment|de quelle (facon|maniere))\b/],
    ["quote", /\b(qu'?a dit|qu'?ont dit|qu'?a repondu|que disait?|que repond\w*|quelle (est|a ete|fut) la (reponse|reaction|defense))\b/],
    [
      "story",
      /\b(que s'est[- ]il passe|qu'est[- ]il arrive|qu'est devenu\w*|que devient|ou en est|quoi de neuf|chronologie|c'est passe quoi)\b/,
    ],
    [
      "yes-no",
      /\best[- ]ce (que|qu'|qu)|^(?:(?:mais|et|donc|alors|du coup|bon|ok|salut|bonjour)[ ,]+)*(est|sont|etait|a|ont|peut|peuvent|va|vont|doit|faut|avait)[- ](il|elle|ils|elles|on|t-il|t-elle|t-on|ce)\b|\b(a|peut|va|doit|est|sera|aura|etait|avait)-t?-?(il|elle|on|ils)\b|\bc'est vrai\b|\bvrai que\b|\bou pas\b|\bou non\b|\b(ont|sont|peuvent|doivent|vont)-(ils|elles)\b|\bsi tiktok\b/,
    ],
    ["list", /\b(liste|lesquels|lesquelles|quels (sont|etaient)|quelles (sont|etaient))\b/],
    ["what", /\b(quoi|que|qu|quel|quelle|quels|quelles|explique\w*|definition|signifie|veut dire)\b/],
  ],
};

/** What a question wants, by its form; undefined where the form does not say. Takes folded text. */
export const wantsOf = (folded: string, language: Language): Wants | undefined =>
  forms[language].find(([, form]) => form.test(folded))?.[0];

/** The forms in which people ask what to do, what somebody thinks, or for a service, rather than what is known. Patterns read folded text. */
const wishes: Record<Language, RegExp> = {
  en: /\b(?:should(?:nt|n't)?|ought to|(?:do|did|would|are|have) you|you (?:guys )?think|your (?:opinion|view|thoughts?|take|favou?rite|guess|advice)|how (?:do|can|could|should|would) (?:i|we|you)|help me|tips?|advice|recommend\w*|the best|worth it|anyone else)\b|^how to\b|^(?:write|compose|draft|translate|discuss|imagine|pretend|rank|vote|rate)\b/,
  fr: /\b(?:dois[- ]je|devrais[- ]je|je (?:dois|devrais)|(?:devrait|doit)[- ]on|faut[- ]il|faudrait[- ]il|(?:qu'en|que|vous|tu|en) (?:pensez|penses|croyez|crois|dites)|(?:pensez|croyez|aimez|utilisez|preferez|etes|avez)[- ]vous|(?:votre|ton) (?:avis|opinion|conseil|prefere\w*)|(?:selon|d'apres) (?:vous|toi)|comment (?:je|puis[- ]je|faire|on fait|fait[- ]on|puis)|conseil\w*|astuces?|(?:le|la|les) meilleure?s?|vaut[- ]il (?:mieux|le coup)|ca vaut)\b|^(?:redige\w*|ecris|ecrivez|imagine[zr]?|completez?|traduis\w*|classez?|votez?)\b/,
};

/** Whether a question asks for advice, an opinion or a service, by its form. Takes folded text. */
export const isWish = (folded: string, language: Language): boolean => wishes[language].test(folded);
