import { memoryBins } from './bins.js';
import { duplicatesOf, type RankedKeys } from './duplicates.js';
import { KEY_WORDS, writeExactKey } from './exact-key.js';
import { keptWords } from './kept-words.js';
import { compareRank, KEEPER_DEFAULTS } from './rank.js';
import { shingleCount, shingleHashes } from './shingles.js';
import {
  type Likeness,
  likenessOfShingles,
  NEAR_DEFAULTS,
  type NearOptions,
  SHORT_SHINGLES,
  type Similarity,
} from './similar.js';
import { sketchOf, sketchShare } from './sketch.js';
import { type UnitHashes, unitsOf } from './units.js';

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
  const keep = keptWords();
  const units = new Array<UnitHashes | undefined>(ranked.length).fill(undefined);
  const exact = new Uint32Array(KEY_WORDS * ranked.length);
  const shingles = new Uint32Array(ranked.length);
  let sketchKeys = 0;
  for (const [rank, { text }] of ranked.entries()) {
    const found = unitsOf(text);
    const count = shingleCount(found.count);
    shingles[rank] = count;
    writeExactKey(found, exact, KEY_WORDS * rank);
    // Only documents with a sketch are ever candidates.
    if (count <= SHORT_SHINGLES) continue;
    sketchKeys += count * sketchShare(count);
    units[rank] = { count: found.count, hashes: keep(found.hashes, found.count) };
  }
  const one = {
    rank: 0,
    exact: new Uint32Array(KEY_WORDS),
    sketch: () => {
      const found = units[one.rank];
      return found ? sketchOf(found, shingleHashes(found)) : NONE;
    },
  };
  const keys = function* (): Generator<RankedKeys, void, undefined> {
    for (one.rank = 0; one.rank < ranked.length; one.rank++) {
      for (let i = 0; i < KEY_WORDS; i++) one.exact[i] = exact[KEY_WORDS * one.rank + i] ?? 0;
      yield one;
    }
  };
  const known = new Array<Likeness | undefined>(ranked.length).fill(undefined);
  const likeness = (rank: number): Likeness =>
    (known[rank] ??= likenessOfShingles(
      shingleHashes(units[rank] ?? NO_UNITS),
      ranked[rank]?.text ?? '',
      keep,
    ));
  const corpus = { shingles, scope: undefined, keys, sketchKeys, likeness };
  return Array.from(duplicatesOf(corpus, near, memoryBins).all(), ({ rank, keeper, ...how }) => ({
    id: ranked[rank]?.id ?? '',
    keptId: ranked[keeper]?.id ?? '',
    ...how,
  }));
}

const NONE: Uint32Array = new Uint32Array();
const NO_UNITS: UnitHashes = { count: 0, hashes: NONE };
