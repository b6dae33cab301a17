import {
  ANY_SCRIPT,
  EAST_ASIAN,
  EAST_ASIAN_LETTER,
  FOREIGN_LETTER,
  LATIN,
  LETTER,
  LOWER,
  MARK,
  SIGN,
  UNASSIGNED,
  UPPER,
} from './class-data.js';
import { classOf } from './classes.js';
import { isRare, kindAt, kindBefore, type Model } from './model.js';
import { isHigh, pointAt, type Scratch } from './units.js';
import { closesQuotation, followsWord } from './word-ends.js';

/** A lone character that belongs to nobody's word: 茅 in a Chinese text, √∂ in a formula. */
export const LONE = 30;
/** The same between words of another script: 猫 in a French sentence may be a cat. */
export const LONE_BETWEEN_WORDS = 29;
/** Not to be believed whatever else a document holds. */
export const NEVER = 60;
/** A lone lower-case letter after capitals: CAFÉ™ is not CAFə. */
const CASE_BREAK = NEVER;
/** A single character of a script that stands neither before nor after it, or in place of one that does. */
export const FOREIGN = 8;
/** Letters of several scripts side by side, or characters that do not exist, as chance would have it. */
const MIXED = NEVER;

/** A longer text of mixed scripts is judged by the model alone. */
export const MIXED_UNITS = 6;

/** Marks up to here are written on Latin letters; the next are those of Cyrillic. */
const LATIN_MARKS = 0x36f;

const CHINESE_WORD = 3;
/** Units that a word of another script than Latin may become by chance: in capitals, or in Latin letters amid its like. */
const FEW_CAPITALS = 3;
const FEW = 2;

/** A word of one letter has its neighbours beyond a space or a bracket. */
const NEAR = 3;

/** UTF-16 units to either side of a stretch that its doubt, or its cost, may depend on. */
export const CONTEXT = NEAR + 1;

const SPACE = 32;

/** Nats of doubt about a stretch that would become `insert`, by its shape. Longer stretches speak for themselves. */
export function doubtOf(
  units: Uint16Array,
  start: number,
  end: number,
  insert: Scratch,
  model: Model,
): number {
  const first = pointAt(insert.units, 0, insert.length);
  const single = insert.length === 1 || (insert.length === 2 && first > 0xffff);
  if (hasUnassigned(insert)) return MIXED;
  if (
    insert.length <= FEW_CAPITALS &&
    areForeignCapitals(units, start, end) &&
    !isAmongLatin(units, start, end)
  )
    return LONE;
  const isQuoted =
    areLetters(units, start, end - 1) &&
    (classAt(units, end) & LETTER) === 0 &&
    closesQuotation(units, end - 1);
  if (isQuoted && insert.length <= MIXED_UNITS) return NEVER;
  if (!single) {
    if (isMixed(insert, model)) return MIXED;
    if ((classOf(first) & MARK) !== 0 && (classAt(units, start) & classAt(units, start - 1) & UPPER) !== 0)
      return LONE;
    if (end - start === insert.length && isUsualChinese(units, start, end, model)) return LONE;
    return insert.length <= FEW && (classOf(first) & LATIN) !== 0 && isAmongNotLatin(units, start, end, model)
      ? LONE
      : 0;
  }
  const before = classAt(units, start - 1);
  const after = classAt(units, end);
  const stretch = units[start] ?? 0;
  const isAlone = ((before | after) & (LETTER | MARK)) === 0;
  if (isLoneSign(units, start, end) && isAlone) {
    if (!isWord(units, start - 2) || !isWord(units, end)) return LONE;
    if (end - start > 1 || (classOf(stretch) & EAST_ASIAN) === 0) return 0;
    return isRare(stretch, model) ? 0 : LONE_BETWEEN_WORDS;
  }
  const is = classOf(first);
  if ((is & MARK) !== 0 && (before & LATIN) !== 0) {
    if (first > LATIN_MARKS) return MIXED;
    if ((before & UPPER) !== 0 && areLetters(units, start, end)) return LONE;
  }
  if (end - start === 2 && (classOf(stretch) & LETTER) !== 0) {
    const isCapital = (classOf(stretch) & before & UPPER) !== 0;
    if (isCapital && followsWord(units, start + 1)) return LONE;
    // DĹŽKA
    if (isCapital && (classAt(units, start + 1) & UPPER) !== 0 && isRare(first, model)) return LONE;
  }
  if (isFormula(units, start, end)) {
    if (
      (is & LATIN) !== 0
        ? isAlone && hasLetter(units, start, end)
        : !isBeside(insert, units, start, end, model)
    )
      return LONE;
  }
  if ((is & LOWER) !== 0 && (before & classAt(units, start - 2) & UPPER) !== 0) {
    const next = isHigh(units[end] ?? 0) ? classOf(pointAt(units, end, units.length)) : after;
    if ((next & LOWER) === 0) return CASE_BREAK;
  }
  if (isNotLatin(units, start, end) && isNear(kindAt(model, units, start), units, start, end, model))
    return FOREIGN;
  if ((is & ANY_SCRIPT) !== 0) return 0;
  return isNear(kindAt(model, insert.units, 0, insert.length), units, start, end, model) ? 0 : FOREIGN;
}

/** The class of a unit by itself; 0 outside of the text. */
function classAt(units: Uint16Array, at: number): number {
  return at < 0 || at >= units.length ? 0 : classOf(units[at] ?? 0);
}

function hasUnassigned({ units, length }: Scratch): boolean {
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
function isUsualChinese(units: Uint16Array, start: number, end: number, model: Model): boolean {
  if (end - start > CHINESE_WORD) return false;
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? 0;
    if ((classOf(unit) & EAST_ASIAN_LETTER) === 0 || isRare(unit, model)) return false;
  }
  return true;
}

/** Whether a short text has letters of two scripts that are not written together. */
function isMixed({ units, length }: Scratch, { kinds }: Model): boolean {
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
function isLoneSign(units: Uint16Array, start: number, end: number): boolean {
  if (end - start === 1 && (classAt(units, start) & EAST_ASIAN) !== 0) return true;
  for (let i = start; i < end; i++) if ((classAt(units, i) & SIGN) === 0) return false;
  return true;
}

/** Letters that stand for numbers and units: the square root of π, –Ω, 5 µ, 1.º. */
const SYMBOLS = new Set('πµμΩªº');

/** Whether a stretch may be out of a formula: –∞, √π, ≈µ. */
function isFormula(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if ((classAt(units, i) & (LETTER | MARK)) !== 0 && !isSymbol(units[i] ?? 0)) return false;
  return true;
}

function hasLetter(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isSymbol(units[i] ?? 0)) return true;
  return false;
}

function isSymbol(unit: number): boolean {
  return SYMBOLS.has(String.fromCharCode(unit));
}

/** Whether what a stretch becomes has its like right before or behind it. */
function isBeside(insert: Scratch, units: Uint16Array, start: number, end: number, model: Model): boolean {
  const kind = kindAt(model, insert.units, 0, insert.length);
  return kindBefore(model, units, start) === kind || kindAt(model, units, end) === kind;
}

/** A word, for all we know, of a script that is not Latin. */
function isNotLatin(units: Uint16Array, start: number, end: number): boolean {
  return (classAt(units, start) & LATIN) === 0 && areLetters(units, start, end);
}

/** Capitals of a script that is not Latin: ТІРІ. */
function areForeignCapitals(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((classAt(units, i) & (UPPER | LATIN)) !== UPPER) return false;
  return true;
}

/** Whether one of the two units to either side is a Latin letter. */
function isAmongLatin(units: Uint16Array, start: number, end: number): boolean {
  return [start - 2, start - 1, end, end + 1].some(at => (classAt(units, at) & LATIN) !== 0);
}

function areLetters(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((classAt(units, i) & (LETTER | MARK)) === 0) return false;
  return true;
}

/** The same beside another letter that is not, or near its like. */
function isAmongNotLatin(units: Uint16Array, start: number, end: number, model: Model): boolean {
  if (!isNotLatin(units, start, end)) return false;
  const isOther = (at: number): boolean => (classAt(units, at) & (LETTER | LATIN)) === LETTER;
  return isOther(start - 1) || isOther(end) || isNear(kindAt(model, units, start), units, start, end, model);
}

/** Whether a character of this kind stands within two characters of the stretch. */
function isNear(kind: number, units: Uint16Array, start: number, end: number, model: Model): boolean {
  for (let i = 0; i < NEAR; i++)
    if (kindBefore(model, units, start - i) === kind || kindAt(model, units, end + i) === kind) return true;
  return false;
}

/** Whether of the two units from `at` one is a space and the other a letter, though not East Asian. */
function isWord(units: Uint16Array, at: number): boolean {
  if (at < 0 || at + 1 >= units.length) return false;
  const space = units[at] === SPACE ? at : at + 1;
  const letter = classOf(units[2 * at + 1 - space] ?? 0);
  return units[space] === SPACE && (letter & LETTER) !== 0 && (letter & EAST_ASIAN_LETTER) === 0;
}
