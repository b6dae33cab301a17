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

/** Adds the sign of windows-1252 that was read as ISO-8859-1 at `at`, if any: it\x92s. */
export function addControl(to: Candidate[], units: Uint16Array, at: number): void {
  const insert = SIGNS[String.fromCharCode(units[at] ?? 0)];
  if (insert === undefined || !isAmongAscii(at > 0 ? (units[at - 1] ?? 0) : 0, units[at + 1] ?? 0)) return;
  const what = { insert, page: PAGES.length, same: 0, chain: '', layers: 1, gain: GAIN, rarity: 0, doubt: 0 };
  to.push({ start: at, end: at + 1, ...what });
}

/** With an ASCII letter or digit on one side and no byte above ASCII on the other, or between spaces. */
function isAmongAscii(before: number, after: number): boolean {
  if (isHighByte(before) || isHighByte(after)) return false;
  return isAlphanumeric(before) || isAlphanumeric(after) || (before === SPACE && after === SPACE);
}

function isHighByte(unit: number): boolean {
  return unit >= 0x80 && unit <= 0xff;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}
