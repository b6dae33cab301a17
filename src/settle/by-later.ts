import { largeUint32 } from '../core/large-array.js';
import { toBegins } from './begins.js';
import type { Bins } from './bins.js';

/** The earlier documents of pairs, grouped by the later one. */
export interface ByLater {
  /** The first of the later ranks. */
  readonly base: number;
  /** Where the group of each ends. */
  readonly ends: Uint32Array;
  readonly earliers: Uint32Array;
}

/** Pairs that are sorted at once: all of a bin but where documents are so alike that there are far more than foreseen. */
const AT_ONCE = 1 << 21;

/** A counting sort of the pairs of one bin after another, each of `inBin` later ranks. What is given is valid until the next. */
export function laterSorter(bins: Bins, inBin: number): (bin: number) => Generator<ByLater, void, undefined> {
  let room = new Uint32Array();
  return function* (bin) {
    const first = bin * inBin;
    const sizes = sizesOf(bins, bin, first, inBin);
    for (let from = 0; from < inBin;) {
      let sum = sizes[from] ?? 0;
      let to = from + 1;
      while (to < inBin && sum + (sizes[to] ?? 0) <= AT_ONCE) sum += sizes[to++] ?? 0;
      if (sum > 0) {
        if (room.length < sum) room = largeUint32(sum);
        yield grouped(bins, bin, first + from, sizes.subarray(from, to), room);
      }
      from = to;
    }
  };
}

/** Pairs of each later rank from `first` on. */
function sizesOf(bins: Bins, bin: number, first: number, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const rows of bins.pieces(bin, 2))
    for (let i = 0; i < rows.length; i += 2) {
      const at = (rows[i] ?? 0) - first;
      sizes[at] = (sizes[at] ?? 0) + 1;
    }
  return sizes;
}

/** The pairs of the later ranks from `base` on, as many as there are `sizes`, which become ends. */
function grouped(bins: Bins, bin: number, base: number, sizes: Uint32Array, earliers: Uint32Array): ByLater {
  toBegins(sizes);
  for (const rows of bins.pieces(bin, 2)) place(rows, base, sizes, earliers);
  return { base, ends: sizes, earliers };
}

/** Begins are ends then. */
function place(rows: Uint32Array, base: number, ends: Uint32Array, earliers: Uint32Array): void {
  const count = ends.length;
  for (let i = 0; i < rows.length; i += 2) {
    const at = (rows[i] ?? 0) - base;
    if (at < 0 || at >= count) continue;
    const to = ends[at] ?? 0;
    earliers[to] = rows[i + 1] ?? 0;
    ends[at] = to + 1;
  }
}
