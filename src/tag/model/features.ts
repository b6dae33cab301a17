/** Buckets that features are hashed into. */
export const BUCKET_BITS = 20;

const LONGEST_GRAM = 5;
/** Words of so many letters and more are features as a whole. */
const WHOLE_WORD = 4;
const BORDER = 0x20;
const SEED = 0x811c9dc5 | 0;

/**
 * Buckets of a word's features: its 2- to 5-grams, a border at either end included, and the word as a whole when it
 * has 4 letters or more. Writes them to `out` and returns how many they are: at most 4 for each unit, plus 7.
 */
export function wordFeatures(units: Uint16Array, length: number, out: Int32Array): number {
  let count = 0;
  for (let first = -1; first < length; first++) {
    let hash = mix(SEED, first < 0 ? BORDER : (units[first] ?? 0));
    const last = Math.min(length, first + LONGEST_GRAM - 1);
    for (let at = first + 1; at <= last; at++) {
      hash = mix(hash, at === length ? BORDER : (units[at] ?? 0));
      out[count++] = bucketOf(hash);
    }
  }
  if (length >= WHOLE_WORD) {
    let hash = ~SEED;
    for (let at = 0; at < length; at++) hash = mix(hash, units[at] ?? 0);
    out[count++] = bucketOf(hash);
  }
  return count;
}

/** The most features that a word can have. */
export function mostFeatures(longestWord: number): number {
  return LONGEST_GRAM * (longestWord + 2);
}

/** One step of FNV-1a over UTF-16 units, with a rotation so that the upper half of a unit's influence spreads. */
function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return (mixed << 13) | (mixed >>> 19);
}

/** The finalizer of MurmurHash3, cut to the upper bits. */
function bucketOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> (32 - BUCKET_BITS);
}
