import { ANY_SCRIPT, EAST_ASIAN, LATIN, LETTER, LOWER, MARK, UPPER } from './class-data.js';
import { classOf } from './classes.js';
import { isRare, kindAt, type Model } from './model.js';
import {
  MIXED_UNITS,
  areForeignCapitals,
  areLetters,
  classAt,
  endsQuotation,
  hasLetter,
  hasUnassigned,
  isAmongLatin,
  isAmongNotLatin,
  isBeside,
  isFormula,
  isLoneSign,
  isMixed,
  isNear,
  isNotLatin,
  isUsualChinese,
  isWord,
} from './shape.js';
import { isHigh, pointAt, type Scratch } from './units.js';
import { followsWord } from './word-ends.js';

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

/** Marks up to here are written on Latin letters; the next are those of Cyrillic. */
const LATIN_MARKS = 0x36f;

/** Units that a word of another script than Latin may become by chance: in capitals, or in Latin letters amid its like. */
const FEW_CAPITALS = 3;
const FEW = 2;

/** Nats of doubt about a stretch that would become `insert`, by its shape. Longer stretches speak for themselves. */
export function doubtOf(
  units: Uint16Array,
  start: number,
  end: number,
  insert: Scratch,
  model: Model,
): number {
  if (hasUnassigned(insert)) return MIXED;
  const isShort = insert.length <= FEW_CAPITALS;
  if (isShort && areForeignCapitals(units, start, end) && !isAmongLatin(units, start, end)) return LONE;
  if (insert.length <= MIXED_UNITS && endsQuotation(units, start, end)) return NEVER;
  const first = pointAt(insert.units, 0, insert.length);
  const isSingle = insert.length === 1 || (insert.length === 2 && first > 0xffff);
  return isSingle
    ? doubtOfOne(units, start, end, insert, model)
    : doubtOfSeveral(units, start, end, insert, model);
}

/** The same where it would become several characters. */
function doubtOfSeveral(
  units: Uint16Array,
  start: number,
  end: number,
  insert: Scratch,
  model: Model,
): number {
  if (isMixed(insert, model)) return MIXED;
  const is = classAt(insert.units, 0);
  if ((is & MARK) !== 0 && (classAt(units, start) & classAt(units, start - 1) & UPPER) !== 0) return LONE;
  if (end - start === insert.length && isUsualChinese(units, start, end, model)) return LONE;
  const isFew = insert.length <= FEW && (is & LATIN) !== 0;
  return isFew && isAmongNotLatin(units, start, end, model) ? LONE : 0;
}

/** The same where it would become one. */
function doubtOfOne(units: Uint16Array, start: number, end: number, insert: Scratch, model: Model): number {
  const before = classAt(units, start - 1);
  const after = classAt(units, end);
  const stretch = units[start] ?? 0;
  const isAlone = ((before | after) & (LETTER | MARK)) === 0;
  if (isLoneSign(units, start, end) && isAlone) {
    if (!isWord(units, start - 2) || !isWord(units, end)) return LONE;
    if (end - start > 1 || (classOf(stretch) & EAST_ASIAN) === 0) return 0;
    return isRare(stretch, model) ? 0 : LONE_BETWEEN_WORDS;
  }
  const first = pointAt(insert.units, 0, insert.length);
  const is = classOf(first);
  if ((is & MARK) !== 0 && (before & LATIN) !== 0) {
    if (first > LATIN_MARKS) return MIXED;
    if ((before & UPPER) !== 0 && areLetters(units, start, end)) return LONE;
  }
  if (end - start === 2 && (classOf(stretch) & before & UPPER) !== 0) {
    if (followsWord(units, start + 1)) return LONE;
    // DĹŽKA
    if ((classAt(units, start + 1) & UPPER) !== 0 && isRare(first, model)) return LONE;
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
