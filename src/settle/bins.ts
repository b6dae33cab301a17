import { largeUint32 } from '../core/large-array.js';

/**
 * Rows of 32-bit words, sorted into bins by the caller so that each bin fits into memory: the shuffle of a map/reduce.
 * A bin is written first and read afterwards, as often as needed.
 */
export interface Bins {
  readonly count: number;
  /** Copies the row, which may then be used again. */
  readonly push: (bin: number, row: ArrayLike<number>) => void;
  /** All rows of a bin, one after another; valid until the next bin is read. */
  readonly read: (bin: number) => Uint32Array;
  /** The same rows of so many words a few megabytes at a time, each valid until the next, for bins that may hold more than was foreseen. */
  readonly pieces: (bin: number, width: number) => Iterable<Uint32Array>;
}

/** Bins for `rows` rows, or somewhat more. */
export type MakeBins = (name: string, count: number) => Bins;

/** Bins that live in memory, for corpora that do. */
export const memoryBins: MakeBins = (_name, count) => {
  const bins = Array.from({ length: count }, () => ({ words: new Uint32Array(64), length: 0 }));
  const read = (index: number): Uint32Array => {
    const bin = bins[index];
    return bin ? bin.words.subarray(0, bin.length) : new Uint32Array();
  };
  return {
    count,
    push: (index, row) => {
      const bin = bins[index];
      if (!bin) throw new RangeError(`no bin ${index} of ${count}`);
      if (bin.length + row.length > bin.words.length) bin.words = doubled(bin.words);
      for (let i = 0; i < row.length; i++) bin.words[bin.length++] = row[i] ?? 0;
    },
    read,
    pieces: index => [read(index)],
  };
};

/** The same words with as much room again. */
export function doubled(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * words.length);
  larger.set(words);
  return larger;
}

/** Rows that a bin should hold, some 5 MB with what sorting them takes, and does where there would be too many bins. */
const ROWS = 1 << 18;
const MOST_ROWS = 1 << 20;
/** Each open bin takes some memory too. */
const MANY = 256;

/** How many bins suit so many rows. */
export function binsFor(rows: number): number {
  return Math.max(1, Math.min(MANY, Math.ceil(rows / ROWS)), Math.ceil(rows / MOST_ROWS));
}

/** The order of rows by their first word, then by their place: a radix sort by its halves. */
export function orderOf(rows: Uint32Array, width: number): Uint32Array {
  const count = rows.length / width;
  const asTheyCome = largeUint32(count);
  for (let i = 0; i < count; i++) asTheyCome[i] = i;
  // Few rows are sorted before the counters of a radix sort are cleared.
  if (count < FEW) return asTheyCome.sort((a, b) => (rows[a * width] ?? 0) - (rows[b * width] ?? 0) || a - b);
  return sortedBy(rows, width, 16, sortedBy(rows, width, 0, asTheyCome));
}

const FEW = 5000;
const HALF = 0xffff;

/** Places by 16 bits of their rows' first word; those with the same bits as they come. */
function sortedBy(rows: Uint32Array, width: number, shift: number, places: Uint32Array): Uint32Array {
  const starts = new Uint32Array(HALF + 2);
  for (let i = 0; i < rows.length; i += width) {
    const next = (((rows[i] ?? 0) >>> shift) & HALF) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const sorted = largeUint32(places.length);
  for (const place of places) {
    const bits = ((rows[place * width] ?? 0) >>> shift) & HALF;
    const to = starts[bits] ?? 0;
    sorted[to] = place;
    starts[bits] = to + 1;
  }
  return sorted;
}
