/** What a character is to a comparison of texts. */
export const SEPARATOR = 0;
/** Part of a word. */
export const LETTER = 1;
/** A unit by itself: a letter of a script that is written without spaces. */
export const UNSPACED = 2;
/** Not there at all: soft hyphens, joiners and other format characters. */
export const IGNORED = 3;
/** A separator that two equal texts have in common: currency, percent, signs of arithmetic and other symbols. */
export const SYMBOL = 4;
/** Not known before the other half of the pair is seen. */
export const PAIR = 5;

/** Scripts without spaces between words (Unicode Standard, table 6-1: South East and East Asia). */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** The sound mark of Japanese belongs to no script by itself. */
const SOUND_MARK = 'ー';
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Bits of a character's class in what `letterOf` and `letterTable` give; the small letter stands above them. */
export const CLASS_BITS = 3;
export const CLASS = (1 << CLASS_BITS) - 1;

let table: Int32Array | undefined;

/** The class and the small letter of each UTF-16 code unit; of the first halves of surrogate pairs `PAIR`, see `letterOf`. */
export function letterTable(): Int32Array {
  return (table ??= Int32Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xd800 && code < 0xdc00 ? PAIR : letterOf(code),
  ));
}

/** The class of a code point, and above `CLASS_BITS` its small letter. */
export function letterOf(codePoint: number): number {
  return (smallOf(codePoint) << CLASS_BITS) | classOf(codePoint);
}

/** One code point for one; a sigma is the same wherever it stands. */
export function smallOf(codePoint: number): number {
  const small = String.fromCodePoint(codePoint).toLowerCase().codePointAt(0) ?? codePoint;
  return small === FINAL_SIGMA ? SIGMA : small;
}

const SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;

function classOf(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  if (WORD.test(char)) return UNSPACED_SCRIPT.test(char) || char === SOUND_MARK ? UNSPACED : LETTER;
  if (/\p{Cf}/u.test(char)) return IGNORED;
  return /[\p{S}%‰]/u.test(char) && !/[\p{Sk}]/u.test(char) ? SYMBOL : SEPARATOR;
}
