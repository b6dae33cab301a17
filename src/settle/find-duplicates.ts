import { memoryBins } from './bins.js';
import { duplicatesOf, type RankedKeys } from './duplicates.js';
import { exactKey } from './exact-key.js';
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
  const keep = unitStore();
  const shingles = new Uint32Array(ranked.length);
  let sketchKeys = 0;
  const keys = ranked.map(({ text }, rank): RankedKeys & { units: UnitHashes } => {
    const units = unitsOf(text);
    const count = shingleCount(units.count);
    shingles[rank] = count;
    const exact = exactKey(units);
    // Only documents with a sketch are ever candidates.
    if (count <= SHORT_SHINGLES) return { rank, exact, units: NONE, sketch: noSketch };
    sketchKeys += count * sketchShare(count);
    const kept = keep(units);
    return { rank, exact, units: kept, sketch: () => sketchOf(kept, shingleHashes(kept)) };
  });
  const known = new Map<number, Likeness>();
  const likeness = (rank: number): Likeness => {
    const found = known.get(rank);
    if (found) return found;
    const likely = likenessOfShingles(shingleHashes(keys[rank]?.units ?? NONE), ranked[rank]?.text ?? '');
    known.set(rank, likely);
    return likely;
  };
  const corpus = { shingles, scope: undefined, keys: () => keys, sketchKeys, likeness };
  return Array.from(duplicatesOf(corpus, near, memoryBins).all(), ({ rank, keeper, ...how }) => ({
    id: ranked[rank]?.id ?? '',
    keptId: ranked[keeper]?.id ?? '',
    ...how,
  }));
}

const NONE: UnitHashes = { count: 0, hashes: new Uint32Array() };

function noSketch(): Uint32Array {
  return NONE.hashes;
}

/** Words that are asked for at once: very many small arrays would cost more than what they hold. */
const CHUNK_WORDS = 1 << 18;

function unitStore(): (units: UnitHashes) => UnitHashes {
  let chunk = new Uint32Array();
  let end = 0;
  return ({ count, hashes }) => {
    if (end + count > chunk.length) {
      chunk = new Uint32Array(Math.max(CHUNK_WORDS, count));
      end = 0;
    }
    const kept = chunk.subarray(end, end + count);
    kept.set(hashes.subarray(0, count));
    end += count;
    return { count, hashes: kept };
  };
}
