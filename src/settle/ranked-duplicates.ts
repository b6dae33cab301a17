import { largeUint32 } from '../core/large-array.js';
import type { Similarity } from './similar.js';

/** A document that gives way to another; both are ranks. */
export interface RankedDuplicate extends Similarity {
  readonly rank: number;
  readonly keeper: number;
  readonly how: 'exact' | 'near';
}

/** Who gives way to whom, in a few bytes a document. */
export interface RankedDuplicates {
  readonly size: () => number;
  readonly has: (rank: number) => boolean;
  readonly get: (rank: number) => RankedDuplicate | undefined;
  /** By rank. */
  readonly all: () => Generator<RankedDuplicate, void, undefined>;
  readonly set: (one: RankedDuplicate) => void;
}

const HOW = ['exact', 'near'] as const;
/** Similarities are told to four places. */
const STEPS = 1e4;

export function rankedDuplicates(documents: number): RankedDuplicates {
  /** One more than the place of each document's decision; 0 where it stays. */
  const places = largeUint32(documents);
  let [how, keepers, jaccards, containments] = columns(64);
  let size = 0;
  const get = (rank: number): RankedDuplicate | undefined => {
    const at = (places[rank] ?? 0) - 1;
    if (at < 0) return undefined;
    const [jaccard, containment] = [(jaccards[at] ?? 0) / STEPS, (containments[at] ?? 0) / STEPS];
    return { rank, keeper: keepers[at] ?? 0, how: HOW[how[at] ?? 0] ?? 'exact', jaccard, containment };
  };
  const grow = (): void => {
    const more = columns(2 * how.length);
    [how, keepers, jaccards, containments].forEach((column, i) => more[i]?.set(column));
    [how, keepers, jaccards, containments] = more;
  };
  return {
    size: () => size,
    has: rank => (places[rank] ?? 0) > 0,
    get,
    all: function* () {
      for (let rank = 0; rank < documents; rank++) {
        const one = get(rank);
        if (one) yield one;
      }
    },
    set: one => {
      if (places[one.rank] === 0) {
        if (size === how.length) grow();
        places[one.rank] = ++size;
      }
      const at = (places[one.rank] ?? 0) - 1;
      how[at] = HOW.indexOf(one.how);
      keepers[at] = one.keeper;
      jaccards[at] = Math.round(STEPS * one.jaccard);
      containments[at] = Math.round(STEPS * one.containment);
    },
  };
}

type Columns = [how: Uint8Array, keepers: Uint32Array, jaccards: Uint16Array, containments: Uint16Array];

function columns(rows: number): Columns {
  return [new Uint8Array(rows), new Uint32Array(rows), new Uint16Array(rows), new Uint16Array(rows)];
}
