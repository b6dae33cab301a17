import { codeUnits } from '../core/code-units.js';
import {
  CLASS,
  CLASS_BITS,
  IGNORED,
  LETTER,
  letterOf,
  letterTable,
  PAIR,
  SEPARATOR,
  SYMBOL,
  UNSPACED,
} from './letters.js';

/**
 * A text as a comparison sees it: a hash for each word, and for each letter of a script without spaces. Case, marks of
 * punctuation, spaces, line ends and compatibility forms are gone.
 */
export interface Units {
  readonly count: number;
  /** A hash of each unit; longer than `count`, and used again by the next call. */
  readonly hashes: Uint32Array;
  /** Another hash, of the letters of all units: where two words share one of the above, it tells them apart. */
  readonly letters: number;
  /** Hash of the symbols and their places between the units. */
  readonly symbols: number;
}

let scratch = new Uint32Array(1024);

/** Multipliers of MurmurHash3's finalizer and of FNV-1a: odd, with bits well spread. */
const M1 = 0x85ebca6b;
const M2 = 0xc2b2ae35;
const M3 = 0x01000193;

/** The units of a text. The arrays are valid until the next call. */
export function unitsOf(text: string): Units {
  const plain = text.normalize('NFKC');
  const codes = codeUnits(plain);
  const letters = letterTable();
  // A unit takes at least one code unit.
  if (scratch.length <= plain.length) scratch = new Uint32Array(plain.length * 2);
  let count = 0;
  let symbols = 0;
  let a = SEED_A;
  let b = SEED_B;
  let inWord = false;
  const hashes = scratch;
  const end = plain.length;
  for (let at = 0; at < end; at++) {
    let letter = letters[codes[at] ?? 0] ?? 0;
    if ((letter & CLASS) === PAIR) {
      const point = plain.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      letter = letterOf(point);
    }
    const kind = letter & CLASS;
    const small = letter >> CLASS_BITS;
    if (kind === LETTER) {
      a = Math.imul(a ^ small, M3);
      b = Math.imul(b + small, M1);
      inWord = true;
      continue;
    }
    if (kind === IGNORED) continue;
    if (inWord) {
      hashes[count++] = mix(a);
      a = SEED_A;
      inWord = false;
    }
    if (kind === UNSPACED) {
      hashes[count++] = mix(Math.imul(small, M2) ^ SEED_A);
      b = Math.imul(b + small, M1);
    } else if (kind === SYMBOL) symbols = mix(Math.imul(symbols ^ small, M1) + count);
    else if (isSign(codes, at, end, letters)) symbols = mix(Math.imul(symbols ^ MINUS, M1) + count);
  }
  if (inWord) hashes[count++] = mix(a);
  return { count, hashes, letters: mix(b), symbols };
}

const SEED_A = 0x811c9dc5 | 0;
const SEED_B = 0x9747b28c | 0;
const MINUS = 0x2d;

/** A dash before a number and after none of it: "−5", not "3–5" nor "– 5". */
function isSign(codes: Uint16Array, at: number, end: number, letters: Int32Array): boolean {
  const code = codes[at] ?? 0;
  if (code !== MINUS && (code < 0x2010 || code > 0x2015)) return false;
  const next = at + 1 < end ? (codes[at + 1] ?? 0) : 0;
  if (!(next >= 0x30 && next <= 0x39)) return false;
  return at === 0 || ((letters[codes[at - 1] ?? 0] ?? 0) & CLASS) === SEPARATOR;
}

/** MurmurHash3's finalizer: every bit of the input moves every bit of the output. */
export function mix(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, M1);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M2);
  return (hash ^ (hash >>> 16)) >>> 0;
}
