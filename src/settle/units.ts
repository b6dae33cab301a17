import { endedCodeUnits } from '../core/code-units.js';
import { CONTEXT, foldedPair, foldedTable } from './folded.js';
import {
  CLASS,
  CLASS_BITS,
  DASH,
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
export interface Units extends UnitHashes {
  /** Another hash, of the letters of all units: where two words share one of the above, it tells them apart. */
  readonly letters: number;
  /** Hash of the symbols and their places between the units. */
  readonly symbols: number;
}

export interface UnitHashes {
  readonly count: number;
  /** A hash of each unit; `unitsOf` gives more than `count`, and uses the array again. */
  readonly hashes: Uint32Array;
}

let scratch = new Uint32Array(1024);

/** Multipliers of MurmurHash3's finalizer and of FNV-1a: odd, with bits well spread. */
const M1 = 0x85ebca6b;
const M2 = 0xc2b2ae35;
const M3 = 0x01000193;

/** The units of a text. The arrays are valid until the next call. */
export function unitsOf(text: string): Units {
  // A unit takes at least one code unit.
  if (scratch.length <= text.length) scratch = new Uint32Array(text.length * 2);
  let count = scan(text, endedCodeUnits(text), foldedTable(), foldedPair, scratch);
  if (count < 0) {
    const plain = text.normalize('NFKC');
    if (scratch.length <= plain.length) scratch = new Uint32Array(plain.length * 2);
    count = scan(plain, endedCodeUnits(plain), letterTable(), letterOf, scratch);
  }
  mixAll(scratch, count);
  return { count, hashes: scratch, letters: mix(ofLetters), symbols: ofSymbols >>> 0 };
}

let ofLetters = 0;
let ofSymbols = 0;

/** How many units there are; below 0 where the text has to be normalised first. Hashes are not mixed yet. */
function scan(
  text: string,
  codes: Uint16Array,
  table: Int32Array,
  letterOfPair: (codePoint: number) => number,
  hashes: Uint32Array,
): number {
  let count = 0;
  let symbols = 0;
  let all = SEED_B;
  let word = SEED_A;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    let letter = table[codes[at] ?? 0] ?? 0;
    if ((letter & CLASS) === LETTER) {
      // Most of the time is spent here. The 0 behind the text ends it.
      do {
        word = Math.imul(word ^ (letter >> CLASS_BITS), M3);
        all = Math.imul(all + letter, M1);
        letter = table[codes[++at] ?? 0] ?? 0;
      } while ((letter & CLASS) === LETTER);
      inWord = true;
    }
    let kind = letter & CLASS;
    if (kind === IGNORED) continue;
    if (kind === PAIR) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      letter = letterOfPair(point);
      kind = letter & CLASS;
      if (kind === LETTER) {
        word = Math.imul(word ^ (letter >> CLASS_BITS), M3);
        all = Math.imul(all + letter, M1);
        inWord = true;
      }
      if (kind === LETTER || kind === IGNORED) continue;
    }
    if (inWord) {
      hashes[count++] = word;
      word = SEED_A;
      inWord = false;
    }
    if (kind === UNSPACED) {
      hashes[count++] = Math.imul(letter >> CLASS_BITS, M2) ^ SEED_A;
      all = Math.imul(all + letter, M1);
    } else if (kind === SYMBOL) symbols = mix(Math.imul(symbols ^ (letter >> CLASS_BITS), M1) + count) | 0;
    else if (kind === CONTEXT) return -1;
    else if (kind === DASH && isSign(codes, at, table))
      symbols = mix(Math.imul(symbols ^ MINUS, M1) + count) | 0;
  }
  if (inWord) hashes[count++] = word;
  ofLetters = all;
  ofSymbols = symbols;
  return count;
}

function mixAll(hashes: Uint32Array, count: number): void {
  for (let i = 0; i < count; i++) hashes[i] = mix(hashes[i] ?? 0);
}

const SEED_A = 0x811c9dc5 | 0;
const SEED_B = 0x9747b28c | 0;
const MINUS = 0x2d;

/** A dash before a number and after none of it: "−5", not "3–5" nor "– 5". */
function isSign(codes: Uint16Array, at: number, table: Int32Array): boolean {
  const next = (table[codes[at + 1] ?? 0] ?? 0) >> CLASS_BITS;
  if (!(next >= 0x30 && next <= 0x39)) return false;
  const before = at === 0 ? SEPARATOR : (table[codes[at - 1] ?? 0] ?? 0) & CLASS;
  return before === SEPARATOR || before === DASH;
}

/** MurmurHash3's finalizer: every bit of the input moves every bit of the output. */
export function mix(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, M1);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M2);
  return (hash ^ (hash >>> 16)) >>> 0;
}
