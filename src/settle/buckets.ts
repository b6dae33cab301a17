import { toBegins } from './begins.js';
import { powerAbove } from './hash-set.js';

let sorted = new Uint32Array(0);
let ends = new Uint32Array(0);

/**
 * Rows of three words with first words of the same last bits side by side, as they came: a counting sort into about as many
 * buckets as rows. The arrays are longer than that and valid until the next call: each bin with new ones of its own would
 * leave its size in garbage.
 */
export function inBuckets(rows: Uint32Array): {
  readonly rows: Uint32Array;
  /** Where each bucket ends, in rows. */
  readonly ends: Uint32Array;
  readonly buckets: number;
} {
  const buckets = powerAbove(rows.length / 3);
  if (ends.length < buckets) ends = new Uint32Array(buckets);
  else ends.fill(0, 0, buckets);
  if (sorted.length < rows.length) sorted = new Uint32Array(rows.length);
  count(rows, buckets - 1, ends);
  place(rows, buckets - 1, ends, sorted);
  return { rows: sorted, ends, buckets };
}

/** Lets go of the arrays. */
export function forgetBuckets(): void {
  [sorted, ends] = [new Uint32Array(0), new Uint32Array(0)];
}

/** Where each bucket begins. */
function count(rows: Uint32Array, mask: number, starts: Uint32Array): void {
  for (let i = 0; i < rows.length; i += 3) {
    const bucket = (rows[i] ?? 0) & mask;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  toBegins(starts.subarray(0, mask + 1));
}

/** Begins are ends then. */
function place(rows: Uint32Array, mask: number, starts: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < rows.length; i += 3) {
    const bucket = (rows[i] ?? 0) & mask;
    const row = starts[bucket] ?? 0;
    starts[bucket] = row + 1;
    to[3 * row] = rows[i] ?? 0;
    to[3 * row + 1] = rows[i + 1] ?? 0;
    to[3 * row + 2] = rows[i + 2] ?? 0;
  }
}
