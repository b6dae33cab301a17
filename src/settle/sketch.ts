import { hashSet } from './hash-set.js';
import { secondHash } from './shingles.js';
import type { UnitHashes } from './units.js';

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

let keys = new Uint32Array(1024);
/** The shingles below the limit, by their places. */
let places = new Uint32Array(1024);
/** One more than each hash that a sketch holds already. */
const held = hashSet();

/**
 * Pairs of 32-bit hashes, one pair a key; each key once, in the order of the text. Valid until the next call.
 * @param hashes of the shingles of these units.
 */
export function sketchOf(units: UnitHashes, hashes: Uint32Array): Uint32Array {
  // The very largest hash is left out, because one more than it is 0.
  const limit = Math.min(sketchShare(hashes.length) * 2 ** 32, 2 ** 32 - 1);
  if (places.length < hashes.length) {
    places = new Uint32Array(2 * hashes.length);
    keys = new Uint32Array(4 * hashes.length);
  }
  const count = below(hashes, limit, places);
  held.clear(count);
  return keys.subarray(0, fill(units, hashes, count));
}

/** How many hashes are below the limit, and their places. */
function below(hashes: Uint32Array, limit: number, places: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < hashes.length; i++) if ((hashes[i] ?? 0) < limit) places[count++] = i;
  return count;
}

/** Writes the keys of so many places; how many words they take. */
function fill(units: UnitHashes, hashes: Uint32Array, count: number): number {
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i] ?? 0;
    const hash = hashes[place] ?? 0;
    if (!held.add(hash + 1)) continue;
    keys[length++] = hash;
    keys[length++] = secondHash(units, place);
  }
  return length;
}
