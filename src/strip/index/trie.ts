import { UNIT_FOLD } from './unit-fold.js';

/** Strings, letter by letter; state 0 is the root. Texts are read as they are: the table holds both cases. */
export interface Trie {
  /** Next state of an ASCII unit, `state * ASCII + unit`; 0 when there is none. */
  readonly dense: Int32Array;
  /** Next state of any other unit after `UNIT_FOLD`, by `state * WIDE + unit`. */
  readonly wide: ReadonlyMap<number, number>;
  /** 1 for each other unit with which a string begins. */
  readonly begins: Uint8Array;
  /** Numbers of the strings that end in a state. */
  readonly ends: (readonly number[])[];
}

/** Told the number of a string and the offset in the text where it begins. */
export type Found = (string: number, at: number) => void;

export const ASCII = 128;
export const WIDE = 0x10000;

const NONE: readonly number[] = [];

/** Plants strings that `foldUnits` made. */
export function plant(strings: readonly string[]): Trie {
  // Room that nothing is written to costs nothing.
  const room = strings.reduce((sum, { length }) => sum + length, 1);
  const dense = new Int32Array(room * ASCII);
  const wide = new Map<number, number>();
  const begins = new Uint8Array(WIDE);
  const ends: (readonly number[])[] = [NONE];
  strings.forEach((string, number) => {
    let state = 0;
    for (let i = 0; i < string.length; i++) {
      const unit = string.charCodeAt(i);
      let next = unit < ASCII ? (dense[state * ASCII + unit] ?? 0) : (wide.get(state * WIDE + unit) ?? 0);
      if (next === 0) {
        next = ends.push(NONE) - 1;
        if (unit < ASCII) dense[state * ASCII + unit] = next;
        else wide.set(state * WIDE + unit, next);
        if (unit >= ASCII && state === 0) begins[unit] = 1;
      }
      state = next;
    }
    ends[state] = [...(ends[state] ?? NONE), number];
  });
  return { dense: dense.subarray(0, ends.length * ASCII), wide, begins, ends };
}

/** Lets capitals lead where their small letters lead. */
export function addCapitals({ dense }: Trie): void {
  for (let row = 0; row < dense.length; row += ASCII)
    for (let unit = 0x41; unit <= 0x5a; unit++) dense[row + unit] = dense[row + (UNIT_FOLD[unit] ?? 0)] ?? 0;
}
