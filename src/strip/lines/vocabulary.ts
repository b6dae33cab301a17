import { MONTHS } from '../dates.js';
import { STOP_WORDS } from '../stop-words.js';
import { unitTable } from './units.js';

/**
 * Words that lines of a page's furniture hold far more often than prose does, by what they are about. A line is never
 * dropped for one of them: they are evidence among other evidence.
 */
const CUES = {
  share: `share shared shares tweet facebook twitter whatsapp telegram instagram linkedin pinterest youtube tiktok reddit
    email print follow followers compartir síguenos compartilhar siga partager suivez teilen folgen condividi segui seguici
    delen volg udostępnij obserwuj`,
  offer: `subscribe subscription subscribers newsletter newsletters inbox signup unsubscribe membership premium trial donate
    free suscríbete suscripción boletín assine assinatura abonnez abonnement inscrivez abonnieren iscriviti abbonati
    abonneer nieuwsbrief subskrypcja gratis download app`,
  account: `login log sign register account password username logout cart checkout wishlist entrar iniciar sesión cuenta
    cadastre connexion compte anmelden registrieren accedi registrati inloggen zaloguj`,
  legal: `cookie cookies privacy gdpr copyright rights reserved terms conditions disclaimer trademark policy privacidad
    legal confidentialité mentions datenschutz impressum privacidade prywatności`,
  more: `read more related trending popular latest recommended recommends previous next also see view watch click continue
    loading stories leer relacionadas relacionados también leia também saiba lire aussi articles lesen mehr auch leggi
    anche lees ook meer czytaj także zobacz więcej`,
  comment: `comment comments reply replies comentarios comentar comentários commentaires kommentare antworten commenti
    reacties komentarze commenter likes report`,
  advert: `advertisement advert sponsored promoted publicidad anuncio patrocinado publicité anzeige werbung pubblicità
    publicidade reclame reklama affiliate`,
  menu: `home menu search contact about careers faq help support sitemap rss archive archives categories category tags tag
    topics inicio buscar contacto portada accueil recherche startseite suche kontakt sobre cerca zoeken szukaj`,
  byline: `by published updated posted author editor ago min minutes hours edited reporter por publicado actualizado
    atualizado publié modifié von veröffentlicht aktualisiert pubblicato aggiornato gepubliceerd door opublikowano`,
  credit: `photo photograph photos image images picture getty reuters afp ap credit courtesy file pictured caption foto
    fotografía imagen crédito crédit bild quelle`,
  you: `you your yours tu tus su sus usted vous votre vos ihr ihre sie dein deine vostro tuo tua je jouw uw twój twoje você
    seu sua`,
  we: 'we our us nosotros nuestro nuestra nous notre nos wir unser unsere noi nostro nostra wij ons onze nasz nasze nós nosso nossa',
  self: `i my me yo mi mis je moi mon ma ich mein meine mich io mio mia ik mijn ja mój moja eu meu minha lol thanks`,
} as const;

export const CUE_NAMES: readonly string[] = Object.keys(CUES);

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun';

/** Names of months that are common words as well. */
const COMMON = /\b(?:may|mai|mei) ?\b/g;

/** Behind the bits of the cues. */
export const STOP = 1 << 13;
export const MONTH = 1 << 14;

/** A start for `hashUnit`, and what it adds unit by unit (FNV-1a, 32 bits). */
export const HASH_START = 0x811c9dc5 | 0;
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Slots of the table of words: more than twice as many as words. */
const SLOTS = 4096;

interface Table {
  readonly keys: Int32Array;
  readonly bits: Uint16Array;
}

let made: Table | undefined;

function table(): Table {
  if (made) return made;
  made = { keys: new Int32Array(SLOTS), bits: new Uint16Array(SLOTS) };
  for (const [i, words] of Object.values(CUES).entries()) add(made, words, 1 << i);
  for (const words of Object.values(STOP_WORDS)) add(made, words, STOP);
  for (const words of [...MONTHS, WEEKDAYS]) add(made, words.replace(COMMON, ''), MONTH);
  return made;
}

function add({ keys, bits }: Table, words: string, bit: number): void {
  const { lower } = unitTable();
  for (const word of words.split(/\s+/)) {
    let hash = HASH_START;
    for (let i = 0; i < word.length; i++) hash = hashUnit(hash, lower[word.charCodeAt(i)] ?? 0);
    let slot = hash & (SLOTS - 1);
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    keys[slot] = hash;
    bits[slot] = (bits[slot] ?? 0) | bit;
  }
}

/** What a word is known for, by its hash: bits of cues in their order, STOP and MONTH. */
export function wordKinds(hash: number): number {
  const { keys, bits } = table();
  let slot = hash & (SLOTS - 1);
  while (keys[slot] !== 0) {
    if (keys[slot] === hash) return bits[slot] ?? 0;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return 0;
}
