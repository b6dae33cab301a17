import { FUNCTION_WORDS } from './function-words.js';

/** What the function words of a text say. */
export interface WordEvidence {
  /** Words looked at. */
  readonly words: number;
  /** Weighted share of the words that are function words of a language, by ISO 639-3 code. */
  readonly scores: ReadonlyMap<string, number>;
}

type Index = ReadonlyMap<string, readonly string[]>;

const indexes = new Map<string, Index>();

/** Languages by function word, for one script. */
function indexOf(script: string): Index {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  for (const [lang, list] of Object.entries(FUNCTION_WORDS[script] ?? {}))
    for (const word of new Set(plain(list).split(' '))) {
      const langs = index.get(word);
      if (langs === undefined) index.set(word, [lang]);
      else langs.push(lang);
    }
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

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]*)*/gu;

/** Lower case, with every kind of apostrophe as the plain one. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʻʼ`´]/g, "'");
}

/** What the function words of `text` say; `text` is a sample, not a whole document. */
export function wordEvidence(text: string, script: string): WordEvidence {
  const index = indexOf(script);
  const totals = new Map<string, number>();
  let words = 0;
  for (const [word] of plain(text).matchAll(WORD)) {
    words++;
    add(index, totals, word);
    const cut = word.indexOf("'") + 1;
    if (cut > 0 && cut < word.length) {
      add(index, totals, word.slice(0, cut));
      add(index, totals, word.slice(cut));
    }
  }
  for (const [lang, total] of totals) totals.set(lang, total / words);
  return { words, scores: totals };
}

function add(index: Index, totals: Map<string, number>, word: string): void {
  const langs = index.get(word);
  if (langs === undefined) return;
  // A word of many languages says little about any of them.
  const weight = 1 / Math.sqrt(langs.length);
  for (const lang of langs) totals.set(lang, (totals.get(lang) ?? 0) + weight);
}
