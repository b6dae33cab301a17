import { CLASS_BITS, letterTable } from './letters.js';
import { unitClasses } from '../core/unit-classes.js';

/** The kinds of letters come first. */
export const LOWER = 0;
const LETTER = 1;
export const MARK = 2;
/** No letter's kind is greater. */
export const CAPITAL = 3;
export const DIGIT = 4;
const OTHER_NUMBER = 9;
/** What a source puts in brackets is its own, and no token: "LONDON (Reuters)". */
export const BRACKET = 6;
/** Not known before the other half of the pair is seen. */
export const PAIR = 7;
/** No token, nor part of one. */
export const NOTHING = 8;

const KINDS: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [/\(/u, BRACKET],
  [/\p{Lu}/u, CAPITAL],
  [/\p{Ll}/u, LOWER],
  [/\p{L}/u, LETTER],
  [/\p{M}/u, MARK],
  [/\p{Nd}/u, DIGIT],
  [/\p{N}/u, OTHER_NUMBER],
  [/[^]/u, NOTHING],
];

/** Bits of a unit's kind in `tokenTable`; the small letter stands above them. */
export const KIND_BITS = 4;
export const KIND = (1 << KIND_BITS) - 1;

let table: Int32Array | undefined;

/** The kind and the small letter of each UTF-16 code unit. */
export function tokenTable(): Int32Array {
  return (table ??= makeTable());
}

function makeTable(): Int32Array {
  const small = letterTable();
  const kinds = unitClasses(KINDS).fill(NOTHING, 0xd800, 0xe000).fill(PAIR, 0xd800, 0xdc00);
  return Int32Array.from(kinds, (kind, code) => (((small[code] ?? 0) >> CLASS_BITS) << KIND_BITS) | kind);
}

/** The kind of the character there. Behind the last code unit stands a 0, here and below. */
export function kindAt(codes: Uint16Array, at: number, table: Int32Array): number {
  const kind = (table[codes[at] ?? 0] ?? 0) & KIND;
  return kind === PAIR ? kindOfPair(codes[at] ?? 0, codes[at + 1] ?? 0) : kind;
}

function kindOfPair(high: number, low: number): number {
  const char = isLow(low) ? String.fromCharCode(high, low) : '';
  return KINDS.find(([pattern]) => pattern.test(char))?.[1] ?? NOTHING;
}

/** Its length in code units. */
export function widthAt(codes: Uint16Array, at: number): number {
  return ((codes[at] ?? 0) & 0xfc00) === 0xd800 && isLow(codes[at + 1] ?? 0) ? 2 : 1;
}

function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}

const [DOT, COMMA, COLON, APOSTROPHE, RIGHT_QUOTE] = [0x2e, 0x2c, 0x3a, 0x27, 0x2019];

/** Marks that group thousands. */
export function isGroupMark(code: number): boolean {
  return code === DOT || code === COMMA || code === APOSTROPHE || code === RIGHT_QUOTE;
}

/** Where a number ends, with what may stand between its digits: "1,250.50", "19:30". */
export function behindNumber(codes: Uint16Array, at: number, table: Int32Array): number {
  let next = at;
  for (;;) {
    while (kindAt(codes, next, table) === DIGIT) next += widthAt(codes, next);
    const code = codes[next] ?? 0;
    if (!isGroupMark(code) && code !== COLON) return next;
    if (kindAt(codes, next + 1, table) !== DIGIT) return next;
    next++;
  }
}

const [HYPHEN, MINUS, EN_DASH] = [0x2d, 0x2212, 0x2013];

/** Whether a dash stands before a number and after none of it: "−5", not "3–5". */
export function hasSign(codes: Uint16Array, at: number, table: Int32Array): boolean {
  const dash = at === 0 ? 0 : (codes[at - 1] ?? 0);
  if (dash !== HYPHEN && dash !== MINUS && dash !== EN_DASH) return false;
  const before = at < 2 ? NOTHING : kindAt(codes, at - (isLow(codes[at - 2] ?? 0) ? 3 : 2), table);
  return before === NOTHING || before === MARK || before === BRACKET;
}

/** What stands in longer brackets is text; in code points. */
const BRACKETED = 40;
const [OPEN, CLOSE, LINE_END] = [0x28, 0x29, 0x0a];

/** Behind brackets, or behind one that does not close before `end`. */
export function behindBrackets(codes: Uint16Array, start: number, end: number): number {
  let at = start + 1;
  for (let left = BRACKETED; at < end; left--) {
    const code = codes[at] ?? 0;
    if (code === CLOSE && left < BRACKETED) return at + 1;
    if (code === OPEN || code === CLOSE || code === LINE_END || left === 0) break;
    at += widthAt(codes, at);
  }
  return start + 1;
}
