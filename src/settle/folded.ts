import { CLASS, letterOf, letterTable, SEPARATOR, SYMBOL, UNSPACED } from './letters.js';
import { unitsLike } from '../core/unit-classes.js';

/** What compatibility normalisation makes of it depends on what stands next to it, or is several letters. */
export const CONTEXT = 7;

/** Marks, and the vowels and finals of Hangul, may compose with what stands before them. */
export const COMPOSING = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u;

let table: Int32Array | undefined;

/**
 * The class and the small letter of each UTF-16 code unit as `letterTable` has them for what compatibility normalisation
 * (NFKC) makes of it: a text without `CONTEXT`, like most, need not be normalised.
 */
export function foldedTable(): Int32Array {
  return (table ??= makeTable());
}

/** The same of a code point beyond the first plane, or of half a pair. */
export function foldedPair(codePoint: number): number {
  const letter = letterOf(codePoint);
  const kind = letter & CLASS;
  // Letters of these planes may compose, and marks do.
  const isPlain = kind === SYMBOL || kind === UNSPACED || kind === SEPARATOR;
  const char = String.fromCodePoint(codePoint);
  return isPlain && char.normalize('NFKC') === char ? letter : CONTEXT;
}

function makeTable(): Int32Array {
  const letters = letterTable();
  const folded = letters.slice();
  for (const unit of unitsLike(COMPOSING)) folded[unit.charCodeAt(0)] = CONTEXT;
  // Whatever normalisation changes is among these, and much besides.
  for (const unit of unitsLike(/\p{Changes_When_NFKC_Casefolded}/u)) {
    const to = Array.from(unit.normalize('NFKC'), char => folded[char.charCodeAt(0)] ?? 0);
    const [only = CONTEXT] = to;
    const isSeparator = to.every(letter => (letter & CLASS) === SEPARATOR);
    folded[unit.charCodeAt(0)] = to.length === 1 ? only : isSeparator ? SEPARATOR : CONTEXT;
  }
  return folded;
}
