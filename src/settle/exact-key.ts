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
export function exactKey({ count, hashes, letters, symbols }: Units): Uint32Array {
  let [a, b, c, d] = [letters, symbols, count, letters ^ symbols];
  const lanes = count & ~(KEY_WORDS - 1);
  for (let i = 0; i < lanes; i += KEY_WORDS) {
    a = turned(a ^ stirred(hashes[i] ?? 0, C1, 15, C2), 19, b, 0x561ccd1b);
    b = turned(b ^ stirred(hashes[i + 1] ?? 0, C2, 16, C3), 17, c, 0x0bcaa747);
    c = turned(c ^ stirred(hashes[i + 2] ?? 0, C3, 17, C4), 15, d, 0x96cd1c35);
    d = turned(d ^ stirred(hashes[i + 3] ?? 0, C4, 18, C1), 13, a, 0x32ac3b17);
  }
  for (let i = lanes; i < count; i++) {
    const before = a;
    [a, b, c] = [b, c, d];
    d = turned(before ^ stirred(hashes[i] ?? 0, C1, 15, C2), 19, a, 0x561ccd1b);
  }
  // Every lane moves every other.
  const sum = (a + b + c + d) | 0;
  [a, b, c, d] = [mix(a + sum), mix(b + sum), mix(c + sum), mix(d + sum)];
  const all = (a + b + c + d) | 0;
  return Uint32Array.of(a + all, b + all, c + all, d + all);
}

function stirred(word: number, by: number, bits: number, then: number): number {
  const product = Math.imul(word, by);
  return Math.imul((product << bits) | (product >>> (32 - bits)), then);
}

function turned(lane: number, bits: number, next: number, plus: number): number {
  return (Math.imul((((lane << bits) | (lane >>> (32 - bits))) + next) | 0, 5) + plus) | 0;
}
