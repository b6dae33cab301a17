import {
  EAST_ASIAN,
  EAST_ASIAN_LETTER,
  FOREIGN_LETTER,
  LATIN,
  LETTER,
  MARK,
  SIGN,
  UNASSIGNED,
  UPPER,
} from './class-data.js';
import { classOf } from './classes.js';
import { isRare, kindAt, kindBefore, type Model } from './model.js';
import { pointAt, type Scratch } from './units.js';
import { closesQuotation } from './word-ends.js';

/** A longer text of mixed scripts is judged by the model alone. */
export const MIXED_UNITS = 6;
const CHINESE_WORD = 3;
/** A word of one letter has its neighbours beyond a space or a bracket. */
const NEAR = 3;
const SPACE = 32;

/** Whether a stretch is letters and the mark that ends a quotation: “A MANHÃ”. */
export function endsQuotation(units: Uint16Array, start: number, end: number): boolean {
  return (
    areLetters(units, start, end - 1) &&
    (classAt(units, end) & LETTER) === 0 &&
    closesQuotation(units, end - 1)
  );
}

/** The class of a unit by itself; 0 outside of the text. */
export function classAt(units: Uint16Array, at: number): number {
  return at < 0 || at >= units.length ? 0 : classOf(units[at] ?? 0);
}

export function hasUnassigned({ units, length }: Scratch): boolean {
  for (let i = 0; i < length; i++) {
    const point = pointAt(units, i, length);
    if ((classOf(point) & UNASSIGNED) !== 0) return true;
    if (point > 0xffff) i++;
  }
  return false;
}

/**
 * Whether a stretch is a word of two or three characters that Chinese is written with, as 谢谢 is: each would become one
 * letter, and so would many others.
 */
export function isUsualChinese(units: Uint16Array, start: number, end: number, model: Model): boolean {
  if (end - start > CHINESE_WORD) return false;
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? 0;
    if ((classOf(unit) & EAST_ASIAN_LETTER) === 0 || isRare(unit, model)) return false;
  }
  return true;
}

/** Whether a short text has letters of two scripts that are not written together. */
export function isMixed({ units, length }: Scratch, { kinds }: Model): boolean {
  if (length > MIXED_UNITS) return false;
  let script = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i] ?? 0;
    if ((classOf(unit) & FOREIGN_LETTER) === 0) continue;
    const kind = kinds[unit] ?? 0;
    if (script !== 0 && script !== kind) return true;
    script = kind;
  }
  return false;
}

/** One East Asian character, or nothing but signs. */
export function isLoneSign(units: Uint16Array, start: number, end: number): boolean {
  if (end - start === 1 && (classAt(units, start) & EAST_ASIAN) !== 0) return true;
  for (let i = start; i < end; i++) if ((classAt(units, i) & SIGN) === 0) return false;
  return true;
}

/** Letters that stand for numbers and units: the square root of π, –Ω, 5 µ, 1.º. */
const SYMBOLS = new Set('πµμΩªº');

/** Whether a stretch may be out of a formula: –∞, √π, ≈µ. */
export function isFormula(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if ((classAt(units, i) & (LETTER | MARK)) !== 0 && !isSymbol(units[i] ?? 0)) return false;
  return true;
}

export function hasLetter(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isSymbol(units[i] ?? 0)) return true;
  return false;
}

function isSymbol(unit: number): boolean {
  return SYMBOLS.has(String.fromCharCode(unit));
}

/** Whether what a stretch becomes has its like right before or behind it. */
export function isBeside(
  insert: Scratch,
  units: Uint16Array,
  start: number,
  end: number,
  model: Model,
): boolean {
  const kind = kindAt(model, insert.units, 0, insert.length);
  return kindBefore(model, units, start) === kind || kindAt(model, units, end) === kind;
}

/** A word, for all we know, of a script that is not Latin. */
export function isNotLatin(units: Uint16Array, start: number, end: number): boolean {
  return (classAt(units, start) & LATIN) === 0 && areLetters(units, start, end);
}

/** Capitals of a script that is not Latin: ТІРІ. */
export function areForeignCapitals(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((classAt(units, i) & (UPPER | LATIN)) !== UPPER) return false;
  return true;
}

/** Whether one of the two units to either side is a Latin letter. */
export function isAmongLatin(units: Uint16Array, start: number, end: number): boolean {
  return [start - 2, start - 1, end, end + 1].some(at => (classAt(units, at) & LATIN) !== 0);
}

export function areLetters(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((classAt(units, i) & (LETTER | MARK)) === 0) return false;
  return true;
}

/** A word that is not Latin beside another such letter, or near its like. */
export function isAmongNotLatin(units: Uint16Array, start: number, end: number, model: Model): boolean {
  if (!isNotLatin(units, start, end)) return false;
  const isOther = (at: number): boolean => (classAt(units, at) & (LETTER | LATIN)) === LETTER;
  return isOther(start - 1) || isOther(end) || isNear(kindAt(model, units, start), units, start, end, model);
}

/** Whether a character of this kind stands within two characters of the stretch. */
export function isNear(kind: number, units: Uint16Array, start: number, end: number, model: Model): boolean {
  for (let i = 0; i < NEAR; i++)
    if (kindBefore(model, units, start - i) === kind || kindAt(model, units, end + i) === kind) return true;
  return false;
}

/** Whether of the two units from `at` one is a space and the other a letter, though not East Asian. */
export function isWord(units: Uint16Array, at: number): boolean {
  if (at < 0 || at + 1 >= units.length) return false;
  const space = units[at] === SPACE ? at : at + 1;
  const letter = classOf(units[2 * at + 1 - space] ?? 0);
  return units[space] === SPACE && (letter & LETTER) !== 0 && (letter & EAST_ASIAN_LETTER) === 0;
}
