import { type Bins, BIN_ROWS, type MakeBins } from './bins.js';
import { sketchShare } from './sketch.js';

/**
 * Documents by rank: 0 is the one that everybody else gives way to. A pair names the later rank first.
 * `keys` are added once for each document; `pairs` then yields every pair worth a closer look, in order of the later
 * rank, as often as it is called.
 */
export interface Candidates {
  readonly add: (rank: number, keys: Uint32Array) => void;
  readonly pairs: () => Generator<Pair, void, undefined>;
}

export interface Pair {
  readonly later: number;
  readonly earlier: number;
  /** Keys that both sketches hold. */
  readonly common: number;
}

/** In a group of at most so many documents with one key, each meets each. */
const EVERYBODY = 48;
/** In a larger group each meets the first of the group and those right before it in rank: those of like length. */
const FIRST = 16;
const NEXT = 16;
/** Of the keys that a near-duplicate's sketch should share by its least similarity, the share that suffices for a look. */
const SLACK = 0.45;

/**
 * @param shingles shingles of each document, by rank.
 * @param containment least share of the shorter document's shingles that near-duplicates have in common.
 * @param keys about how many keys will be added, in all.
 */
export function candidates(
  shingles: Uint32Array,
  containment: number,
  keys: number,
  makeBins: MakeBins,
): Candidates {
  const keyBins = makeBins('keys', Math.max(1, Math.ceil(keys / BIN_ROWS)));
  let pairBins: Bins | undefined;
  // One row for all, filled anew: there are very many.
  const row = [0, 0, 0];
  const enough = (later: number, earlier: number): number => {
    const [a, b] = [shingles[later] ?? 0, shingles[earlier] ?? 0];
    return SLACK * containment * Math.min(a, b) * Math.min(sketchShare(a), sketchShare(b));
  };
  return {
    add: (rank, found) => {
      row[2] = rank;
      for (let i = 0; i < found.length; i += 2) {
        row[0] = found[i] ?? 0;
        const low = found[i + 1] ?? 0;
        row[1] = low;
        keyBins.push(low % keyBins.count, row);
      }
    },
    pairs: function* () {
      pairBins ??= pairUp(keyBins, makeBins('pairs', Math.max(1, Math.ceil(shingles.length / RANKS))));
      const counts = new Uint32Array(shingles.length);
      for (let bin = 0; bin < pairBins.count; bin++)
        yield* counted(pairBins.read(bin), bin * RANKS, counts, enough);
    },
  };
}

/** Ranks of the later document that share a bin of pairs. */
const RANKS = 1 << 14;

function pairUp(keyBins: Bins, pairBins: Bins): Bins {
  const row = [0, 0];
  const emit: Emit = (later, earlier) => {
    row[0] = later;
    row[1] = earlier;
    pairBins.push(Math.floor(later / RANKS), row);
  };
  for (let bin = 0; bin < keyBins.count; bin++) {
    const { rows, ends } = inBuckets(keyBins.read(bin));
    let start = 0;
    for (let bucket = 0; bucket < ends.length; bucket++) {
      const end = ends[bucket] ?? 0;
      if (end - start > 1) pairsIn(rows, start, end, emit);
      start = end;
    }
  }
  return pairBins;
}

type Emit = (later: number, earlier: number) => void;

let bucketed = new Uint32Array(0);
let bucketEnds = new Uint32Array(0);

/**
 * Rows with keys of the same last bits side by side, as they came: a counting sort into about as many buckets as rows. The
 * arrays are valid until the next call: each bin with new ones of its own would leave its size in garbage.
 */
function inBuckets(rows: Uint32Array): { rows: Uint32Array; ends: Uint32Array } {
  const mask = 2 ** Math.ceil(Math.log2(rows.length / 3 + 1)) - 1;
  if (bucketEnds.length <= mask) bucketEnds = new Uint32Array(mask + 1);
  if (bucketed.length < rows.length) bucketed = new Uint32Array(rows.length);
  const ends = bucketEnds.subarray(0, mask + 1).fill(0);
  for (let i = 0; i < rows.length; i += 3) {
    const bucket = (rows[i] ?? 0) & mask;
    ends[bucket] = (ends[bucket] ?? 0) + 1;
  }
  let sum = 0;
  for (let bucket = 0; bucket <= mask; bucket++) {
    const count = ends[bucket] ?? 0;
    ends[bucket] = sum;
    sum += count;
  }
  const sorted = bucketed;
  for (let i = 0; i < rows.length; i += 3) {
    const bucket = (rows[i] ?? 0) & mask;
    const place = ends[bucket] ?? 0;
    ends[bucket] = place + 1;
    sorted[3 * place] = rows[i] ?? 0;
    sorted[3 * place + 1] = rows[i + 1] ?? 0;
    sorted[3 * place + 2] = rows[i + 2] ?? 0;
  }
  return { rows: sorted, ends };
}

/** The rank of a row whose pairs are told. */
const TOLD = 0xffffffff;

let ranks = new Uint32Array(64);

/** Pairs of the documents of a bucket whose keys agree in all 64 bits. Most buckets hold one key, hardly any more than four. */
function pairsIn(rows: Uint32Array, start: number, end: number, emit: Emit): void {
  if (ranks.length < end - start) ranks = new Uint32Array(2 * (end - start));
  for (let one = start; one < end; one++) {
    const rank = rows[3 * one + 2] ?? 0;
    if (rank === TOLD) continue;
    const high = rows[3 * one];
    const low = rows[3 * one + 1];
    ranks[0] = rank;
    let count = 1;
    let isSorted = true;
    for (let other = one + 1; other < end; other++) {
      if (rows[3 * other] !== high || rows[3 * other + 1] !== low) continue;
      const next = rows[3 * other + 2] ?? 0;
      if (next === TOLD) continue;
      if (next < (ranks[count - 1] ?? 0)) isSorted = false;
      ranks[count++] = next;
      rows[3 * other + 2] = TOLD;
    }
    if (!isSorted) ranks.subarray(0, count).sort();
    if (count > 1) pairsOf(count, emit);
  }
}

/** Pairs of the first `count` of `ranks`. */
function pairsOf(count: number, emit: Emit): void {
  const all = count <= EVERYBODY;
  for (let i = 1; i < count; i++) {
    const later = ranks[i] ?? 0;
    for (let j = all ? 0 : Math.max(FIRST, i - NEXT); j < i; j++) emit(later, ranks[j] ?? 0);
    if (!all) for (let j = 0; j < Math.min(FIRST, i); j++) emit(later, ranks[j] ?? 0);
  }
}

/**
 * Each pair once, with how often it came, by the later rank; only those that came often enough.
 * @param counts a zero for each document.
 */
function* counted(
  rows: Uint32Array,
  base: number,
  counts: Uint32Array,
  enough: (later: number, earlier: number) => number,
): Generator<Pair, void, undefined> {
  const { ends, earliers } = byLater(rows, base);
  let from = 0;
  for (const [at, to] of ends.entries()) {
    if (to === from) continue;
    const later = base + at;
    for (let i = from; i < to; i++) {
      const earlier = earliers[i] ?? 0;
      counts[earlier] = (counts[earlier] ?? 0) + 1;
    }
    for (; from < to; from++) {
      const earlier = earliers[from] ?? 0;
      const common = counts[earlier] ?? 0;
      counts[earlier] = 0;
      if (common > 0 && common >= enough(later, earlier)) yield { later, earlier, common };
    }
  }
}

/** The earlier documents of all pairs, grouped by the later one: a counting sort. */
function byLater(rows: Uint32Array, base: number): { ends: Uint32Array; earliers: Uint32Array } {
  const ends = new Uint32Array(RANKS);
  for (let i = 0; i < rows.length; i += 2) {
    const at = (rows[i] ?? 0) - base;
    ends[at] = (ends[at] ?? 0) + 1;
  }
  let sum = 0;
  for (let at = 0; at < RANKS; at++) {
    const count = ends[at] ?? 0;
    ends[at] = sum;
    sum += count;
  }
  const earliers = new Uint32Array(sum);
  for (let i = 0; i < rows.length; i += 2) {
    const at = (rows[i] ?? 0) - base;
    const place = ends[at] ?? 0;
    earliers[place] = rows[i + 1] ?? 0;
    ends[at] = place + 1;
  }
  return { ends, earliers };
}
