/** A set of 32-bit hashes that is filled anew again and again (open addressing). */
export interface HashSet {
  /** Empties the set and makes room for so many hashes. */
  readonly clear: (most: number) => void;
  /** Whether the hash is new. */
  readonly add: (hash: number) => boolean;
  /** Adds hashes, and writes those that are new to `news`, which may be the same array; how many these are. */
  readonly addAll: (hashes: Uint32Array, news: Uint32Array) => number;
  /** How many of these it has not; counts on to one more than `most`. */
  readonly missing: (hashes: Uint32Array, most: number) => number;
}

/** Of hashes above zero, for in the table that is a free slot; a zero is taken for a one. */
export function hashSet(): HashSet {
  let table = new Uint32Array(1024);
  let mask = 0;
  return {
    clear: most => {
      const size = powerAbove(2 * most);
      if (table.length < size) table = new Uint32Array(size);
      else table.fill(0, 0, size);
      mask = size - 1;
    },
    add: hash => add(table, mask, hash),
    addAll: (hashes, news) => addAll(table, mask, hashes, news),
    missing: (hashes, most) => missing(table, mask, hashes, most),
  };
}

/** The smallest power of two that is greater. */
export function powerAbove(count: number): number {
  return 2 ** (32 - Math.clz32(count));
}

function add(table: Uint32Array, mask: number, hash: number): boolean {
  let slot = hash & mask;
  let found = table[slot];
  while (found !== 0 && found !== hash) {
    slot = (slot + 1) & mask;
    found = table[slot];
  }
  if (found === hash) return false;
  table[slot] = hash;
  return true;
}

function addAll(table: Uint32Array, mask: number, hashes: Uint32Array, news: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] || 1;
    if (add(table, mask, hash)) news[count++] = hash;
  }
  return count;
}

function missing(table: Uint32Array, mask: number, hashes: Uint32Array, most: number): number {
  let count = 0;
  for (let i = 0; i < hashes.length && count <= most; i++) {
    const hash = hashes[i] ?? 0;
    let slot = hash & mask;
    while (table[slot] !== hash && table[slot] !== 0) slot = (slot + 1) & mask;
    if (table[slot] === 0) count++;
  }
  return count;
}
