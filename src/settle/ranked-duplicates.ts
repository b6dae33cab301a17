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

const HOW = ['kept', 'exact', 'near'] as const;
/** Similarities are told to four places. */
const STEPS = 1e4;

export function rankedDuplicates(documents: number): RankedDuplicates {
  const how = new Uint8Array(documents);
  const keepers = new Uint32Array(documents);
  const jaccards = new Uint16Array(documents);
  const containments = new Uint16Array(documents);
  let size = 0;
  const get = (rank: number): RankedDuplicate | undefined => {
    const kind = HOW[how[rank] ?? 0] ?? 'kept';
    if (kind === 'kept') return undefined;
    const [jaccard, containment] = [(jaccards[rank] ?? 0) / STEPS, (containments[rank] ?? 0) / STEPS];
    return { rank, keeper: keepers[rank] ?? 0, how: kind, jaccard, containment };
  };
  return {
    size: () => size,
    has: rank => (how[rank] ?? 0) > 0,
    get,
    all: function* () {
      for (let rank = 0; rank < documents; rank++) {
        const one = get(rank);
        if (one) yield one;
      }
    },
    set: one => {
      if (how[one.rank] === 0) size++;
      how[one.rank] = HOW.indexOf(one.how);
      keepers[one.rank] = one.keeper;
      jaccards[one.rank] = Math.round(STEPS * one.jaccard);
      containments[one.rank] = Math.round(STEPS * one.containment);
    },
  };
}
