import { BUCKET_BITS, mostFeatures, wordFeatures } from './features.js';
import { BLOCK, DENSE, type ScriptModel, widthOf } from './load.js';
import { MAX_WORD } from './words.js';

const MOST = mostFeatures(MAX_WORD);
const buckets = new Int32Array(MOST);
/** Of each feature that has weights, their number in the lower 6 bits (`DENSE`: they are a row), and where they begin. */
const heads = new Uint32Array(MOST);
const dense = new Int32Array(MOST + 3);
const sums = new Int32Array(256);
/** Sums of every second class, two to a number; of the first and third of four, of the second and fourth. */
const even = new Int32Array(64);
const odd = new Int32Array(64);
const EVERY_SECOND = 0x00ff00ff;
/** Weights in rows are so much larger. */
const RAISED = 128;

/** The sum of a word's weights for each class, in units of the model's; the answer holds until the next call. */
export function wordSums(model: ScriptModel, units: Uint16Array, length: number): Int32Array {
  const { entries, langs } = model;
  const count = findHeads(model, units, length);
  const width = widthOf(langs.length);
  sums.fill(-RAISED * addRows(model, count, width), 0, width * 4);
  for (let four = 0; four < width; four++) {
    const [evens, odds] = [even[four] ?? 0, odd[four] ?? 0];
    sums[4 * four] = (sums[4 * four] ?? 0) + (evens & 0xffff);
    sums[4 * four + 1] = (sums[4 * four + 1] ?? 0) + (odds & 0xffff);
    sums[4 * four + 2] = (sums[4 * four + 2] ?? 0) + (evens >>> 16);
    sums[4 * four + 3] = (sums[4 * four + 3] ?? 0) + (odds >>> 16);
  }
  for (let i = 0; i < count; i++) {
    const head = heads[i] ?? 0;
    const size = head & DENSE;
    if (size === DENSE) continue;
    const end = (head >>> 6) + size;
    for (let at = head >>> 6; at < end; at++) {
      const entry = entries[at] ?? 0;
      const place = entry >>> 8;
      sums[place] = (sums[place] ?? 0) + ((entry << 24) >> 24);
    }
  }
  return sums;
}

/** Looks up what there is of each feature, at one go, so that one access to memory need not wait for another. */
function findHeads(model: ScriptModel, units: Uint16Array, length: number): number {
  const { counts, starts, bits, langs } = model;
  const features = wordFeatures(units, length, buckets);
  const shift = BUCKET_BITS - bits;
  const width = widthOf(langs.length);
  let found = 0;
  for (let i = 0; i < features; i++) {
    const bucket = (buckets[i] ?? 0) >>> shift;
    const count = counts[bucket] ?? 0;
    if (count === 0) continue;
    let at = bucket & -BLOCK;
    let [entry, row] = [starts[at >> 2] ?? 0, starts[(at >> 2) + 1] ?? 0];
    for (; at < bucket; at++) {
      const before = counts[at] ?? 0;
      if (before === DENSE) row += width;
      else entry += before;
    }
    heads[found++] = ((count === DENSE ? row : entry) << 6) | count;
  }
  return found;
}

/** A choice of a model's classes. */
export interface Choice {
  readonly classes: Uint8Array;
  /** By class, its place in `classes`; of those that are not chosen, one more than there are. */
  readonly places: Uint8Array;
  /** The sums of the word last read, in the order of `classes`; one more that says nothing. */
  readonly sums: Int32Array;
}

export function choice(classes: readonly number[]): Choice {
  const places = new Uint8Array(256).fill(classes.length);
  classes.forEach((own, place) => (places[own] = place));
  return { classes: Uint8Array.from(classes), places, sums: new Int32Array(classes.length + 1) };
}

/** The same for a few classes: into `chosen.sums`. */
export function someSums(
  model: ScriptModel,
  { classes, places, sums: chosen }: Choice,
  units: Uint16Array,
  length: number,
): void {
  const { entries, bytes } = model;
  const count = findHeads(model, units, length);
  chosen.fill(0);
  for (let i = 0; i < count; i++) {
    const head = heads[i] ?? 0;
    const size = head & DENSE;
    if (size === DENSE) {
      const row = (head >>> 6) * 4;
      for (let place = 0; place < classes.length; place++)
        chosen[place] = (chosen[place] ?? 0) + (bytes[row + (classes[place] ?? 0)] ?? 0) - RAISED;
      continue;
    }
    const end = (head >>> 6) + size;
    for (let at = head >>> 6; at < end; at++) {
      const entry = entries[at] ?? 0;
      const place = places[entry >>> 8] ?? 0;
      chosen[place] = (chosen[place] ?? 0) + ((entry << 24) >> 24);
    }
  }
}

/**
 * Adds up the rows of the buckets that have one, and returns how many it added: four at a time, the first row of all,
 * which is empty, where they do not come out even. A word has too few to overflow.
 */
function addRows({ rows }: ScriptModel, count: number, width: number): number {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const head = heads[i] ?? 0;
    if ((head & DENSE) === DENSE) dense[found++] = head >>> 6;
  }
  while (found % 4 !== 0) dense[found++] = 0;
  even.fill(0, 0, width);
  odd.fill(0, 0, width);
  for (let i = 0; i < found; i += 4) {
    const [a, b, c, d] = [dense[i] ?? 0, dense[i + 1] ?? 0, dense[i + 2] ?? 0, dense[i + 3] ?? 0];
    for (let four = 0; four < width; four++) {
      const [w, x] = [rows[a + four] ?? 0, rows[b + four] ?? 0];
      const [y, z] = [rows[c + four] ?? 0, rows[d + four] ?? 0];
      even[four] =
        (even[four] ?? 0) + (w & EVERY_SECOND) + (x & EVERY_SECOND) + (y & EVERY_SECOND) + (z & EVERY_SECOND);
      odd[four] =
        (odd[four] ?? 0) +
        ((w >>> 8) & EVERY_SECOND) +
        ((x >>> 8) & EVERY_SECOND) +
        ((y >>> 8) & EVERY_SECOND) +
        ((z >>> 8) & EVERY_SECOND);
    }
  }
  return found;
}

/** How many features a word of so many units has, as `wordFeatures` counts them. */
export function featuresOf(length: number): number {
  return length > 3 ? 4 * length - 1 : (FEATURES_OF_SHORT[length] ?? 0);
}

const FEATURES_OF_SHORT = [0, 3, 6, 10] as const;
