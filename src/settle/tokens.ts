import { codeUnits } from '../core/code-units.js';

/** A word that begins with a small letter, or with one of a script that knows no capitals. */
export const WORD = 1;
/** A word that begins with a capital. */
export const CAPITALISED = 2;
/** Digits with what may stand between and before them: "1,250.50", "19:30", "−5". */
export const NUMBER = 3;

/**
 * Tells of the words and numbers of a text, by their places in its UTF-16 code units, which `visit` may look at while it
 * is told. What a source puts in brackets is its own, and no token: "LONDON (Reuters)".
 */
export function eachToken(
  text: string,
  visit: (kind: number, codes: Uint16Array, start: number, end: number) => void,
): void {
  const codes = codeUnits(text);
  const scan: Scan = { text, codes, end: text.length };
  const plain = kinds();
  for (let at = 0; at < scan.end;) {
    let kind = plain[codes[at] ?? 0] ?? NOTHING;
    if (kind === NOTHING || kind === OTHER_NUMBER) {
      at++;
      continue;
    }
    if (kind === PAIR) kind = kindAt(scan, at);
    if (kind === BRACKET) at = behindBrackets(text, at);
    else if (kind === DIGIT) {
      const start = hasSign(scan, at) ? at - 1 : at;
      at = behindNumber(scan, at);
      visit(NUMBER, codes, start, at);
    } else if (kind >= LOWER && kind <= MARK) {
      const start = at;
      at = behind(scan, at, LOWER, MARK);
      visit(kind === CAPITAL ? CAPITALISED : WORD, codes, start, at);
    } else at += widthAt(scan, at);
  }
}

/** Whether a word begins with a capital and goes on with small letters. */
export function isTitleCase(codes: Uint16Array, start: number, end: number): boolean {
  const plain = kinds();
  let at = start + 1;
  while (at < end && plain[codes[at] ?? 0] === MARK) at++;
  return at < end && plain[codes[at] ?? 0] === LOWER;
}

interface Scan {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly end: number;
}

const NOTHING = 0;
const LOWER = 1;
const LETTER = 2;
const CAPITAL = 3;
const MARK = 4;
const DIGIT = 5;
const OTHER_NUMBER = 6;
const BRACKET = 7;
/** Not known before the other half of the pair is seen. */
const PAIR = 8;

let table: Uint8Array | undefined;

/** The kind of each UTF-16 code unit. */
function kinds(): Uint8Array {
  return (table ??= Uint8Array.from({ length: 0x10000 }, (_, code) =>
    isHigh(code) ? PAIR : kindOf(String.fromCharCode(code)),
  ));
}

function kindAt({ text, codes, end }: Scan, at: number): number {
  const code = at < end ? (codes[at] ?? 0) : 0;
  return isHigh(code) ? kindOf(String.fromCodePoint(text.codePointAt(at) ?? code)) : (kinds()[code] ?? 0);
}

function kindOf(char: string): number {
  if (char === '(') return BRACKET;
  if (/\p{Lu}/u.test(char)) return CAPITAL;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{M}/u.test(char)) return MARK;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  return /\p{N}/u.test(char) ? OTHER_NUMBER : NOTHING;
}

/** Whether it may be the first half of a surrogate pair. */
function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function widthAt({ text, codes }: Scan, at: number): number {
  return isHigh(codes[at] ?? 0) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where a run of characters of kinds `from` to `to` ends. */
function behind(scan: Scan, at: number, from: number, to: number): number {
  const { codes, end } = scan;
  const plain = kinds();
  let next = at;
  while (next < end) {
    const kind = plain[codes[next] ?? 0] ?? NOTHING;
    if (kind === PAIR) {
      const whole = kindAt(scan, next);
      if (whole < from || whole > to) return next;
      next += widthAt(scan, next);
    } else if (kind < from || kind > to) return next;
    else next++;
  }
  return next;
}

const BETWEEN_DIGITS = ".,:'’";

function behindNumber(scan: Scan, at: number): number {
  const { text, end } = scan;
  let next = behind(scan, at, DIGIT, DIGIT);
  while (next < end && BETWEEN_DIGITS.includes(text.charAt(next))) {
    const after = behind(scan, next + 1, DIGIT, DIGIT);
    if (after === next + 1) break;
    next = after;
  }
  return next;
}

const MINUS = '-−–';

/** A dash before a number and after none of it: "−5", not "3–5". */
function hasSign(scan: Scan, at: number): boolean {
  const { text, codes } = scan;
  if (at === 0 || !MINUS.includes(text.charAt(at - 1))) return false;
  const isLow = at > 1 && ((codes[at - 2] ?? 0) & 0xfc00) === 0xdc00;
  const before = at < 2 ? NOTHING : kindAt(scan, at - (isLow ? 3 : 2));
  return before === NOTHING || before === MARK || before === BRACKET;
}

/** What stands in longer brackets is text. */
const BRACKETED = /\([^()\n]{1,40}\)/uy;

function behindBrackets(text: string, at: number): number {
  BRACKETED.lastIndex = at;
  return BRACKETED.test(text) ? BRACKETED.lastIndex : at + 1;
}
