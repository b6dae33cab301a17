/** How often each of many whole numbers (32 bits) was added; a map without objects. */
export interface Counter {
  /** Adds one; returns how often the number was added before. */
  readonly add: (key: number) => number;
  readonly get: (key: number) => number;
}

/** @param most - how many numbers are added at most. */
export function counter(most: number): Counter {
  const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const keys = new Int32Array(slots);
  const counts = new Int32Array(slots);
  const find = (key: number): number => {
    // The low bits alone of a hash of short words stand close together.
    let slot = (key ^ (key >>> 15)) & (slots - 1);
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  return {
    add: key => {
      const slot = find(key);
      keys[slot] = key;
      const before = counts[slot] ?? 0;
      counts[slot] = before + 1;
      return before;
    },
    get: key => counts[find(key)] ?? 0,
  };
}
