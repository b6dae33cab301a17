import { STOP_WORDS } from './stop-words.js';

/** Fewer common words of a language say nothing. */
const ENOUGH = 3;
/** As many times more common words than the document's own language has: many words are common in several. */
const TIMES = 2;
/** More of a line is not looked at (UTF-16 units). */
const MAX_UNITS = 600;

let places: ReadonlyMap<string, readonly string[]> | undefined;

/** The languages of each word. */
function words(): ReadonlyMap<string, readonly string[]> {
  if (places) return places;
  const known = new Map<string, string[]>();
  for (const [lang, list] of Object.entries(STOP_WORDS))
    for (const word of list.split(/\s+/)) known.set(word, [...(known.get(word) ?? []), lang]);
  return (places = known);
}

/** Whether a line is surely in another language than `lang`, which is one that limpia knows the commonest words of. */
export function isForeign(line: string, lang: string): boolean {
  if (STOP_WORDS[lang] === undefined) return false;
  const counts = new Map<string, number>();
  for (const [word] of line
    .slice(0, MAX_UNITS)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    for (const one of words().get(word) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const own = counts.get(lang) ?? 0;
  counts.delete(lang);
  const best = Math.max(0, ...counts.values());
  return best >= ENOUGH && best >= TIMES * own;
}
