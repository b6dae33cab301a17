import { MOST_ODDS } from './forest.js';
import { tableFor } from './numbering.js';

/** By line: the lowest odds among the others that say the same, and among those above it; MOST_ODDS where there are none. */
export interface Copies {
  readonly others: Float32Array;
  readonly above: Float32Array;
}

/** Lines with the same number say the same; lines of the number 0 say nothing that others say. */
export function copies(keys: readonly number[], odds: Float64Array): Copies {
  const counts = tableFor(keys);
  // By number: the lowest odds, and the next; then, again line by line, the lowest so far.
  const least = new Float64Array(counts.length).fill(Infinity);
  const next = new Float64Array(counts.length).fill(Infinity);
  const before = new Float64Array(counts.length).fill(MOST_ODDS);
  keys.forEach((key, i) => {
    const own = odds[i] ?? 0;
    const lowest = least[key] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
    next[key] = Math.min(next[key] ?? 0, Math.max(own, lowest));
    least[key] = Math.min(own, lowest);
  });
  const others = new Float32Array(keys.length).fill(MOST_ODDS);
  const above = new Float32Array(keys.length).fill(MOST_ODDS);
  keys.forEach((key, i) => {
    if (key === 0 || (counts[key] ?? 0) < 2) return;
    const own = odds[i] ?? 0;
    others[i] = (own === least[key] ? next[key] : least[key]) ?? 0;
    above[i] = before[key] ?? 0;
    before[key] = Math.min(before[key] ?? 0, own);
  });
  return { others, above };
}
