import type { Candidate } from './candidates.js';
import { PAGES } from './pages.js';

/**
 * What the bytes 80–9F mean in windows-1252 where they are signs; those that are letters may be anything in a text
 * that was not English. C1 controls have no other use in text (WHATWG Encoding reads ISO-8859-1 as windows-1252).
 */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    '\x80': '€',
    '\x82': '‚',
    '\x84': '„',
    '\x85': '…',
    '\x86': '†',
    '\x89': '‰',
    '\x8b': '‹',
    '\x91': '‘',
  },
  ...{
    '\x92': '’',
    '\x93': '“',
    '\x94': '”',
    '\x95': '•',
    '\x96': '–',
    '\x97': '—',
    '\x99': '™',
    '\x9b': '›',
  },
};

const CONTROL = /[\x80-\x9f]/g;
const ASCII_LETTER = /[A-Za-z0-9]/;
const HIGH = /[\x80-\xff]/;

/** Nats; a control character cannot be natural. Less than any stretch of UTF-8 that holds one. */
const GAIN = 8;

/** Signs of windows-1252 that were read as ISO-8859-1: it\x92s. */
export function controls(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: control, index } of text.matchAll(CONTROL)) {
    const insert = SIGNS[control];
    if (insert === undefined || !isAmongAscii(text.charAt(index - 1), text.charAt(index + 1))) continue;
    const what = { insert, page: PAGES.length, chain: '', gain: GAIN, rarity: 0, doubt: 0 };
    found.push({ start: index, end: index + 1, ...what });
  }
  return found;
}

/** With an ASCII letter or digit on one side and no byte above ASCII on the other, or between spaces. */
function isAmongAscii(before: string, after: string): boolean {
  if (HIGH.test(before) || HIGH.test(after)) return false;
  return ASCII_LETTER.test(before) || ASCII_LETTER.test(after) || (before === ' ' && after === ' ');
}
