import type { Pairs } from './candidates.js';
import { type Likeness, type NearOptions, similar, type Similarity } from './similar.js';

/** A document that gives way to another. Both are ranks. */
export interface Duplicate {
  readonly rank: number;
  readonly keeper: number;
  readonly similarity: Similarity;
}

/**
 * Tells of near-duplicates, in order of rank. A document is dropped only for being similar to one that is kept itself, never for
 * being similar to something similar; so the result depends on the set of documents, not on who was compared first.
 * @param pairs in order of the later rank, as `candidates` gives them.
 * @param mayMeet false for documents that are not to be compared: those of different sources, and where the earlier one has
 * been dropped, which the caller notes as soon as it is told.
 */
export function nearDuplicates(
  pairs: Iterable<Pairs>,
  likeness: (rank: number) => Likeness,
  mayMeet: (later: number, earlier: number) => boolean,
  options: NearOptions,
  tell: (found: Duplicate) => void,
): void {
  for (const { later, earlier } of pairs)
    for (const keeper of earlier) {
      if (!mayMeet(later, keeper)) continue;
      // The one that stays the same is asked for last: what it is compared by lies ready then.
      const kept = likeness(keeper);
      const similarity = similar(likeness(later), kept, options);
      if (!similarity) continue;
      tell({ rank: later, keeper, similarity });
      break;
    }
}
