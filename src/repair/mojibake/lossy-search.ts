import { costAfter, type LetterModel } from './letters.js';
import type { Item, Reading } from './lossy-items.js';

/** A way to read the items so far. */
interface State {
  readonly cost: number;
  readonly before: number;
  readonly last: number;
  /** Bytes of the character begun that are still to come, and its code point so far; LOST where nobody can know. */
  readonly missing: number;
  readonly point: number;
  /** Item that the character begun starts at. */
  readonly from: number;
  readonly chars: Chars | undefined;
}

/** A list of what was read, the last first. */
interface Chars {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly previous: Chars | undefined;
}

const ANY_TAIL = Array.from({ length: 64 }, (_, low) => 0x80 | low);
const LOST = -1;
const LOST_LEAD = -2;
const BEAM = 24;
/** Nats: a character nobody can know; a tail that was taken away; one that became a space; a start cut off. */
const UNKNOWN = 9;
const STRIPPED = 6;
const SPACED = 2;
const GLUED = 4;
const CUT = 5;
/** A space that went with the byte before it. */
const SWALLOWED = 3;
/** Nats of a character above ASCII that stays what it is among others that do not. */
const LITERAL = 3;
const ASTRAL_COST = 14;

/** How many more ways to read a text may be looked at. */
export interface Budget {
  left: number;
}

/**
 * The most natural way to read items as UTF-8, some bytes of which are lost: what becomes of which, and what it costs.
 * Nothing when the budget does not last.
 */
export function readLossy(items: readonly Item[], letters: LetterModel, budget: Budget): Reading | undefined {
  let beam: State[] = [{ cost: 0, before: 32, last: 32, missing: 0, point: 0, from: 0, chars: undefined }];
  for (const [at, item] of items.entries()) {
    const next: State[] = [];
    for (const state of beam) advance(state, item, at, letters, next);
    budget.left -= next.length;
    if (budget.left < 0) return undefined;
    beam = best(next);
  }
  const ends = beam.map(state =>
    state.missing === 0 ? state : { ...add(state, '', state.from, items.length), cost: state.cost + CUT },
  );
  const first = ends.sort((a, b) => a.cost - b.cost)[0];
  if (first === undefined) return undefined;
  const chars: Chars[] = [];
  for (let char = first.chars; char; char = char.previous) chars.push(char);
  return { cost: first.cost, chars: chars.reverse() };
}

/** What a line costs as it is. */
export function costAsIs(items: readonly Item[], letters: LetterModel): number {
  let before = 32;
  let last = 32;
  let sum = 0;
  for (const { unit } of items) {
    sum += unit === 0xfffd ? UNKNOWN : costAfter(letters, before, last, unit);
    before = last;
    last = unit;
  }
  return sum;
}

function best(states: State[]): State[] {
  const seen = new Set<string>();
  const kept: State[] = [];
  states.sort((a, b) => a.cost - b.cost);
  for (const state of states) {
    const { missing, point, before, last } = state;
    const key = `${missing} ${point} ${before} ${last}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  return kept;
}

function advance(state: State, item: Item, at: number, letters: LetterModel, to: State[]): void {
  const { missing } = state;
  if (missing === 0) to.push(literal(state, item, letters));
  for (const bytes of item.bytes) {
    let states = [state];
    for (const byte of bytes) states = states.flatMap(one => feed(one, byte, at, item.holes, letters));
    const extra = bytes[1] === 32 ? SWALLOWED : 0;
    for (const one of states) to.push({ ...one, cost: one.cost + extra });
  }
  if (missing === 0) return;
  if (item.unit === 32) {
    for (const done of feed(state, 0xa0, at, item.holes, letters))
      to.push({ ...done, cost: done.cost + (item.isLastSpace && !item.isOdd ? GLUED : SPACED) });
    // Two spaces have become one.
    for (const done of feed(state, 0xa0, at - 1, item.holes, letters))
      if (done.missing === 0 && item.isLastSpace)
        to.push(literal({ ...done, cost: done.cost + (item.isOdd ? GLUED : SPACED) }, item, letters));
  }
  if (item.mayBeStripped)
    for (const done of tails(state, at - 1, item.holes, letters)) {
      const stripped = { ...done, cost: done.cost + STRIPPED };
      if (done.missing === 0) advance(stripped, { ...item, mayBeStripped: false }, at, letters, to);
    }
}

function literal(state: State, { unit }: Item, letters: LetterModel): State {
  const { before, last } = state;
  if (unit === 0xfffd) return { ...state, cost: state.cost + UNKNOWN };
  const cost = state.cost + costAfter(letters, before, last, unit) + (unit < 0x80 ? 0 : LITERAL);
  return { ...state, cost, before: last, last: unit };
}

/** A byte, or HOLE for a lost one. */
export const HOLE = -1;

function feed(
  state: State,
  byte: number,
  at: number,
  holes: readonly number[],
  letters: LetterModel,
): State[] {
  const { missing, point } = state;
  if (byte === HOLE) {
    if (missing > 0) return tails(state, at, holes, letters);
    // The start of a character of two bytes, or one of three that nobody can know.
    return holes.length === 0
      ? [
          { ...state, missing: 1, point: LOST_LEAD, from: at },
          { ...state, missing: 2, point: LOST, from: at },
        ]
      : [];
  }
  if (missing === 0) {
    if (byte < 0x80) return [emit(state, byte, at, at + 1, letters)];
    if (byte < 0xc2 || byte > 0xf4) return [];
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    return [{ ...state, missing: more, point: byte & (0x3f >> more), from: at }];
  }
  if (byte < 0x80 || byte > 0xbf) return [];
  if (point === LOST_LEAD) {
    const found: State[] = [];
    for (let lead = 2; lead < 0x20; lead++)
      found.push(emit(state, (lead << 6) | (byte & 0x3f), state.from, at + 1, letters));
    return found;
  }
  return [follow(state, point === LOST ? LOST : (point << 6) | (byte & 0x3f), at, letters)];
}

/** All that a lost byte can have been which goes on with a character. */
function tails(state: State, at: number, holes: readonly number[], letters: LetterModel): State[] {
  const { missing, point } = state;
  const first = point << 6;
  const isFew = point > 0 && missing === 1 && (first < 0x800 || isAlphabetic(first, letters));
  if (!isFew) return [follow(state, LOST, at, letters)];
  const bytes = holes.length > 0 ? holes : ANY_TAIL;
  return bytes
    .map(byte => first | (byte & 0x3f))
    .filter(code => code < 0x300 || code > 0x36f)
    .map(code => follow(state, code, at, letters));
}

/** Signs, and letters of alphabets: of ideographs nobody can know which it was. */
function isAlphabetic(first: number, { scripts }: LetterModel): boolean {
  return first === 0x2000 || scripts[first] !== 0 || scripts[first + 33] !== 0;
}

function follow(state: State, point: number, at: number, letters: LetterModel): State {
  const missing = state.missing - 1;
  if (missing > 0) return { ...state, missing, point };
  if (point !== LOST) return emit({ ...state, missing: 0 }, point, state.from, at + 1, letters);
  return { ...add(state, '\ufffd', state.from, at + 1), cost: state.cost + UNKNOWN, missing: 0 };
}

function emit(state: State, point: number, from: number, to: number, letters: LetterModel): State {
  const { before, last } = state;
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
    return { ...state, cost: Infinity, missing: 0 };
  const cost =
    state.cost +
    (point > 0xffff ? ASTRAL_COST : costAfter(letters, before, last, point)) +
    (isRare(point) ? UNKNOWN : 0);
  return {
    ...add(state, String.fromCodePoint(point), from, to),
    cost,
    missing: 0,
    before: last,
    last: point & 0xffff,
  };
}

/** Controls, code points for private use, and accents apart from their letters, which few people write. */
function isRare(point: number): boolean {
  return (
    (point >= 0x80 && point < 0xa0) ||
    (point >= 0x300 && point < 0x370) ||
    (point >= 0xe000 && point < 0xf900)
  );
}

function add(state: State, insert: string, from: number, to: number): State {
  return { ...state, chars: { from, to, insert, previous: state.chars } };
}
