import { largeUint8 } from '../core/large-array.js';
import type { MakeBins } from './bins.js';
import { candidates } from './candidates.js';
import { exactDuplicates } from './exact-duplicates.js';
import { nearDuplicates } from './keepers.js';
import { pairStore } from './pair-store.js';
import { type RankedDuplicates, rankedDuplicates } from './ranked-duplicates.js';
import type { Likeness, NearOptions } from './similar.js';

/** A corpus whose documents are named by their rank: 0 is the one that all others give way to. */
export interface RankedCorpus {
  /** Shingles of each document. */
  readonly shingles: Uint32Array;
  /** The source of each document, where documents of different sources may not meet; undefined where all may. */
  readonly scope: Uint32Array | undefined;
  /** Exact key and sketch of each document, in any order. What is given may be used again for the next one. */
  readonly keys: () => Iterable<RankedKeys>;
  /** About how many keys all sketches hold. */
  readonly sketchKeys: number;
  readonly likeness: (rank: number) => Likeness;
  /** Told which documents `likeness` will be asked for, 1 for each of them, by rank. */
  readonly prepare?: (isNeeded: Uint8Array) => void;
}

export interface RankedKeys {
  readonly rank: number;
  /** Undefined where exact duplicates are not looked for. */
  readonly exact: Uint32Array | undefined;
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
    const worth = pairStore(makeBins);
    const needed = largeUint8(shingles.length);
    for (const pairs of found.pairs()) {
      worth.put(pairs);
      needed[pairs.later] = 1;
      for (const rank of pairs.earlier) needed[rank] = 1;
    }
    prepare?.(needed);
    const mayMeet = (later: number, earlier: number): boolean =>
      !duplicates.has(earlier) && (!scope || scope[later] === scope[earlier]);
    nearDuplicates(worth.all(), likeness, mayMeet, near, ({ rank, keeper, similarity }) => {
      duplicates.set({ rank, keeper, how: 'near', ...similarity });
    });
    // What an exact duplicate gave way to may itself have given way to another text.
    for (const { rank, keeper, how } of duplicates.all()) {
      const next = how === 'exact' ? duplicates.get(keeper) : undefined;
      if (next) duplicates.set({ ...next, rank });
    }
  }
  return duplicates;
}

/** Of two texts with a Jaccard similarity of j the shorter shares at least 2j / (1 + j) of its shingles. */
function leastContainment({ jaccard, containment }: NearOptions): number {
  return Math.min(containment, (2 * jaccard) / (1 + jaccard));
}
