/** Small numbers in place of hashes (32 bits), from 1 on in the order in which they come and 0 for 0: lists by them need no map. */
export interface Numbering {
  readonly of: (hash: number) => number;
  /** These numbers, each once. */
  readonly unique: (numbers: readonly number[]) => number[];
}

/** @param most - how many hashes are numbered at most. */
export function numbering(most: number): Numbering {
  const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const hashes = new Int32Array(slots);
  const numbers = new Int32Array(slots);
  // By number: the list that it was last seen in.
  const seen = new Int32Array(most + 1);
  let [last, lists] = [0, 0];
  return {
    of: hash => {
      if (hash === 0) return 0;
      // The low bits alone of a hash of short words stand close together.
      let slot = (hash ^ (hash >>> 15)) & (slots - 1);
      while (numbers[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (slots - 1);
      if (numbers[slot] === 0) {
        hashes[slot] = hash;
        numbers[slot] = ++last;
      }
      return numbers[slot] ?? 0;
    },
    unique: list => {
      lists++;
      const once: number[] = [];
      for (const number of list) {
        if (seen[number] === lists) continue;
        seen[number] = lists;
        once.push(number);
      }
      return once;
    },
  };
}

/** As many zeros as there are numbers among these, and one for 0. */
export function tableFor(numbers: ArrayLike<number>): Int32Array {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i] ?? 0);
  return new Int32Array(most + 1);
}
