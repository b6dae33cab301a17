import { BUCKET_BITS, mostFeatures, wordFeatures } from './features.js';
import type { ScriptModel } from './load.js';
import { MAX_WORD } from './words.js';

/** Places for words, two to a set: of the words that fall into a set the last two stay. In Latin script 8.5 MB. */
const SLOT_BITS = 15;
const SLOTS = 2 ** SLOT_BITS;

/** The score of a word for a class is held in half units of the model's, and cut to this, so that 15 words fit. */
const LARGEST = 2047;
/** Units of a word's score, in units of the model's weights. */
export const SCORE_UNIT = 2;

/**
 * Sums of the weights of words, remembered, of one script: two classes to a lane of 32 bits (the first in the upper
 * half), so that one addition adds to both.
 */
export interface WordScores {
  readonly model: ScriptModel;
  /** Lanes of a row, half as many as there are classes. */
  readonly lanes: number;
  /** The sums, a row for each slot. */
  readonly rows: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

export function wordScores(model: ScriptModel): WordScores {
  const lanes = (model.langs.length + 1) >> 1;
  return {
    model,
    lanes,
    rows: new Int32Array(SLOTS * lanes),
    first: new Int32Array(SLOTS),
    second: new Int32Array(SLOTS),
  };
}

const buckets = new Int32Array(mostFeatures(MAX_WORD));

/** Where the sums of a word begin in `rows`. Words are known by a hash of 64 bits. */
export function rowOf(scores: WordScores, units: Uint16Array, length: number): number {
  let a = 0x2545f491 ^ length;
  let b = 0x9e3779b9 | 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 15);
  }
  a ^= a >>> 15;
  if (a === 0) a = 1;
  const { first, second, lanes } = scores;
  const slot = (Math.imul(a, 0x85ebca6b) >>> (32 - SLOT_BITS)) & ~1;
  if (first[slot] === a && second[slot] === b) return slot * lanes;
  const other = slot + 1;
  if (first[other] === a && second[other] === b) return other * lanes;
  const taken = first[slot] === 0 || (b & 1) === 0 ? slot : other;
  first[taken] = a;
  second[taken] = b;
  fill(scores, taken * lanes, units, length);
  return taken * lanes;
}

const sums = new Int32Array(256);

function fill({ model, rows, lanes }: WordScores, row: number, units: Uint16Array, length: number): void {
  const { starts, entries, bits } = model;
  sums.fill(0, 0, 2 * lanes);
  const count = wordFeatures(units, length, buckets);
  for (let i = 0; i < count; i++) {
    const bucket = (buckets[i] ?? 0) >>> (BUCKET_BITS - bits);
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      const entry = entries[at] ?? 0;
      const place = entry >>> 8;
      sums[place] = (sums[place] ?? 0) + ((entry << 24) >> 24);
    }
  }
  for (let lane = 0; lane < lanes; lane++)
    rows[row + lane] = (held(sums[2 * lane] ?? 0) << 16) + held(sums[2 * lane + 1] ?? 0);
}

function held(sum: number): number {
  const half = sum >> 1;
  return half > LARGEST ? LARGEST : half < -LARGEST ? -LARGEST : half;
}

/** How many features a word of so many units has, as `wordFeatures` counts them. */
export function featuresOf(length: number): number {
  return length > 3 ? 4 * length - 1 : (FEATURES_OF_SHORT[length] ?? 0);
}

const FEATURES_OF_SHORT = [0, 3, 6, 10] as const;
