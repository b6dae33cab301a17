import type { Candidate } from './candidate.js';
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

/** Nats; a control character cannot be natural. Less than any stretch of UTF-8 that holds one. */
const GAIN = 8;

const SPACE = 32;
const LF = 10;
const NEXT_LINE = 0x85;

/** Adds the sign of windows-1252 that was read as ISO-8859-1 at `at`, if any: it\x92s, \x93Été\x94. */
export function addControl(to: Candidate[], units: Uint16Array, at: number): void {
  const insert = SIGNS[String.fromCharCode(units[at] ?? 0)];
  if (insert === undefined || !isSign(units, at)) return;
  const what = { insert, page: PAGES.length, same: 0, chain: '', layers: 1, gain: GAIN, rarity: 0, doubt: 0 };
  to.push({ start: at, end: at + 1, ...what });
}

/** Beside a word of Latin letters or among ASCII characters; what also ends a line only beside a word or between spaces. */
function isSign(units: Uint16Array, at: number): boolean {
  const before = units[at - 1] ?? LF;
  const after = units[at + 1] ?? LF;
  if (isHighByte(before) && (isInSequence(units, at) || !isWord(units, at, -1))) return false;
  if (isHighByte(after) && !isWord(units, at, 1)) return false;
  if (isWordly(before) || isWordly(after) || (isSpace(before) && isSpace(after))) return true;
  return units[at] !== NEXT_LINE && before < 0x80 && after < 0x80;
}

/** Whether what stands before `at` and the byte there are UTF-8 that was read as ISO-8859-1, or may be the start of it. */
function isInSequence(units: Uint16Array, at: number): boolean {
  let first = at - 1;
  while (first > at - 3 && (units[first] ?? 0) < 0xc0 && (units[first] ?? 0) >= 0x80) first--;
  const lead = units[first] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  for (let i = at + 1; i < first + length; i++) if (!isTail(units[i] ?? 0)) return false;
  return true;
}

/** Whether the letters next to `at` to one side are a word in which some are ASCII. */
function isWord(units: Uint16Array, at: number, step: -1 | 1): boolean {
  let isLatin = false;
  let i = at + step;
  for (; isLetter(units[i] ?? 0); i += step) isLatin ||= (units[i] ?? 0) < 0x80;
  const next = units[i] ?? 0;
  return isLatin && (!isHighByte(next) || SIGNS[String.fromCharCode(next)] !== undefined);
}

function isHighByte(unit: number): boolean {
  return unit >= 0x80 && unit <= 0xff;
}

function isTail(unit: number): boolean {
  return unit >= 0x80 && unit <= 0xbf;
}

function isWordly(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || isLetter(unit);
}

/** Of ASCII or of ISO-8859-1. */
function isLetter(unit: number): boolean {
  return (
    ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0xff && unit !== 0xd7 && unit !== 0xf7)
  );
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === LF;
}
