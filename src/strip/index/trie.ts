/** Strings, letter by letter; state 0 is the root. */
export interface Trie {
  /** Child of the root by UTF-16 unit; 0 when there is none. */
  readonly root: Int32Array;
  /** First child of a state, and the next child of its parent; 0 when there is none. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** The unit that leads to a state. */
  readonly units: Uint16Array;
  /** Numbers of the strings that end in a state. */
  readonly ends: (readonly number[])[];
}

/** Told the number of a string and the offset in the text where it begins. */
export type Found = (string: number, at: number) => void;

export const UNITS = 0x10000;

const NONE: readonly number[] = [];

/** Plants strings that `foldUnits` made. */
export function plant(strings: readonly string[]): Trie {
  // At most so many states. Room that nothing is written to costs nothing.
  const room = strings.reduce((sum, { length }) => sum + length, 1);
  const trie = {
    root: new Int32Array(UNITS),
    child: new Int32Array(room),
    sibling: new Int32Array(room),
    units: new Uint16Array(room),
    ends: [NONE] as (readonly number[])[],
  };
  strings.forEach((string, number) => {
    let state = 0;
    for (let i = 0; i < string.length; i++) {
      const unit = string.charCodeAt(i);
      state = childOf(trie, state, unit) || grow(trie, state, unit);
    }
    trie.ends[state] = [...(trie.ends[state] ?? NONE), number];
  });
  return trie;
}

/** The state that a unit leads to; 0 for none. */
export function childOf({ root, child, sibling, units }: Trie, state: number, unit: number): number {
  if (state === 0) return root[unit] ?? 0;
  let next = child[state] ?? 0;
  while (next !== 0 && units[next] !== unit) next = sibling[next] ?? 0;
  return next;
}

function grow({ root, child, sibling, units, ends }: Trie, state: number, unit: number): number {
  const next = ends.push(NONE) - 1;
  units[next] = unit;
  sibling[next] = child[state] ?? 0;
  child[state] = next;
  if (state === 0) root[unit] = next;
  return next;
}
