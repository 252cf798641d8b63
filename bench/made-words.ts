/** What made facts are made of: who did what, to whom, before whom, where, over what; in both languages, common things first. */

import type { Both } from "../src/model/language.ts";

const pairs = (text: string): readonly Both[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [en = "", fr = ""] = line.split("|").map((side) => side.trim());
      return { en, fr };
    });

/** The name of a deed, what is done, and what one asks with: `did … sue`. */
export const deeds = pairs(`
  sued | a poursuivi
  fined | a infligé une amende à
  bought shares of | a acheté des parts de
  accused | a accusé
  signed a contract with | a signé un contrat avec
  opened an inquiry into | a ouvert une enquête sur
  removed the app of | a retiré l'appli de
  warned | a mis en garde
  settled with | a conclu un accord avec
  asked for the records of | a réclamé les dossiers de
  postponed the hearing of | a reporté l'audience de
  froze the accounts of | a gelé les comptes de
  cleared | a blanchi
  banned the devices of | a interdit les appareils de
  lent money to | a prêté de l'argent à
  hired the lawyers of | a engagé les avocats de
  published the letters of | a publié les lettres de
  granted a licence to | a accordé une licence à
  blocked the merger of | a bloqué la fusion de
  audited | a contrôlé
`);

export const matters = pairs(`
  personal data | données personnelles
  national security | sécurité nationale
  the recommendation algorithm | l'algorithme de recommandation
  advertising to children | la publicité destinée aux enfants
  unpaid taxes | des impôts impayés
  source code | le code source
  location tracking | le suivi de localisation
  foreign ownership | la propriété étrangère
  copyright in music | les droits d'auteur musicaux
  election messages | les messages électoraux
  biometric records | les données biométriques
  content moderation | la modération des contenus
  server farms | les fermes de serveurs
  dismissed employees | les salariés licenciés
  lobbying expenses | les dépenses de lobbying
  export licences | les licences d'exportation
  undersea cables | les câbles sous-marins
  app store fees | les commissions des magasins d'applis
  university networks | les réseaux universitaires
  military telephones | les téléphones militaires
  influencers' pay | la rémunération des influenceurs
  trade secrets | les secrets d'affaires
  screen time limits | les limites de temps d'écran
  satellite links | les liaisons par satellite
  pension funds | les fonds de pension
  delivery drivers | les livreurs
  medical pictures | les images médicales
  school contracts | les contrats scolaires
  counterfeit goods | les contrefaçons
  battery factories | les usines de batteries
`);

export const bodies = pairs(`
  the federal court | le tribunal fédéral
  the Department of Commerce | le ministère du Commerce
  the Senate committee | la commission du Sénat
  the appeals court | la cour d'appel
  the data protection authority | l'autorité de protection des données
  the city council | le conseil municipal
  the competition regulator | le régulateur de la concurrence
  the Treasury | le Trésor
  the governor's office | le bureau du gouverneur
  the customs service | les douanes
  the stock exchange | la bourse
  the attorney general | le procureur général
  the arbitration panel | le tribunal arbitral
  the labour inspectorate | l'inspection du travail
  the supervisory board | le conseil de surveillance
`);

export const places = pairs(`
  Washington | Washington
  Texas | au Texas
  California | en Californie
  London | Londres
  Montana | au Montana
  Brussels | Bruxelles
  Singapore | Singapour
  Ohio | en Ohio
  Dublin | Dublin
  New Delhi | New Delhi
  Florida | en Floride
  Jakarta | Djakarta
  Ottawa | Ottawa
  Nebraska | au Nebraska
  Geneva | Genève
  Nairobi | Nairobi
  Utah | en Utah
  Oslo | Oslo
  Canberra | Canberra
  Virginia | en Virginie
`);

export const outcomes = pairs(`
  the parties did not comment | les parties n'ont pas commenté
  the decision can still be appealed | la décision peut encore faire l'objet d'un appel
  the deadline was extended by a month | le délai a été prolongé d'un mois
  the sale was called off | la vente a été annulée
  a spokesperson denied any wrongdoing | un porte-parole a nié toute faute
  both sides called it a victory | les deux camps ont parlé de victoire
  the documents remain sealed | les documents restent sous scellés
  a hearing was set for the spring | une audience a été fixée au printemps
  the shares fell sharply | l'action a fortement baissé
  experts doubted the figures | des experts ont douté des chiffres
  users were told by message | les utilisateurs ont été prévenus par message
  an independent monitor was named | un contrôleur indépendant a été nommé
`);

const openings =
  "bel cor dan el far gal har in jor kel lan mar nor or pel quin ros sal tor ul ven wes xan yor zel bran clem drav fen".split(" ");
const middles = "a e i o u ar en il or un ave eri ola uni ima".split(" ");
const endings = "dine tech works media soft berg son ville ton labs net field mont ware stead gate line corp wood ford".split(" ");

/** A name for a number: every number has its own up to some eight thousand, then they get a second part. */
export const nameOf = (number: number): string => {
  const opening = openings[number % openings.length] ?? "";
  const middle = middles[Math.floor(number / openings.length) % middles.length] ?? "";
  const place = Math.floor(number / (openings.length * middles.length));
  const name = `${opening}${middle}${endings[place % endings.length] ?? ""}`;
  const more = Math.floor(place / endings.length);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${more > 0 ? ` ${nameOf(more - 1)}` : ""}`;
};
