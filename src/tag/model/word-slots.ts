/**
 * Places for what is known of words, two to a set: of the words that fall into a set the last two stay. Words are
 * known by a hash of 64 bits.
 */
export interface WordSlots {
  /** Places, as a power of 2. */
  readonly bits: number;
  /** Two numbers a place. */
  readonly keys: Int32Array;
}

export function wordSlots(bits: number): WordSlots {
  return { bits, keys: new Int32Array(2 ** (bits + 1)) };
}

/**
 * The place of a word under `key`. Where the word was not known its place is made ready for it, and the answer is
 * negative: -1 less the place.
 */
export function slotOf({ bits, keys }: WordSlots, key: number, units: Uint16Array, length: number): number {
  let a = 0x2545f491 ^ length ^ Math.imul(key, 0x27d4eb2d);
  let b = 0x9e3779b9 ^ key;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 15);
  }
  a ^= a >>> 15;
  if (a === 0) a = 1;
  const slot = (Math.imul(a, 0x85ebca6b) >>> (32 - bits)) & ~1;
  if (keys[2 * slot] === a && keys[2 * slot + 1] === b) return slot;
  if (keys[2 * slot + 2] === a && keys[2 * slot + 3] === b) return slot + 1;
  const taken = keys[2 * slot] === 0 || (b & 1) === 0 ? slot : slot + 1;
  keys[2 * taken] = a;
  keys[2 * taken + 1] = b;
  return -1 - taken;
}
