import { recordId } from '../core/hash.js';
import { largeFloat64 } from '../core/large-array.js';
import { hash53 } from './hash53.js';

/** A record that brought its own id, as a shard's key file tells it. */
export type OwnId = readonly [id: string, path: string, offset: number];

/** A record that gets another id than its own. */
export interface Renamed {
  readonly path: string;
  readonly offset: number;
  readonly id: string;
}

/**
 * New ids for the records whose own id another record before them has: the id with the record's offset as suffix
 * or, where some record has that too, the id that a record without one gets.
 * @param shards each shard's own ids, in the order of the plan; read twice, so that only hashes stay in memory
 * (8 bytes an id).
 * @returns for each shard, in the same order, its records to rename.
 */
export function distinctIds(shards: readonly (() => Iterable<OwnId>)[]): Renamed[][] {
  const hashes = sortedHashes(shards);
  const taken = new Set<string>();
  return shards.map(ids => {
    const renamed: Renamed[] = [];
    for (const [id, path, offset] of ids()) {
      if (occurrences(hashes, id) < 2) continue;
      if (!taken.has(id)) {
        taken.add(id);
        continue;
      }
      const suffixed = `${id}-${offset}`;
      const fresh =
        taken.has(suffixed) || occurrences(hashes, suffixed) > 0 ? recordId(path, offset) : suffixed;
      taken.add(fresh);
      renamed.push({ path, offset, id: fresh });
    }
    return renamed;
  });
}

function sortedHashes(shards: readonly (() => Iterable<OwnId>)[]): Float64Array {
  let hashes = new Float64Array(1024);
  let length = 0;
  for (const ids of shards)
    for (const [id] of ids()) {
      if (length === hashes.length) {
        const larger = largeFloat64(length * 2);
        larger.set(hashes);
        hashes = larger;
      }
      hashes[length++] = hash53(id);
    }
  return hashes.subarray(0, length).sort();
}

/** How many own ids have the hash of `id`; 2 stands for more. Two ids with one hash only cost a look at the ids themselves. */
function occurrences(hashes: Float64Array, id: string): 0 | 1 | 2 {
  const wanted = hash53(id);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] !== wanted ? 0 : hashes[low + 1] !== wanted ? 1 : 2;
}
