import { mix, type Units } from './units.js';

/** Words of a key: 128 bits. */
export const KEY_WORDS = 4;

/** The multipliers of MurmurHash3 for 128 bits on x86 (Appleby 2011, public domain). */
const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

/**
 * The key that texts share when they differ in nothing but case, spaces, punctuation and compatibility forms: the four
 * lanes of MurmurHash3, over the hashes of the units and what else tells texts apart.
 */
export function exactKey(units: Units): Uint32Array {
  const key = new Uint32Array(KEY_WORDS);
  writeExactKey(units, key, 0);
  return key;
}

/** Writes the key of a text's units to `at` and behind. */
export function writeExactKey({ count, hashes, letters, symbols }: Units, to: Uint32Array, at: number): void {
  let a = letters | 0;
  let b = symbols | 0;
  let c = count;
  let d = a ^ b;
  const lanes = count & ~(KEY_WORDS - 1);
  for (let i = 0; i < lanes; i += KEY_WORDS) {
    a = turned(a ^ stirred(hashes[i] ?? 0, C1, 15, C2), 19, b, 0x561ccd1b);
    b = turned(b ^ stirred(hashes[i + 1] ?? 0, C2, 16, C3), 17, c, 0x0bcaa747);
    c = turned(c ^ stirred(hashes[i + 2] ?? 0, C3, 17, C4), 15, d, 0x96cd1c35);
    d = turned(d ^ stirred(hashes[i + 3] ?? 0, C4, 18, C1), 13, a, 0x32ac3b17);
  }
  for (let i = lanes; i < count; i++) {
    const next = turned(a ^ stirred(hashes[i] ?? 0, C1, 15, C2), 19, b, 0x561ccd1b);
    a = b;
    b = c;
    c = d;
    d = next;
  }
  // Every lane moves every other.
  const sum = (a + b + c + d) | 0;
  a = mix(a + sum);
  b = mix(b + sum);
  c = mix(c + sum);
  d = mix(d + sum);
  const all = (a + b + c + d) | 0;
  to[at] = a + all;
  to[at + 1] = b + all;
  to[at + 2] = c + all;
  to[at + 3] = d + all;
}

function stirred(word: number, by: number, bits: number, then: number): number {
  const product = Math.imul(word, by);
  return Math.imul((product << bits) | (product >>> (32 - bits)), then);
}

function turned(lane: number, bits: number, next: number, plus: number): number {
  return (Math.imul((((lane << bits) | (lane >>> (32 - bits))) + next) | 0, 5) + plus) | 0;
}
