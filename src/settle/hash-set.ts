/** A set of 32-bit hashes that is filled anew again and again (open addressing). */
export interface HashSet {
  /** Empties the set and makes room for so many hashes. */
  readonly clear: (most: number) => void;
  /** Whether the hash is new. */
  readonly add: (hash: number) => boolean;
  readonly has: (hash: number) => boolean;
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
    has: hash => {
      let slot = hash & mask;
      for (let found = table[slot]; found !== 0; found = table[slot]) {
        if (found === hash) return true;
        slot = (slot + 1) & mask;
      }
      return false;
    },
  };
}
