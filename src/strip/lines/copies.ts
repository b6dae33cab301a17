import { MOST_ODDS } from './forest.js';

/** By line: the lowest odds among the others that say the same, and among those above it; MOST_ODDS where there are none. */
export interface Copies {
  readonly others: Float32Array;
  readonly above: Float32Array;
}

/** Lines with the same key say the same; lines of the key 0 say nothing that others say. */
export function copies(keys: ArrayLike<number>, odds: Float64Array): Copies {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    if (key === 0) continue;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  const others = new Float32Array(keys.length).fill(MOST_ODDS);
  const above = new Float32Array(keys.length).fill(MOST_ODDS);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [least, next] = group.map(i => odds[i] ?? 0).sort((a, b) => a - b) as [number, number];
    let before = MOST_ODDS;
    for (const i of group) {
      const own = odds[i] ?? 0;
      others[i] = own === least ? next : least;
      above[i] = before;
      before = Math.min(before, own);
    }
  }
  return { others, above };
}
