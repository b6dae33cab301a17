import { addCapitals, ASCII, type Found, plant, type Trie, WIDE } from './trie.js';
import { UNIT_FOLD } from './unit-fold.js';

/**
 * Calls `found` with the number of each string that occurs in `[start, end)` of a text and where it begins, in one
 * pass over it (Aho and Corasick, 1975).
 */
export type LiteralScan = (text: string, start: number, end: number, found: Found) => void;

/** Strings as `foldUnits` made them. */
export function literalScan(strings: readonly string[]): LiteralScan {
  if (strings.length === 0) return () => undefined;
  const trie = plant(strings);
  const fail = link(trie);
  addCapitals(trie);
  const { dense, wide, begins, ends } = trie;
  const lengths = strings.map(({ length }) => length);
  const hasEnds = Uint8Array.from(ends, list => (list.length > 0 ? 1 : 0));

  const wideStep = (state: number, unit: number): number => {
    for (let from = state; from !== 0; from = fail[from] ?? 0) {
      const next = wide.get(from * WIDE + unit);
      if (next !== undefined) return next;
    }
    return begins[unit] === 1 ? (wide.get(unit) ?? 0) : 0;
  };
  return (text, start, end, found) => {
    let state = 0;
    for (let i = start; i < end; i++) {
      let unit = text.charCodeAt(i);
      if (unit >= ASCII) unit = UNIT_FOLD[unit] ?? 0;
      state = unit < ASCII ? (dense[state * ASCII + unit] ?? 0) : wideStep(state, unit);
      if (hasEnds[state] === 1)
        for (const string of ends[state] ?? []) found(string, i + 1 - (lengths[string] ?? 0));
    }
  };
}

/** For each state the longest other state that is a suffix of it; fills the gaps of the dense table by it. */
function link({ dense, wide, ends }: Trie): Int32Array {
  const fail = new Int32Array(ends.length);
  const byState: (readonly [unit: number, next: number])[][] = ends.map(() => []);
  for (const [key, next] of wide) byState[Math.floor(key / WIDE)]?.push([key % WIDE, next]);
  const queue = [0];
  for (const state of queue) {
    const back = fail[state] ?? 0;
    if (state !== 0 && back !== 0) ends[state] = [...(ends[state] ?? []), ...(ends[back] ?? [])];
    for (let unit = 0; unit < ASCII; unit++) {
      const next = dense[state * ASCII + unit] ?? 0;
      const other = state === 0 ? 0 : (dense[back * ASCII + unit] ?? 0);
      if (next === 0) dense[state * ASCII + unit] = other;
      else {
        fail[next] = other;
        queue.push(next);
      }
    }
    for (const [unit, next] of byState[state] ?? []) {
      fail[next] = state === 0 ? 0 : wideFail(wide, fail, back, unit);
      queue.push(next);
    }
  }
  return fail;
}

function wideFail(wide: ReadonlyMap<number, number>, fail: Int32Array, from: number, unit: number): number {
  for (let state = from; ; state = fail[state] ?? 0) {
    const next = wide.get(state * WIDE + unit);
    if (next !== undefined) return next;
    if (state === 0) return 0;
  }
}
