import { childOf, type Found, plant, type Trie, UNITS } from './trie.js';
import { UNIT_FOLD } from './unit-fold.js';

/**
 * Calls `found` with the number of each string that occurs in `[start, end)` of a text and where it begins, in one
 * pass over it (Aho and Corasick, 1975).
 */
export type LiteralScan = (text: string, start: number, end: number, found: Found) => void;

/** Units that most strings are made of have a column of the table each; others are looked for from state to state. */
const COLUMNS = 64;
const OTHER = COLUMNS - 1;

/** Strings as `foldUnits` made them. */
export function literalScan(strings: readonly string[]): LiteralScan {
  if (strings.length === 0) return () => undefined;
  const trie = plant(strings);
  const columns = columnsOf(strings);
  const { fail, table } = link(trie, columns);
  const { root, ends } = trie;
  const lengths = strings.map(({ length }) => length);
  const hasEnds = Uint8Array.from(ends, list => (list.length > 0 ? 1 : 0));
  // Of texts as they are: capitals lead where their small letters lead.
  const columnOf = new Uint8Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) columnOf[unit] = columns[UNIT_FOLD[unit] ?? 0] ?? 0;

  const otherStep = (state: number, unit: number): number => {
    for (let from = state; from !== 0; from = fail[from] ?? 0) {
      const next = childOf(trie, from, unit);
      if (next !== 0) return next;
    }
    return root[unit] ?? 0;
  };
  return (text, start, end, found) => {
    let state = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      const column = columnOf[unit] ?? 0;
      if (column === 0) {
        state = 0;
        continue;
      }
      state =
        column === OTHER ? otherStep(state, UNIT_FOLD[unit] ?? 0) : (table[state * COLUMNS + column] ?? 0);
      if (hasEnds[state] === 1)
        for (const string of ends[state] ?? []) found(string, i + 1 - (lengths[string] ?? 0));
    }
  };
}

/** The column of each unit after `UNIT_FOLD`; 0 for a unit that stands in no string. The most frequent have their own. */
function columnsOf(strings: readonly string[]): Uint8Array {
  const counts = new Map<number, number>();
  for (const string of strings)
    for (let i = 0; i < string.length; i++) {
      const unit = string.charCodeAt(i);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  const columns = new Uint8Array(UNITS);
  [...counts]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .forEach(([unit], i) => {
      columns[unit] = Math.min(i + 1, OTHER);
    });
  return columns;
}

/** For each state the longest other state that is a suffix of it, and where each column leads from it. */
function link(trie: Trie, columns: Uint8Array): { readonly fail: Int32Array; readonly table: Int32Array } {
  const { child, sibling, units, ends } = trie;
  const fail = new Int32Array(ends.length);
  const table = new Int32Array(ends.length * COLUMNS);
  const queue = [0];
  for (const state of queue) {
    const back = fail[state] ?? 0;
    if (state !== 0) {
      table.copyWithin(state * COLUMNS, back * COLUMNS, (back + 1) * COLUMNS);
      if (back !== 0) ends[state] = [...(ends[state] ?? []), ...(ends[back] ?? [])];
    }
    for (let next = child[state] ?? 0; next !== 0; next = sibling[next] ?? 0) {
      const unit = units[next] ?? 0;
      const column = columns[unit] ?? 0;
      fail[next] = state === 0 ? 0 : failOf(trie, fail, back, unit);
      table[state * COLUMNS + column] = next;
      queue.push(next);
    }
  }
  return { fail, table };
}

function failOf(trie: Trie, fail: Int32Array, from: number, unit: number): number {
  for (let state = from; ; state = fail[state] ?? 0) {
    const next = childOf(trie, state, unit);
    if (next !== 0 || state === 0) return next;
  }
}
