import { isFluent } from './fluent.js';
import { type LetterModel, loadLetters } from './letters.js';
import { ASK, PAGES_AT, PAIRS, PARTS, partsBeyondUsual, placeOf, STARTS } from './pair-memo.js';
import { isPlain } from './plain.js';
import { pagesAt, scanTables } from './scan.js';
import { HOT } from './usual.js';

/** What one look at a text shows. */
export interface Look {
  /** Places where UTF-8 that was misread may start, or a control character stands. Written over by the next look. */
  readonly starts: Int32Array;
  /** A place in each line that may look like no language, and the end of the line, in turn. */
  readonly hot: readonly number[];
}

const LF = 10;
const SPACE = 32;

const LIMIT = HOT * PARTS;

let starts = new Int32Array(1 << 10);
let count = 0;

/**
 * Places from which a text is taken for misread, if there is one for so many units: clean text has one for about 200, and
 * misread text one for six.
 */
const MANY = 24;
const UNITS_EACH = 32;

/** Whether a text has more places where something may start than clean text has: then it is not looked at to its end. */
function areMany(at: number): boolean {
  return count > MANY && count > at / UNITS_EACH;
}

/** Looks at each pair of units of which one is above ASCII, once. */
export function look(units: Uint16Array): Look {
  const hot = see(units, true) ?? [];
  return { starts: starts.subarray(0, count), hot };
}

/** The same; nothing for a text that is misread all over, which will look otherwise when it is repaired. */
export function lookUnlessMisread(units: Uint16Array): Look | undefined {
  const hot = see(units, false);
  return hot && { starts: starts.subarray(0, count), hot };
}

/** Notes all starts; gives the places in hot lines, unless there are so many starts that it need not look on. */
function see(units: Uint16Array, wholly: boolean): number[] | undefined {
  const letters = loadLetters();
  const { within } = scanTables(0);
  const hot: number[] = [];
  const { length } = units;
  count = 0;
  let sum = 0;
  let known = -1; // end of the last line that is hot
  let last = SPACE;
  for (let i = 0; i < length; i++) {
    const now = units[i] ?? 0;
    if ((now | last) < 0x80) {
      if (now === LF) sum = 0;
      if (sum === 0) while (i + 1 < length && (units[i + 1] ?? 0) < 0x80) i++;
      last = units[i] ?? 0;
      continue;
    }
    const place = placeOf(last, now, letters);
    last = now;
    sum = Math.max(0, sum + (PAIRS[2 * place + 1] ?? 0));
    if (sum < LIMIT) continue;
    if (sum >= STARTS / 2) {
      const isOpen = sum >= ASK;
      if (isOpen) sum -= ASK;
      if (sum >= STARTS / 2) {
        const pages = PAGES_AT[place] ?? 0;
        if ((pages & ~(i > 1 ? (within[units[i - 2] ?? 0] ?? 0) : 0)) !== 0) noteStart(i - 1);
        if (!wholly && areMany(i)) return undefined;
        sum = Math.max(0, sum - STARTS);
      }
      if (isOpen) sum = now === LF ? 0 : Math.max(0, sum + costAt(units, i, letters));
      if (sum < LIMIT) continue;
    }
    sum = 0;
    if (i <= known) continue;
    known = lineEnd(units, i);
    hot.push(i, known);
  }
  const final = units[length - 1] ?? 0;
  if (final >= 0x80 && (pagesAt(final, 0) & ~(within[units[length - 2] ?? 0] ?? 0)) !== 0)
    noteStart(length - 1);
  return hot;
}

/** Lines that look like no language, `[start, end)` of each. */
export function* strangeLines(
  units: Uint16Array,
  { hot }: Look,
): Generator<readonly [start: number, end: number]> {
  const letters = loadLetters();
  for (let i = 0; i < hot.length; i += 2) {
    const start = lineStart(units, hot[i] ?? 0);
    const end = hot[i + 1] ?? 0;
    if (!isPlain(units, start, end, letters) && !isFluent(units, start, end, letters)) yield [start, end];
  }
}

/** Whether a line of a text looks like no language. */
export function isStrange(units: Uint16Array): boolean {
  return strangeLines(units, look(units)).next().done !== true;
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
