import type { Candidate } from './candidate.js';
import { type Scratch, textOf } from './units.js';

/** A candidate whose insert is written down as UTF-16 units, for the time being. */
export type Draft = { -readonly [Key in keyof Candidate]: Candidate[Key] };

/** What is to be inserted, one after the other: one text that is cut takes a fifth of the time of many. */
export interface Inserts {
  units: Uint16Array;
  length: number;
  /** Of each the place of its candidate, and where it ends. */
  readonly ends: number[];
}

const all: Inserts[] = [];

/** Room for those of a layer; what it held is lost. */
export function insertsOf(layer: number): Inserts {
  const inserts = (all[layer] ??= { units: new Uint16Array(1 << 12), length: 0, ends: [] });
  inserts.length = 0;
  inserts.ends.length = 0;
  return inserts;
}

/** Writes down the insert of the candidate at a place. */
export function note(to: Inserts, place: number, { units, length }: Scratch): void {
  const from = to.length;
  if (from + length > to.units.length) {
    const more = new Uint16Array(2 * (from + length));
    more.set(to.units);
    to.units = more;
  }
  for (let i = 0; i < length; i++) to.units[from + i] = units[i] ?? 0;
  to.length = from + length;
  to.ends.push(place, to.length);
}

/** The candidates with their inserts. */
export function withInserts(found: Draft[], inserts: Inserts): Candidate[] {
  if (found.length === 0) return found;
  const text = textOf(inserts);
  const { ends } = inserts;
  let from = 0;
  for (let i = 0; i < ends.length; i += 2) {
    const draft = found[ends[i] ?? 0];
    const to = ends[i + 1] ?? 0;
    if (draft) draft.insert = text.slice(from, to);
    from = to;
  }
  return found;
}
