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
  const enough = (later: number, earlier: number): number => {
    const [a, b] = [shingles[later] ?? 0, shingles[earlier] ?? 0];
    return SLACK * containment * Math.min(a, b) * Math.min(sketchShare(a), sketchShare(b));
  };
  return {
    add: (rank, found) => {
      for (let i = 0; i < found.length; i += 2) {
        const [high, low] = [found[i] ?? 0, found[i + 1] ?? 0];
        keyBins.push(low % keyBins.count, [high, low, rank]);
      }
    },
    pairs: function* () {
      pairBins ??= pairUp(keyBins, makeBins('pairs', Math.max(1, Math.ceil(shingles.length / RANKS))));
      for (let bin = 0; bin < pairBins.count; bin++)
        for (const pair of counted(pairBins.read(bin), bin * RANKS))
          if (pair.common >= enough(pair.later, pair.earlier)) yield pair;
    },
  };
}

/** Ranks of the later document that share a bin of pairs. */
const RANKS = 1 << 15;

function pairUp(keyBins: Bins, pairBins: Bins): Bins {
  const emit = (later: number, earlier: number): void => {
    pairBins.push(Math.floor(later / RANKS), [later, earlier]);
  };
  for (let bin = 0; bin < keyBins.count; bin++) {
    const rows = keyBins.read(bin);
    const order = orderOf(rows, 3);
    let start = 0;
    for (let end = 1; end <= order.length; end++) {
      const first = rows[3 * (order[start] ?? 0)];
      if (end < order.length && rows[3 * (order[end] ?? 0)] === first) continue;
      if (end - start > 1)
        for (const group of groupsOf(rows, order.subarray(start, end))) pairsOf(group, emit);
      start = end;
    }
  }
  return pairBins;
}

/** Documents whose keys agree in all 64 bits, by rank. */
function groupsOf(rows: Uint32Array, places: Float64Array | Uint32Array): Uint32Array[] {
  const groups = new Map<number, number[]>();
  for (const place of places) {
    const low = rows[3 * place + 1] ?? 0;
    const rank = rows[3 * place + 2] ?? 0;
    const group = groups.get(low);
    if (group) group.push(rank);
    else groups.set(low, [rank]);
  }
  return [...groups.values()].map(group => Uint32Array.from(group).sort());
}

function pairsOf(ranks: Uint32Array, emit: (later: number, earlier: number) => void): void {
  const all = ranks.length <= EVERYBODY;
  for (let i = 1; i < ranks.length; i++) {
    const later = ranks[i] ?? 0;
    for (let j = all ? 0 : Math.max(FIRST, i - NEXT); j < i; j++) emit(later, ranks[j] ?? 0);
    if (!all) for (let j = 0; j < Math.min(FIRST, i); j++) emit(later, ranks[j] ?? 0);
  }
}

/** Each pair once, with how often it came, by rank. */
function* counted(rows: Uint32Array, base: number): Generator<Pair, void, undefined> {
  const keyed = new Float64Array(rows.length / 2);
  for (let i = 0; i < keyed.length; i++)
    keyed[i] = ((rows[2 * i] ?? 0) - base) * 2 ** 32 + (rows[2 * i + 1] ?? 0);
  keyed.sort();
  for (let start = 0, end = 1; end <= keyed.length; end++) {
    const key = keyed[start] ?? 0;
    if (end < keyed.length && keyed[end] === key) continue;
    yield { later: base + Math.floor(key / 2 ** 32), earlier: key % 2 ** 32, common: end - start };
    start = end;
  }
}
