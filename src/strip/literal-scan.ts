/** Finds which of many strings occur in a text, in one pass over it (Aho and Corasick, 1975). */
export interface LiteralScan {
  /** Calls `found` with the number of each string that occurs in `text`; a string may be reported more than once. */
  readonly scan: (text: string, found: (literal: number) => void) => void;
}

const ASCII = 128;
const WIDE = 0x10000;

interface Trie {
  /** Next state of an ASCII unit, `state * 128 + unit`; 0 when there is none. */
  dense: Int32Array;
  /** Next state of any other unit, by `state * 65536 + unit`. */
  readonly wide: Map<number, number>;
  /** Strings that end in a state. */
  readonly ends: number[][];
}

export function literalScan(literals: readonly string[]): LiteralScan {
  const trie = plant(literals);
  const fail = link(trie);
  const { dense, wide, ends } = trie;
  const hasEnds = Uint8Array.from(ends, list => (list.length > 0 ? 1 : 0));

  const step = (state: number, unit: number): number => {
    if (unit < ASCII) return dense[state * ASCII + unit] ?? 0;
    for (let from = state; ; from = fail[from] ?? 0) {
      const next = wide.get(from * WIDE + unit);
      if (next !== undefined) return next;
      if (from === 0) return 0;
    }
  };
  return {
    scan(text, found) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        state = step(state, text.charCodeAt(i));
        if (hasEnds[state] === 1) for (const literal of ends[state] ?? []) found(literal);
      }
    },
  };
}

function plant(literals: readonly string[]): Trie {
  const units = literals.reduce((total, { length }) => total + length, 1);
  const trie: Trie = { dense: new Int32Array(units * ASCII), wide: new Map(), ends: [[]] };
  literals.forEach((literal, number) => {
    let state = 0;
    for (let i = 0; i < literal.length; i++) {
      const unit = literal.charCodeAt(i);
      let next =
        unit < ASCII ? (trie.dense[state * ASCII + unit] ?? 0) : (trie.wide.get(state * WIDE + unit) ?? 0);
      if (next === 0) {
        next = trie.ends.push([]) - 1;
        if (unit < ASCII) trie.dense[state * ASCII + unit] = next;
        else trie.wide.set(state * WIDE + unit, next);
      }
      state = next;
    }
    trie.ends[state]?.push(number);
  });
  trie.dense = trie.dense.slice(0, trie.ends.length * ASCII);
  return trie;
}

/** For each state the longest other state that is a suffix of it; fills the gaps of the dense table by it. */
function link({ dense, wide, ends }: Trie): Int32Array {
  const fail = new Int32Array(ends.length);
  const byState: (readonly [unit: number, next: number])[][] = ends.map(() => []);
  for (const [key, next] of wide) byState[Math.floor(key / WIDE)]?.push([key % WIDE, next]);
  const queue = [0];
  for (const state of queue) {
    const back = fail[state] ?? 0;
    if (state !== 0) ends[state]?.push(...(ends[back] ?? []));
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
