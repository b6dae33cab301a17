import { classOf, classTable, IGNORED, LETTER, SYMBOL, UNSPACED } from './letters.js';

/**
 * A text as a comparison sees it: a hash for each word, and for each letter of a script without spaces. Case, marks of
 * punctuation, spaces, line ends and compatibility forms are gone.
 */
export interface Units {
  readonly count: number;
  /** Two independent hashes of each unit; longer than `count`, and used again by the next call. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Hash of the symbols and their places between the units. */
  readonly symbols: number;
}

let first = new Uint32Array(1024);
let second = new Uint32Array(1024);

/** Multipliers of MurmurHash3's finalizer and of FNV-1a: odd, with bits well spread. */
const M1 = 0x85ebca6b;
const M2 = 0xc2b2ae35;
const M3 = 0x01000193;

/** The units of a text. The arrays are valid until the next call. */
export function unitsOf(text: string): Units {
  const plain = text.normalize('NFKC').toLowerCase();
  const classes = classTable();
  // A unit takes at least one code unit.
  if (first.length <= plain.length) {
    first = new Uint32Array(plain.length * 2);
    second = new Uint32Array(plain.length * 2);
  }
  let [count, symbols, a, b] = [0, 0, 0, 0];
  let inWord = false;
  const [ones, others] = [first, second];
  for (let at = 0; at < plain.length; at++) {
    let code = plain.charCodeAt(at);
    let kind = classes[code] ?? 0;
    if (code >= 0xd800 && code < 0xdc00) {
      code = plain.codePointAt(at) ?? code;
      if (code > 0xffff) at++;
      kind = classOf(code);
    } else if (code === FINAL_SIGMA) code = SIGMA;
    if (kind === IGNORED) continue;
    if (kind === LETTER) {
      a = Math.imul((inWord ? a : SEED_A) ^ code, M3);
      b = Math.imul((inWord ? b : SEED_B) + code, M1);
      b ^= b >>> 15;
      inWord = true;
      continue;
    }
    if (inWord) {
      ones[count] = mix(a);
      others[count++] = mix(b);
      inWord = false;
    }
    if (kind === UNSPACED) {
      ones[count] = mix(Math.imul(code, M2) ^ SEED_A);
      others[count++] = mix(Math.imul(code, M1) ^ SEED_B);
    } else if (kind === SYMBOL) symbols = mix(Math.imul(symbols ^ code, M1) + count);
    else if (isSign(plain, at, code, classes)) symbols = mix(Math.imul(symbols ^ MINUS, M1) + count);
  }
  if (inWord) {
    ones[count] = mix(a);
    others[count++] = mix(b);
  }
  return { count, first, second, symbols };
}

const SEED_A = 0x811c9dc5 | 0;
const SEED_B = 0x9747b28c | 0;
const SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;
const MINUS = 0x2d;

/** A dash before a number and after none of it: "−5", not "3–5" nor "– 5". */
function isSign(text: string, at: number, code: number, classes: Uint8Array): boolean {
  if (code !== MINUS && (code < 0x2010 || code > 0x2015)) return false;
  const next = text.charCodeAt(at + 1);
  if (!(next >= 0x30 && next <= 0x39)) return false;
  return at === 0 || (classes[text.charCodeAt(at - 1)] ?? 0) === 0;
}

/** MurmurHash3's finalizer: every bit of the input moves every bit of the output. */
export function mix(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, M1);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M2);
  return (hash ^ (hash >>> 16)) >>> 0;
}
