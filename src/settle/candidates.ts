import { largeUint32 } from '../core/large-array.js';
import { type ByLater, laterSorter } from './by-later.js';
import { type Bins, binsFor, type MakeBins } from './bins.js';
import { forgetGroups, type Groups, groupsOf } from './groups.js';
import { sketchShare } from './sketch.js';

/**
 * Documents by rank: 0 is the one that everybody else gives way to. `keys` are added once for each document; `pairs`
 * then yields each document with those before it that are worth a closer look, in order of rank; to be called once.
 */
export interface Candidates {
  readonly add: (rank: number, keys: Uint32Array) => void;
  readonly pairs: () => Generator<Pairs, void, undefined>;
}

export interface Pairs {
  readonly later: number;
  /** Those whose sketches share most with its own first; of equals the first in rank. */
  readonly earlier: readonly number[];
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
  if (shingles.length > MOST_RANKS) throw new RangeError(`more than ${MOST_RANKS} documents`);
  const keyBins = makeBins('keys', binsFor(keys));
  const binCount = binsFor(shingles.length * PAIRS);
  const inBin = Math.max(1, Math.ceil(shingles.length / binCount));
  const share = SLACK * containment;
  // One row for all, filled anew: there are very many.
  const row = new Uint32Array(3);
  return {
    add: (rank, found) => {
      row[2] = rank;
      for (let i = 0; i < found.length; i += 2) {
        row[0] = found[i] ?? 0;
        const low = found[i + 1] ?? 0;
        row[1] = low;
        // Of 32 bits the remainder would be one of doubles.
        keyBins.push((low >>> 1) % keyBins.count, row);
      }
    },
    pairs: function* () {
      const pairBins = pairUp(keyBins, makeBins('pairs', binCount), inBin);
      const counts = largeUint32(shingles.length);
      const sort = laterSorter(pairBins, inBin);
      for (let bin = 0; bin < pairBins.count; bin++)
        for (const stretch of sort(bin)) yield* counted(stretch, counts, shingles, share);
    },
  };
}

/** Pairs of a document, as far as bins go: most have few, and those of a corpus of like texts hundreds. */
const PAIRS = 64;

/** A row of a pair has the later rank, and the earlier one above how often it comes, less one: in that many bits. */
const TIMES_BITS = 4;
const TIMES = 1 << TIMES_BITS;
/** More documents have no place in a row; their table alone would take 16 GB. */
const MOST_RANKS = 2 ** (32 - TIMES_BITS);

function pairUp(keyBins: Bins, pairBins: Bins, inBin: number): Bins {
  for (let bin = 0; bin < keyBins.count; bin++) {
    const groups = groupsOf(keyBins.read(bin));
    for (let group = 0; group < groups.count; group++) pairGroup(groups, group, pairBins, inBin);
  }
  forgetGroups();
  return pairBins;
}

function pairGroup({ members, starts, times }: Groups, group: number, bins: Bins, inBin: number): void {
  const start = starts[group] ?? 0;
  const count = (starts[group + 1] ?? 0) - start;
  const first = count <= EVERYBODY ? EVERYBODY : FIRST;
  for (let i = 1; i < count; i++) {
    pairRow[0] = members[start + i] ?? 0;
    const bin = Math.floor(pairRow[0] / inBin);
    const next = Math.max(first, i - NEXT);
    for (let j = 0; j < i; j++) {
      if (j === first) j = next;
      for (let left = times[group] ?? 0; left > 0; left -= TIMES) {
        pairRow[1] = (members[start + j] ?? 0) * TIMES + Math.min(left, TIMES) - 1;
        bins.push(bin, pairRow);
      }
    }
  }
}

const pairRow = new Uint32Array(2);

let ordered = new Float64Array(64);

/**
 * Each pair once, by the later rank; only those that came often enough.
 * @param counts a zero for each document.
 * @param share of the keys of the smaller sketch that is enough.
 */
function* counted(
  { base, ends, earliers }: ByLater,
  counts: Uint32Array,
  shingles: Uint32Array,
  share: number,
): Generator<Pairs, void, undefined> {
  let from = 0;
  for (const [at, to] of ends.entries()) {
    if (to === from) continue;
    const later = base + at;
    addTimes(earliers, from, to, counts);
    if (ordered.length < to - from) ordered = new Float64Array(2 * (to - from));
    let found = 0;
    for (; from < to; from++) {
      const earlier = (earliers[from] ?? 0) >>> TIMES_BITS;
      const common = counts[earlier] ?? 0;
      counts[earlier] = 0;
      if (common > 0 && common >= enough(shingles[later] ?? 0, shingles[earlier] ?? 0, share))
        ordered[found++] = earlier - common * MOST_RANKS;
    }
    if (found === 0) continue;
    if (found > 1) ordered.subarray(0, found).sort();
    const earlier = new Array<number>(found);
    for (let i = 0; i < found; i++) earlier[i] = rankOf(ordered[i] ?? 0);
    yield { later, earlier };
  }
}

/** This share of the keys that the sketches of two texts of so many shingles can have in common. */
function enough(a: number, b: number, share: number): number {
  return share * Math.min(a, b) * Math.min(sketchShare(a), sketchShare(b));
}

/** The rank without what ordered it. */
function rankOf(order: number): number {
  return ((order % MOST_RANKS) + MOST_RANKS) % MOST_RANKS;
}

function addTimes(earliers: Uint32Array, from: number, to: number, counts: Uint32Array): void {
  for (let i = from; i < to; i++) {
    const row = earliers[i] ?? 0;
    counts[row >>> TIMES_BITS] = (counts[row >>> TIMES_BITS] ?? 0) + (row % TIMES) + 1;
  }
}
