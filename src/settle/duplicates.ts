import { doubled, type MakeBins, memoryBins, orderOf, BIN_ROWS } from './bins.js';
import { candidates } from './candidates.js';
import { exactKey } from './exact-key.js';
import { nearDuplicates } from './keepers.js';
import { type RankedDuplicates, rankedDuplicates } from './ranked-duplicates.js';
import { compareRank, KEEPER_DEFAULTS } from './rank.js';
import { shingleCount, shingleHashes } from './shingles.js';
import {
  type Likeness,
  likenessOfShingles,
  type NearOptions,
  SHORT_SHINGLES,
  type Similarity,
} from './similar.js';
import { sketchOf } from './sketch.js';
import { unitsOf } from './units.js';

/** A corpus whose documents are named by their rank: 0 is the one that all others give way to. */
export interface RankedCorpus {
  /** Shingles of each document. */
  readonly shingles: Uint32Array;
  /** The source of each document, where documents of different sources may not meet; undefined where all may. */
  readonly scope: Uint32Array | undefined;
  /** Exact key and sketch of each document, in any order. */
  readonly keys: () => Iterable<RankedKeys>;
  /** About how many keys all sketches hold. */
  readonly sketchKeys: number;
  readonly likeness: (rank: number) => Likeness;
  /** Told which documents `likeness` will be asked for, 1 for each of them, by rank. */
  readonly prepare?: (isNeeded: Uint8Array) => void;
}

export interface RankedKeys {
  readonly rank: number;
  /** Hexadecimal. */
  readonly exact: string;
  readonly sketch: () => Uint32Array;
}

/** Finds what to leave out of a corpus so that of each text one stays. */
export function duplicatesOf(
  { shingles, scope, keys, sketchKeys, likeness, prepare }: RankedCorpus,
  near: NearOptions | undefined,
  makeBins: MakeBins,
): RankedDuplicates {
  const duplicates = rankedDuplicates(shingles.length);
  exactDuplicates(keys(), shingles.length, scope, makeBins, duplicates);
  if (near) {
    const found = candidates(shingles, leastContainment(near), sketchKeys, makeBins);
    for (const { rank, sketch } of keys()) if (!duplicates.has(rank)) found.add(rank, sketch());
    if (prepare) {
      const needed = new Uint8Array(shingles.length);
      for (const { later, earlier } of found.pairs()) needed[later] = needed[earlier] = 1;
      prepare(needed);
    }
    const mayMeet = (later: number, earlier: number): boolean =>
      !duplicates.has(earlier) && (!scope || scope[later] === scope[earlier]);
    for (const { rank, keeper, similarity } of nearDuplicates(found.pairs(), likeness, mayMeet, near))
      duplicates.set({ rank, keeper, how: 'near', ...similarity });
    // What an exact duplicate gave way to may itself have given way to another text.
    for (const { rank, keeper, how } of duplicates.all()) {
      const next = how === 'exact' ? duplicates.get(keeper) : undefined;
      if (next) duplicates.set({ ...next, rank });
    }
  }
  return duplicates;
}

/** Finds the keeper of each exact duplicate: the first rank with its key, and in its scope. */
function exactDuplicates(
  keys: Iterable<RankedKeys>,
  documents: number,
  scope: Uint32Array | undefined,
  makeBins: MakeBins,
  duplicates: RankedDuplicates,
): void {
  const bins = makeBins('exact', Math.max(1, Math.ceil(documents / BIN_ROWS)));
  for (const { rank, exact } of keys) {
    if (exact === '') continue;
    const words = [0, 8, 16, 24].map(at => parseInt(exact.slice(at, at + 8), 16));
    bins.push((words[3] ?? 0) % bins.count, [...words, rank]);
  }
  for (let bin = 0; bin < bins.count; bin++) {
    const rows = bins.read(bin);
    const order = orderOf(rows, 5);
    const word = (i: number, offset: number): number => rows[5 * (order[i] ?? 0) + offset] ?? 0;
    for (let start = 0, end = 1; start < order.length; end++) {
      if (end < order.length && word(end, 0) === word(start, 0)) continue;
      if (end - start > 1) {
        const groups = new Map<string, number[]>();
        for (let i = start; i < end; i++) {
          const rank = word(i, 4);
          const key = [word(i, 1), word(i, 2), word(i, 3), scope?.[rank]].join();
          const group = groups.get(key);
          if (group) group.push(rank);
          else groups.set(key, [rank]);
        }
        for (const group of groups.values()) {
          const keeper = group.reduce((least, rank) => Math.min(least, rank));
          for (const rank of group)
            if (rank !== keeper) duplicates.set({ rank, keeper, how: 'exact', jaccard: 1, containment: 1 });
        }
      }
      start = end;
    }
  }
}

/** Of two texts with a Jaccard similarity of j the shorter shares at least 2j / (1 + j) of its shingles. */
function leastContainment({ jaccard, containment }: NearOptions): number {
  return Math.min(containment, (2 * jaccard) / (1 + jaccard));
}

export interface TextDocument {
  readonly id: string;
  readonly text: string;
}

/** A document of which another says the same. */
export interface DuplicateOf extends Similarity {
  readonly id: string;
  readonly keptId: string;
  readonly how: 'exact' | 'near';
}

/** What else must hold is in `similar.ts`. */
export const NEAR_DEFAULTS: NearOptions = { jaccard: 0.8, containment: 0.9 };

/**
 * The documents to leave out so that of each text one stays: the longest, of equals the one with the smallest id.
 * For corpora in memory; the order of the documents makes no difference.
 */
export function findDuplicates(
  documents: readonly TextDocument[],
  near: NearOptions = NEAR_DEFAULTS,
): DuplicateOf[] {
  const ranked = documents
    .map(({ id, text }) => ({ id, text, chars: text.length, created: '', site: '' }))
    .sort((a, b) => compareRank(a, b, KEEPER_DEFAULTS));
  const hashes = growing();
  const sketches = growing();
  const keys = ranked.map(({ text }, rank) => {
    const units = unitsOf(text);
    const shingles = shingleCount(units.count);
    // Only documents with a sketch are ever candidates.
    const inOrder = shingles > SHORT_SHINGLES ? shingleHashes(units) : NONE;
    const ofShingles = hashes.add(inOrder);
    const ofSketch = sketches.add(inOrder === NONE ? NONE : sketchOf(units, inOrder));
    return { rank, exact: exactKey(units), shingles, hashes: ofShingles, sketch: ofSketch };
  });
  const known = new Map<number, Likeness>();
  const likeness = (rank: number): Likeness => {
    const found = known.get(rank);
    if (found) return found;
    const likely = likenessOfShingles(keys[rank]?.hashes() ?? NONE, ranked[rank]?.text ?? '');
    known.set(rank, likely);
    return likely;
  };
  const corpus = {
    shingles: Uint32Array.from(keys, ({ shingles }) => shingles),
    scope: undefined,
    keys: () => keys,
    sketchKeys: sketches.length() / 2,
    likeness,
  };
  return Array.from(duplicatesOf(corpus, near, memoryBins).all(), ({ rank, keeper, ...how }) => ({
    id: ranked[rank]?.id ?? '',
    keptId: ranked[keeper]?.id ?? '',
    ...how,
  }));
}

const NONE = new Uint32Array();

/** Arrays in one that grows: very many small ones would cost more than what they hold. */
function growing(): { add: (words: Uint32Array) => () => Uint32Array; length: () => number } {
  let all = new Uint32Array(1 << 16);
  let end = 0;
  return {
    add: words => {
      while (all.length < end + words.length) all = doubled(all);
      all.set(words, end);
      const start = end;
      end += words.length;
      const stop = end;
      return () => all.subarray(start, stop);
    },
    length: () => end,
  };
}
