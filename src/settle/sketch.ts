import { secondHash, shingleHashes } from './shingles.js';
import type { Units } from './units.js';

/**
 * A sketch holds the shingles with the smallest hashes (bottom MinHash: Broder 1997; scaled as in Irber et al. 2022,
 * "Lightweight compositional analysis of metagenomes with FracMinHash"): about `LEAST` of a short text, one in
 * `1 / SHARE` of a long one. Unlike bands of MinHash, sketches of texts of different length still meet, so that a copy
 * that was cut short or wrapped in other text is found by the same keys.
 */
const LEAST = 32;
const SHARE = 1 / 16;

/** The share of a text's shingles that its sketch holds. */
export function sketchShare(shingles: number): number {
  return Math.min(1, Math.max(SHARE, LEAST / shingles));
}

/** Pairs of 32-bit hashes, one pair a key; each key once, in the order of the text. */
export function sketchOf(units: Units): Uint32Array {
  const hashes = shingleHashes(units);
  const limit = sketchShare(hashes.length) * 2 ** 32;
  const keys: number[] = [];
  const seen = new Set<number>();
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    if (hash >= limit || seen.has(hash)) continue;
    seen.add(hash);
    keys.push(hash, secondHash(units, i));
  }
  return Uint32Array.from(keys);
}
