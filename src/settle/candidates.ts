import { type Bins, BIN_ROWS, type MakeBins, orderOf } from './bins.js';
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
      for (let bin = 0; bin < pairBins.count; bin++) yield* counted(pairBins.read(bin), bin * RANKS, enough);
    },
  };
}

/** Ranks of the later document that share a bin of pairs. */
const RANKS = 1 << 15;

function pairUp(keyBins: Bins, pairBins: Bins): Bins {
  const row = [0, 0];
  const emit: Emit = (later, earlier) => {
    row[0] = later;
    row[1] = earlier;
    pairBins.push(Math.floor(later / RANKS), row);
  };
  for (let bin = 0; bin < keyBins.count; bin++) {
    const rows = keyBins.read(bin);
    const order = orderOf(rows, 3);
    let start = 0;
    let first = rows[3 * (order[0] ?? 0)];
    for (let end = 1; end <= order.length; end++) {
      const next = end < order.length ? rows[3 * (order[end] ?? 0)] : -1;
      if (next === first) continue;
      if (end - start === 2) pairOf(rows, order[start] ?? 0, order[start + 1] ?? 0, emit);
      else if (end - start > 2) groupsOf(rows, order.subarray(start, end), emit);
      start = end;
      first = next;
    }
  }
  return pairBins;
}

type Emit = (later: number, earlier: number) => void;

/** Most keys that more than one document has are those of two. */
function pairOf(rows: Uint32Array, one: number, other: number, emit: Emit): void {
  if (rows[3 * one + 1] !== rows[3 * other + 1]) return;
  const [a, b] = [rows[3 * one + 2] ?? 0, rows[3 * other + 2] ?? 0];
  emit(Math.max(a, b), Math.min(a, b));
}

/** Pairs of the documents whose keys agree in all 64 bits. */
function groupsOf(rows: Uint32Array, places: Uint32Array, emit: Emit): void {
  const ranks = new Uint32Array(places.length);
  const low = rows[3 * (places[0] ?? 0) + 1];
  let others: number[] | undefined;
  let count = 0;
  for (const place of places)
    if (rows[3 * place + 1] === low) ranks[count++] = rows[3 * place + 2] ?? 0;
    else (others ??= []).push(place);
  if (count > 1) pairsOf(ranks.subarray(0, count).sort(), emit);
  if (others && others.length > 1) groupsOf(rows, Uint32Array.from(others), emit);
}

function pairsOf(ranks: Uint32Array, emit: Emit): void {
  const all = ranks.length <= EVERYBODY;
  for (let i = 1; i < ranks.length; i++) {
    const later = ranks[i] ?? 0;
    for (let j = all ? 0 : Math.max(FIRST, i - NEXT); j < i; j++) emit(later, ranks[j] ?? 0);
    if (!all) for (let j = 0; j < Math.min(FIRST, i); j++) emit(later, ranks[j] ?? 0);
  }
}

/** Each pair once, with how often it came, by rank; only those that came often enough. */
function* counted(
  rows: Uint32Array,
  base: number,
  enough: (later: number, earlier: number) => number,
): Generator<Pair, void, undefined> {
  const { ends, earliers } = byLater(rows, base);
  let from = 0;
  for (const [at, to] of ends.entries()) {
    if (to === from) continue;
    const sorted = earliers.subarray(from, to).sort();
    const later = base + at;
    for (let start = 0, end = 1; end <= sorted.length; end++) {
      const earlier = sorted[start] ?? 0;
      if (end < sorted.length && sorted[end] === earlier) continue;
      if (end - start >= enough(later, earlier)) yield { later, earlier, common: end - start };
      start = end;
    }
    from = to;
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
