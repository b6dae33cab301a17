/** A set of 32-bit hashes that is filled anew again and again (open addressing). */
export interface HashSet {
  /** Empties the set and makes room for so many hashes. */
  readonly clear: (most: number) => void;
  /** Whether the hash is new. */
  readonly add: (hash: number) => boolean;
  /** How many of these it has not; counts on to one more than `most`. */
  readonly missing: (hashes: Uint32Array, most: number) => number;
}

/** Hashes above zero: in the table that is a free slot. */
export function hashSet(): HashSet {
  let table = new Uint32Array(1024);
  let mask = 0;
  return {
    clear: most => {
      const size = 2 ** Math.ceil(Math.log2(2 * most + 1));
      if (table.length < size) table = new Uint32Array(size);
      else table.fill(0, 0, size);
      mask = size - 1;
    },
    add: hash => {
      let slot = hash & mask;
      for (let found = table[slot]; found !== 0; found = table[slot]) {
        if (found === hash) return false;
        slot = (slot + 1) & mask;
      }
      table[slot] = hash;
      return true;
    },
    missing: (hashes, most) => missing(table, mask, hashes, most),
  };
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
