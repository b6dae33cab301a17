import { CLASS_BITS, letterTable } from './letters.js';
import { unitClasses } from './unit-classes.js';

/** The kinds of letters come first. */
const LOWER = 0;
const LETTER = 1;
const MARK = 2;
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

/** A text with its UTF-16 code units, behind which stands a 0. */
export interface Scan {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly table: Int32Array;
}

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

/** The kind of the character there. */
export function kindAt({ text, codes, table }: Scan, at: number): number {
  const kind = (table[codes[at] ?? 0] ?? 0) & KIND;
  if (kind !== PAIR) return kind;
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return KINDS.find(([pattern]) => pattern.test(char))?.[1] ?? NOTHING;
}

/** Its length in code units. */
export function widthAt({ text }: Scan, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether a word begins with a capital and goes on with small letters. */
export function isTitleCase({ codes, table }: Scan, start: number, end: number): boolean {
  const kind = (at: number): number => (table[codes[at] ?? 0] ?? 0) & KIND;
  let at = start + 1;
  while (at < end && kind(at) === MARK) at++;
  return at < end && kind(at) === LOWER;
}

const BETWEEN_DIGITS = ".,:'’";

/** Where a number ends, with what may stand between its digits: "1,250.50", "19:30". */
export function behindNumber(scan: Scan, at: number): number {
  let next = behindDigits(scan, at);
  while (next < scan.text.length && BETWEEN_DIGITS.includes(scan.text.charAt(next))) {
    const after = behindDigits(scan, next + 1);
    if (after === next + 1) break;
    next = after;
  }
  return next;
}

function behindDigits(scan: Scan, at: number): number {
  let next = at;
  while (kindAt(scan, next) === DIGIT) next += widthAt(scan, next);
  return next;
}

const MINUS = '-−–';

/** Whether a dash stands before a number and after none of it: "−5", not "3–5". */
export function hasSign(scan: Scan, at: number): boolean {
  const { text, codes } = scan;
  if (at === 0 || !MINUS.includes(text.charAt(at - 1))) return false;
  const isLow = at > 1 && ((codes[at - 2] ?? 0) & 0xfc00) === 0xdc00;
  const before = at < 2 ? NOTHING : kindAt(scan, at - (isLow ? 3 : 2));
  return before === NOTHING || before === MARK || before === BRACKET;
}

/** What stands in longer brackets is text. */
const BRACKETED = /\([^()\n]{1,40}\)/uy;

export function behindBrackets(text: string, at: number): number {
  BRACKETED.lastIndex = at;
  return BRACKETED.test(text) ? BRACKETED.lastIndex : at + 1;
}
