import type { Edit } from '../../core/document.js';

export type StrangeLines = readonly (readonly [start: number, end: number])[];
export type Lines = Iterable<readonly [start: number, end: number]>;

/** Where lines stood before edits, none of which goes beyond a line. */
export function* linesBefore(edits: readonly Edit[], lines: Lines): Lines {
  let next = 0;
  let shift = 0;
  // Counts edits that start before `to`, as they stand after it.
  const shiftTo = (to: number): number => {
    for (let edit = edits[next]; edit && edit.start + shift < to; edit = edits[++next])
      shift += edit.insert.length - edit.removed.length;
    return shift;
  };
  for (const [start, end] of lines) yield [start - shiftTo(start), end - shiftTo(end + 1)];
}

/** All lines of a text, `[start, end)` of each. */
export function* allLines(text: string): Lines {
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield [start, end];
    start = end + 1;
  }
}
