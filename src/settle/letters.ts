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

/** Scripts without spaces between words (Unicode Standard, table 6-1: South East and East Asia). */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** The sound mark of Japanese belongs to no script by itself. */
const SOUND_MARK = 'ー';
const WORD = /[\p{L}\p{M}\p{N}]/u;

let table: Uint8Array | undefined;

/** The class of each UTF-16 code unit; of halves of surrogate pairs there is none, see `classOf`. */
export function classTable(): Uint8Array {
  return (table ??= Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code)));
}

export function classOf(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  if (WORD.test(char)) return UNSPACED_SCRIPT.test(char) || char === SOUND_MARK ? UNSPACED : LETTER;
  if (/\p{Cf}/u.test(char)) return IGNORED;
  return /[\p{S}%‰]/u.test(char) && !/[\p{Sk}]/u.test(char) ? SYMBOL : SEPARATOR;
}
