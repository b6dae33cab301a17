/** A word that begins with a small letter, or with one of a script that knows no capitals. */
export const WORD = 1;
/** A word that begins with a capital. */
export const CAPITALISED = 2;
/** Digits with what may stand between and before them: "1,250.50", "19:30", "−5". */
export const NUMBER = 3;

export interface Token {
  readonly kind: number;
  readonly text: string;
  /** UTF-16 code units. */
  readonly start: number;
}

/** The words and numbers of a text. What a source puts in brackets is its own, and no token: "LONDON (Reuters)". */
export function* tokens(text: string): Generator<Token, void, undefined> {
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    if (kind === BRACKET) at = behindBrackets(text, at);
    else if (kind === DIGIT) {
      const start = hasSign(text, at) ? at - 1 : at;
      at = behindNumber(text, at);
      yield { kind: NUMBER, text: text.slice(start, at), start };
    } else if (kind === SMALL || kind === CAPITAL || kind === MARK) {
      const start = at;
      at = behind(text, at, SMALL, MARK);
      yield { kind: kind === CAPITAL ? CAPITALISED : WORD, text: text.slice(start, at), start };
    } else at += widthAt(text, at);
  }
}

const NOTHING = 0;
const SMALL = 1;
const CAPITAL = 2;
const MARK = 3;
const DIGIT = 4;
const OTHER_NUMBER = 5;
const BRACKET = 6;

let table: Uint8Array | undefined;

/** The kind of each UTF-16 code unit. */
function kinds(): Uint8Array {
  return (table ??= Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(String.fromCharCode(code))));
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (!isHigh(code)) return kinds()[code] ?? NOTHING;
  return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code));
}

function kindOf(char: string): number {
  if (char === '(') return BRACKET;
  if (/\p{Lu}/u.test(char)) return CAPITAL;
  if (/\p{L}/u.test(char)) return SMALL;
  if (/\p{M}/u.test(char)) return MARK;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  return /\p{N}/u.test(char) ? OTHER_NUMBER : NOTHING;
}

/** Whether it may be the first half of a surrogate pair. */
function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function widthAt(text: string, at: number): number {
  return isHigh(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where a run of characters of kinds `from` to `to` ends. */
function behind(text: string, at: number, from: number, to: number): number {
  const plain = kinds();
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const kind = isHigh(code) ? kindAt(text, end) : (plain[code] ?? NOTHING);
    if (kind < from || kind > to) return end;
    end += isHigh(code) ? widthAt(text, end) : 1;
  }
  return end;
}

const BETWEEN_DIGITS = ".,:'’";

function behindNumber(text: string, at: number): number {
  let end = behind(text, at, DIGIT, DIGIT);
  while (end < text.length && BETWEEN_DIGITS.includes(text.charAt(end))) {
    const next = behind(text, end + 1, DIGIT, DIGIT);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

const MINUS = '-−–';

/** A dash before a number and after none of it: "−5", not "3–5". */
function hasSign(text: string, at: number): boolean {
  if (at === 0 || !MINUS.includes(text.charAt(at - 1))) return false;
  const isLow = (text.charCodeAt(at - 2) & 0xfc00) === 0xdc00;
  const before = at < 2 ? NOTHING : kindAt(text, at - (isLow ? 3 : 2));
  return before === NOTHING || before === MARK || before === BRACKET;
}

/** What stands in longer brackets is text. */
const BRACKETED = /\([^()\n]{1,40}\)/uy;

function behindBrackets(text: string, at: number): number {
  BRACKETED.lastIndex = at;
  return BRACKETED.test(text) ? BRACKETED.lastIndex : at + 1;
}
