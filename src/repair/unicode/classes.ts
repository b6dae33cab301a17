/** Combines with what stands before it, or is not in NFC by itself. */
export const COMBINING = 1;
/** To be dropped or replaced, always or depending on its neighbours. */
export const SPECIAL = 2;
export const SURROGATE = 4;

const COMBINES = /[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;

/** Controls but tab and LF, soft hyphen, invisible format characters, variation selectors, noncharacters. */
const DROPPABLE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff]/;

let table: Uint8Array | undefined;

/** A class for each UTF-16 unit; 0 for the ordinary. Built when first asked for, in about 5 ms. */
export function unitClasses(): Uint8Array {
  table ??= build();
  return table;
}

function build(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0x3400 && code <= 0xa000) continue;
    if (code >= 0xac00 && code <= 0xd7a3) continue;
    const char = String.fromCharCode(code);
    if (code >= 0xd800 && code <= 0xdfff) classes[code] = SURROGATE;
    else if (DROPPABLE.test(char)) classes[code] = SPECIAL;
    else if (code >= 0x300 && (COMBINES.test(char) || char.normalize('NFC') !== char))
      classes[code] = COMBINING;
  }
  return classes;
}

/** All classes that occur in `text`, in one number. */
export function seen(text: string, classes: Uint8Array): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) found |= classes[text.charCodeAt(i)] ?? 0;
  return found;
}

/** Length of the longest row of combining units. */
export function longestMarks(text: string, classes: Uint8Array): number {
  let longest = 0;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    row = ((classes[text.charCodeAt(i)] ?? 0) & (COMBINING | SURROGATE)) === 0 ? 0 : row + 1;
    if (row > longest) longest = row;
  }
  return longest;
}
