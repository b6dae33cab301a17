import { sha256 } from '../core/hash.js';
import type { Units } from './units.js';

/** Hexadecimal digits of a key: 128 bits. */
const KEY_DIGITS = 32;

let words = new Uint32Array(4096);

/** The key that texts share when they differ in nothing but case, spaces, punctuation and compatibility forms. */
export function exactKey({ count, hashes, letters, symbols }: Units): string {
  if (words.length < count + 2) words = new Uint32Array(2 * count);
  words.set(hashes.subarray(0, count));
  words[count] = letters;
  words[count + 1] = symbols;
  return sha256(new Uint8Array(words.buffer, 0, 4 * (count + 2))).slice(0, KEY_DIGITS);
}
