import { memoryBins } from './bins.js';
import { duplicatesOf, type RankedKeys } from './duplicates.js';
import { exactKey, KEY_WORDS } from './exact-key.js';
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
  const units = unitStore(ranked.length);
  const exact = new Uint32Array(KEY_WORDS * ranked.length);
  const shingles = new Uint32Array(ranked.length);
  let sketchKeys = 0;
  for (const [rank, { text }] of ranked.entries()) {
    const found = unitsOf(text);
    const count = shingleCount(found.count);
    shingles[rank] = count;
    exact.set(exactKey(found), KEY_WORDS * rank);
    // Only documents with a sketch are ever candidates.
    if (count <= SHORT_SHINGLES) continue;
    sketchKeys += count * sketchShare(count);
    units.set(rank, found);
  }
  const keys = function* (): Generator<RankedKeys, void, undefined> {
    for (let rank = 0; rank < ranked.length; rank++)
      yield {
        rank,
        exact: exact.subarray(KEY_WORDS * rank, KEY_WORDS * (rank + 1)),
        sketch: () => {
          if ((shingles[rank] ?? 0) <= SHORT_SHINGLES) return NONE;
          const found = units.get(rank);
          return sketchOf(found, shingleHashes(found));
        },
      };
  };
  const known = new Map<number, Likeness>();
  const likeness = (rank: number): Likeness => {
    const found = known.get(rank);
    if (found) return found;
    const likely = likenessOfShingles(shingleHashes(units.get(rank)), ranked[rank]?.text ?? '');
    known.set(rank, likely);
    return likely;
  };
  const corpus = { shingles, scope: undefined, keys, sketchKeys, likeness };
  return Array.from(duplicatesOf(corpus, near, memoryBins).all(), ({ rank, keeper, ...how }) => ({
    id: ranked[rank]?.id ?? '',
    keptId: ranked[keeper]?.id ?? '',
    ...how,
  }));
}

const NONE: Uint32Array = new Uint32Array();

/** Words that are asked for at once: very many small arrays would cost more than what they hold. */
const CHUNK_WORDS = 1 << 18;

interface UnitStore {
  readonly set: (rank: number, units: UnitHashes) => void;
  readonly get: (rank: number) => UnitHashes;
}

function unitStore(documents: number): UnitStore {
  const chunks: Uint32Array[] = [];
  const [chunkOf, starts, counts] = [0, 0, 0].map(() => new Uint32Array(documents)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let chunk = NONE;
  let end = 0;
  return {
    set: (rank, { count, hashes }) => {
      if (end + count > chunk.length) {
        chunk = new Uint32Array(Math.max(CHUNK_WORDS, count));
        chunks.push(chunk);
        end = 0;
      }
      chunk.set(hashes.subarray(0, count), end);
      chunkOf[rank] = chunks.length - 1;
      starts[rank] = end;
      counts[rank] = count;
      end += count;
    },
    get: rank => {
      const start = starts[rank] ?? 0;
      const count = counts[rank] ?? 0;
      return { count, hashes: (chunks[chunkOf[rank] ?? 0] ?? NONE).subarray(start, start + count) };
    },
  };
}
