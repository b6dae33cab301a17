import { sha256 } from '../core/hash.js';
import type { Units } from './units.js';

/** Hexadecimal digits of a key: 128 bits. */
const KEY_DIGITS = 32;

let words = new Uint32Array(4096);

/** The key that texts share when they differ in nothing but case, spaces, punctuation and compatibility forms. */
export function exactKey({ count, first, second, symbols }: Units): string {
  if (words.length <= 2 * count) words = new Uint32Array(4 * count);
  words.set(first.subarray(0, count));
  words.set(second.subarray(0, count), count);
  words[2 * count] = symbols;
  return sha256(new Uint8Array(words.buffer, 0, 4 * (2 * count + 1))).slice(0, KEY_DIGITS);
}
