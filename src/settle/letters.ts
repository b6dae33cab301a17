import { unitClasses, unitsLike } from '../core/unit-classes.js';

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
/** A separator that before a number may be its sign. */
export const DASH = 6;

/** Scripts without spaces between words (Unicode Standard, table 6-1: South East and East Asia), and the sound mark of Japanese. */
const UNSPACED_LETTER =
  /(?=[\p{L}\p{M}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u;
const CLASSES: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [UNSPACED_LETTER, UNSPACED],
  [/[\p{L}\p{M}\p{N}]/u, LETTER],
  [/\p{Cf}/u, IGNORED],
  [/[-\u2010-\u2015]/u, DASH],
  [/\p{Sk}/u, SEPARATOR],
  [/[\p{S}%‰]/u, SYMBOL],
];

/** Bits of a character's class in what `letterOf` and `letterTable` give; the small letter stands above them. */
export const CLASS_BITS = 3;
export const CLASS = (1 << CLASS_BITS) - 1;

let table: Int32Array | undefined;

/** The class and the small letter of each UTF-16 code unit; of the first halves of surrogate pairs `PAIR`, see `letterOf`. */
export function letterTable(): Int32Array {
  return (table ??= makeTable());
}

function makeTable(): Int32Array {
  const letters = Int32Array.from(unitClasses(CLASSES), (kind, code) => (code << CLASS_BITS) | kind);
  letters.fill(PAIR, 0xd800, 0xdc00);
  for (const unit of unitsLike(/[\p{Changes_When_Lowercased}ς]/u)) {
    const code = unit.charCodeAt(0);
    letters[code] = (smallOf(code) << CLASS_BITS) | ((letters[code] ?? 0) & CLASS);
  }
  return letters;
}

/** The class of a code point, and above `CLASS_BITS` its small letter. */
export function letterOf(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  const kind = CLASSES.find(([pattern]) => pattern.test(char))?.[1] ?? SEPARATOR;
  return (smallOf(codePoint) << CLASS_BITS) | kind;
}

/** One code point for one; a sigma is the same wherever it stands. */
function smallOf(codePoint: number): number {
  const small = String.fromCodePoint(codePoint).toLowerCase().codePointAt(0) ?? codePoint;
  return small === FINAL_SIGMA ? SIGMA : small;
}

const SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;
