/** What a UTF-16 unit means to the line model, as bits. */
export const LETTER = 1;
export const UPPER = 2;
export const LOWER = 4;
export const DIGIT = 8;
export const BLANK = 16;
export const COMMA = 32;
/** Ends a sentence where white space or the line's end follows, closing signs between them or not. */
export const END = 64;
/** Ends a sentence wherever it stands. */
export const FULL_END = 128;
export const CLOSER = 256;
export const QUOTE = 512;
/** Stands between the items of menus and paths. */
export const SEPARATOR = 1024;
export const MONEY = 2048;

const SETS: readonly (readonly [bit: number, of: RegExp])[] = [
  [LETTER, /\p{L}/gu],
  [UPPER, /\p{Lu}/gu],
  [LOWER, /\p{Ll}/gu],
  [DIGIT, /\p{N}/gu],
  [BLANK, /\s/gu],
  [COMMA, /[,;،，、]/gu],
  [END, /[.!?…।؟۔]/gu],
  [FULL_END, /[。！？]/gu],
  [CLOSER, /["'”’»」』)\]]/gu],
  [QUOTE, /["“”«»„「『]/gu],
  [SEPARATOR, /[|•·›»/▸→←✕×]/gu],
  [MONEY, /[$€£¥₽₹]/gu],
];

export interface Units {
  readonly kinds: Uint16Array;
  /** The lower-case form, where that is one unit. */
  readonly lower: Uint16Array;
}

let made: Units | undefined;

/** Made at the first question: a few milliseconds. Halves of surrogate pairs are nothing. */
export function unitTable(): Units {
  if (made) return made;
  const kinds = new Uint16Array(0x10000);
  const lower = new Uint16Array(0x10000);
  const all = Array.from({ length: 0x10000 }, (_, unit) =>
    unit >= 0xd800 && unit < 0xe000 ? ' ' : String.fromCharCode(unit),
  );
  const text = all.join('');
  for (const [bit, of] of SETS)
    for (const { index } of text.matchAll(of))
      if (index < 0xd800 || index >= 0xe000) kinds[index] = (kinds[index] ?? 0) | bit;
  all.forEach((char, unit) => {
    const small = char.toLowerCase();
    lower[unit] = small.length === 1 ? small.charCodeAt(0) : unit;
  });
  return (made = { kinds, lower });
}
