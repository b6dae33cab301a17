import { FUNCTION_WORDS } from './function-words.js';
import { scriptTable } from './script.js';

/** What the function words of a text say. */
export interface WordEvidence {
  /** Words looked at. */
  readonly words: number;
  /** Weighted share of the words that are function words of a language, by ISO 639-3 code; none that has none. */
  readonly scores: ReadonlyMap<string, number>;
}

/** The function words of one script: `words` gives the places in `langs` of the languages that have a word. */
interface Index {
  readonly langs: readonly string[];
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

const indexes = new Map<string, Index>();

function indexOf(script: string): Index {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const lists = FUNCTION_WORDS[script] ?? {};
  const langs = Object.keys(lists);
  const words = new Map<string, number[]>();
  let longest = 0;
  langs.forEach((lang, place) => {
    for (const word of new Set(plain(lists[lang] ?? '').split(' '))) {
      words.set(word, [...(words.get(word) ?? []), place]);
      longest = Math.max(longest, word.length);
    }
  });
  const index = { langs, words, longest };
  indexes.set(script, index);
  return index;
}

const LANGUAGES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FUNCTION_WORDS).map(([script, lists]) => [script, new Set(Object.keys(lists))]),
);
const NO_LANGUAGES: ReadonlySet<string> = new Set();

/** Languages whose function words limpia has, for one script. */
export function languagesWithWords(script: string): ReadonlySet<string> {
  return LANGUAGES.get(script) ?? NO_LANGUAGES;
}

/** Lower case, with every kind of apostrophe as the plain one. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize('NFC').replace(/[’‘ʻʼ`´]/g, "'");
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

const APOSTROPHE = 0x27;

/** Words counted on top, so that one hit among three, which may be a name, is not a third. */
const DOUBT = 2;

/** What the function words of `text` say; `text` is a sample, not a whole document. */
export function wordEvidence(text: string, script: string): WordEvidence {
  const index = indexOf(script);
  const letters = scriptTable();
  const folded = plain(text);
  const totals = new Float64Array(index.langs.length);
  let words = 0;
  for (let at = 0; at < folded.length; at++) {
    if (letters[folded.charCodeAt(at)] === 0) continue;
    const start = at;
    let cut = 0;
    for (; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      if (unit === APOSTROPHE) cut ||= at + 1;
      else if (letters[unit] === 0) break;
    }
    words++;
    add(index, totals, folded, start, at);
    if (cut === 0) continue;
    // "l'homme", "amin'ny": each side of an apostrophe may be a word of its own.
    add(index, totals, folded, start, cut);
    add(index, totals, folded, cut, at);
  }
  const scores = new Map<string, number>();
  totals.forEach((total, place) => {
    if (total > 0) scores.set(index.langs[place] ?? '', total / (words + DOUBT));
  });
  return { words, scores };
}

function add(
  { words, longest }: Index,
  totals: Float64Array,
  text: string,
  start: number,
  end: number,
): void {
  if (end - start > longest || end <= start) return;
  const places = words.get(text.slice(start, end));
  if (places === undefined) return;
  // A word of many languages says little about any of them.
  const weight = 1 / Math.sqrt(places.length);
  for (const place of places) totals[place] = (totals[place] ?? 0) + weight;
}
