/** What a character is, as bits: each found out by regular expressions when first asked for. */
const KNOWN = 1;
/** Nobody has written these; U+F000–F0FF are the signs of symbol fonts. */
export const UNASSIGNED = 2;
export const LETTER = 4;
export const MARK = 8;
export const SIGN = 16;
export const LOWER = 32;
export const UPPER = 64;
export const LATIN = 128;
/** Letters of scripts that are the only one of their word. */
export const FOREIGN_LETTER = 256;
/** What stands in texts of any script. */
export const ANY_SCRIPT = 512;
/** Characters that double-byte pages have most of: ideographs, Hangul, halfwidth kana. */
export const EAST_ASIAN = 1024;
export const EAST_ASIAN_LETTER = 2048;

const CLASSES: readonly (readonly [bit: number, is: RegExp])[] = [
  [UNASSIGNED, /[\p{Cn}\ue000-\uefff\uf100-\uf8ff]/u],
  [LETTER, /\p{L}/u],
  [MARK, /\p{M}/u],
  [SIGN, /\p{S}/u],
  [LOWER, /\p{Ll}/u],
  [UPPER, /\p{Lu}/u],
  [LATIN, /\p{Script=Latin}/u],
  [
    FOREIGN_LETTER,
    /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Lm}])\p{L}/u,
  ],
  [ANY_SCRIPT, /[\p{Script=Latin}\p{P}\p{S}\p{Z}\p{N}\p{Extended_Pictographic}\p{M}]/u],
  [EAST_ASIAN, /[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]/],
  [EAST_ASIAN_LETTER, /[\p{scx=Han}\p{scx=Hangul}\p{scx=Kana}]/u],
];

const known = new Uint16Array(0x10000);

/** The classes of a code point. */
export function classOf(point: number): number {
  if (point > 0xffff) return find(point);
  let found = known[point] ?? 0;
  if (found === 0) known[point] = found = find(point);
  return found;
}

function find(point: number): number {
  const char = String.fromCodePoint(point);
  return CLASSES.reduce((bits, [bit, is]) => (is.test(char) ? bits | bit : bits), KNOWN);
}
