import { isFluent } from './fluent.js';
import { type LetterModel, loadLetters } from './letters.js';
import { ASK, PAGES_AT, PAIRS, PARTS, partsBeyondUsual, placeOf, STARTS } from './pair-memo.js';
import { isPlain } from './plain.js';
import { pagesAt, scanTables } from './scan.js';
import { HOT } from './usual.js';

/** What one look at a text shows. */
export interface Look {
  /** Places where UTF-8 that was misread may start, or a control character stands. */
  readonly starts: Int32Array;
  /** Lines that look like no language, `[start, end)` of each. */
  readonly strange: readonly (readonly [start: number, end: number])[];
}

const LF = 10;
const SPACE = 32;

const LIMIT = HOT * PARTS;

let starts = new Int32Array(1 << 10);
let count = 0;

/** Looks at each pair of units of which one is above ASCII, once. */
export function look(units: Uint16Array): Look {
  const letters = loadLetters();
  const { within } = scanTables(0);
  const strange: (readonly [number, number])[] = [];
  const { length } = units;
  count = 0;
  let sum = 0;
  let known = -1; // end of the last line that was looked at
  for (let i = 0; i < length; i++) {
    if (sum === 0) while (i < length && (units[i] ?? 0) < 0x80) i++;
    else for (; i < length && (units[i] ?? 0) < 0x80; i++) if (units[i] === LF) sum = 0;
    let last = i > 0 ? (units[i - 1] ?? 0) : SPACE;
    for (; i < length; i++) {
      const now = units[i] ?? 0;
      if ((now | last) < 0x80) break;
      const place = placeOf(last, now, letters);
      sum = Math.max(0, sum + (PAIRS[2 * place + 1] ?? 0));
      if (sum >= LIMIT) {
        if (sum >= ASK) {
          sum -= ASK;
          if (sum >= STARTS / 2) sum -= STARTS;
          sum = now === LF ? 0 : Math.max(0, sum + costAt(units, i, letters));
        } else if (sum >= STARTS / 2) sum = Math.max(0, sum - STARTS);
        const pages = PAGES_AT[place] ?? 0;
        if (pages !== 0 && (pages & ~(i > 1 ? (within[units[i - 2] ?? 0] ?? 0) : 0)) !== 0) noteStart(i - 1);
        if (sum >= LIMIT) {
          sum = 0;
          if (i > known) {
            const from = lineStart(units, i);
            known = lineEnd(units, i);
            if (!isPlain(units, from, known, letters) && !isFluent(units, from, known, letters))
              strange.push([from, known]);
          }
        }
      }
      last = now;
    }
    i--;
  }
  const final = units[length - 1] ?? 0;
  if (final >= 0x80 && (pagesAt(final, 0) & ~(within[units[length - 2] ?? 0] ?? 0)) !== 0)
    noteStart(length - 1);
  return { starts: starts.slice(0, count), strange };
}

/** Whether a line of a text looks like no language. */
export function isStrange(units: Uint16Array): boolean {
  return look(units).strange.length > 0;
}

function lineStart(units: Uint16Array, at: number): number {
  let start = at;
  while (start > 0 && units[start - 1] !== LF) start--;
  return start;
}

function lineEnd(units: Uint16Array, at: number): number {
  let end = at;
  while (end < units.length && units[end] !== LF) end++;
  return end;
}

function costAt(units: Uint16Array, at: number, letters: LetterModel): number {
  const before = at > 1 ? (units[at - 2] ?? 0) : SPACE;
  const last = at > 0 ? (units[at - 1] ?? 0) : SPACE;
  return partsBeyondUsual(letters, before, last, units[at] ?? 0);
}

function noteStart(at: number): void {
  if (count === starts.length) {
    const more = new Int32Array(2 * count);
    more.set(starts);
    starts = more;
  }
  starts[count++] = at;
}
