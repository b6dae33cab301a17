import { endedCodeUnits } from '../core/code-units.js';
import * as folded from './folded.js';
import * as classes from './letters.js';

// V8 folds the constants of this module, but reads those of another one at each turn of a loop: a fifth of all the time.
const { CLASS, CLASS_BITS, DASH, IGNORED, LETTER, PAIR, SEPARATOR, SYMBOL, UNSPACED } = classes;
const { CONTEXT } = folded;

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
  if (!scan(text, folded.foldedTable(), folded.foldedPair))
    scan(text.normalize('NFKC'), classes.letterTable(), classes.letterOf);
  mixAll(scratch, count);
  return { count, hashes: scratch, letters: mix(letters), symbols: symbols >>> 0 };
}

/** What is known of the text so far. Hashes of units are not mixed yet. */
let count = 0;
let letters = 0;
let symbols = 0;
/** The hash of the word that may go on. */
let word = 0;
let isOpen = false;

function wordIsOpen(): boolean {
  return isOpen;
}

/** False where the text has to be normalised first. */
function scan(text: string, table: Int32Array, letterOfPair: (codePoint: number) => number): boolean {
  const codes = endedCodeUnits(text);
  // A unit takes at least one code unit.
  if (scratch.length <= text.length) scratch = new Uint32Array(text.length * 2);
  [count, letters, symbols, word, isOpen] = [0, SEED_B, 0, SEED_A, false];
  for (let at = 0; ; at++) {
    // A word goes on behind a soft hyphen.
    if (!wordIsOpen()) at = run(codes, at, text.length, table, scratch);
    if (at >= text.length) break;
    let letter = table[codes[at] ?? 0] ?? 0;
    if ((letter & CLASS) === PAIR) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      letter = letterOfPair(point);
    }
    if ((letter & CLASS) === CONTEXT) return false;
    take(letter, codes, at, table, scratch);
  }
  if (wordIsOpen()) scratch[count++] = word;
  return true;
}

/**
 * Takes words, spaces, and letters of scripts without them: nearly all of the time is spent here. Where something else
 * comes, or `end`; a 0 stands there.
 */
function run(codes: Uint16Array, from: number, end: number, table: Int32Array, hashes: Uint32Array): number {
  let at = from;
  let length = count;
  let all = letters;
  let wordEnd = -1;
  while (at < end) {
    let letter = table[codes[at] ?? 0] ?? 0;
    let kind = letter & CLASS;
    if (kind === LETTER) {
      let hash = SEED_A;
      do {
        hash = Math.imul(hash ^ (letter >> CLASS_BITS), M3);
        all = Math.imul(all + letter, M1);
        letter = table[codes[++at] ?? 0] ?? 0;
        kind = letter & CLASS;
      } while (kind === LETTER);
      hashes[length++] = hash;
      wordEnd = at;
    }
    if (kind === UNSPACED) {
      hashes[length++] = Math.imul(letter >> CLASS_BITS, M2) ^ SEED_A;
      all = Math.imul(all + letter, M1);
    } else if (kind !== SEPARATOR) break;
    at++;
  }
  if (wordEnd === at && at < end) {
    // What comes may be part of the word.
    word = (hashes[--length] ?? 0) | 0;
    isOpen = true;
  }
  count = length;
  letters = all;
  return at;
}

/** Takes what may be of any class. */
function take(letter: number, codes: Uint16Array, at: number, table: Int32Array, hashes: Uint32Array): void {
  const kind = letter & CLASS;
  const small = letter >> CLASS_BITS;
  if (kind === IGNORED) return;
  if (kind === LETTER || kind === UNSPACED) letters = Math.imul(letters + letter, M1);
  if (kind === LETTER) {
    word = Math.imul(word ^ small, M3);
    isOpen = true;
    return;
  }
  if (isOpen) hashes[count++] = word;
  word = SEED_A;
  isOpen = false;
  if (kind === UNSPACED) hashes[count++] = Math.imul(small, M2) ^ SEED_A;
  else if (kind === SYMBOL) symbols = mix((Math.imul(symbols ^ small, M1) + count) | 0) | 0;
  else if (kind === DASH && isSign(codes, at, table))
    symbols = mix((Math.imul(symbols ^ MINUS, M1) + count) | 0) | 0;
}

function mixAll(hashes: Uint32Array, length: number): void {
  for (let i = 0; i < length; i++) hashes[i] = mix(hashes[i] ?? 0);
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
