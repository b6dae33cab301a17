import { mix, type Units } from './units.js';

/** Units in a shingle: five words tell prose apart, and five letters of Chinese or Thai are about two words. */
export const SHINGLE_UNITS = 5;

const BASE = 0x9e3779b1 | 0;
/** `BASE` to the power of `SHINGLE_UNITS - 1`, modulo 2^32. */
const TOP = Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE));

let scratch = new Uint32Array(1024);

/** How many shingles a text of `count` units has, repeated ones included; a short text is one shingle. */
export function shingleCount(count: number): number {
  return Math.max(1, count - SHINGLE_UNITS + 1);
}

/** The hash of each shingle in the text's order (a polynomial in 2^32 that rolls along). Valid until the next call. */
export function shingleHashes({ count, first }: Units): Uint32Array {
  const total = shingleCount(count);
  if (scratch.length < total) scratch = new Uint32Array(total * 2);
  let sum = 0;
  const head = Math.min(count, SHINGLE_UNITS);
  for (let i = 0; i < head; i++) sum = (Math.imul(sum, BASE) + (first[i] ?? 0)) | 0;
  scratch[0] = mix(sum);
  for (let i = 1; i < total; i++) {
    sum = Math.imul((sum - Math.imul(first[i - 1] ?? 0, TOP)) | 0, BASE) + (first[i + head - 1] ?? 0);
    scratch[i] = mix(sum | 0);
  }
  return scratch.subarray(0, total);
}

/** A second hash of the shingle at `i`, of other unit hashes: together 64 bits. */
export function secondHash({ count, second }: Units, i: number): number {
  let sum = 0;
  const end = Math.min(count, i + SHINGLE_UNITS);
  for (let j = i; j < end; j++) sum = (Math.imul(sum, BASE) + (second[j] ?? 0)) | 0;
  return mix(sum);
}

/** The set of a text's shingles: their hashes, sorted, each once. */
export function shingleSet(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    const hash = sorted[i] ?? 0;
    if (i === 0 || hash !== sorted[kept - 1]) sorted[kept++] = hash;
  }
  return sorted.slice(0, kept);
}

/** How many hashes two sets share. */
export function shared(left: Uint32Array, right: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const a = left[i] ?? 0;
    const b = right[j] ?? 0;
    if (a === b) common++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return common;
}
