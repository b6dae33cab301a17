import { scriptIn } from './legacy-words.js';
import { isRare, loadModel } from './model.js';

const LETTERS = /(?![\0-\x7f])\p{L}/gu;
const ASCII_LETTER = /[A-Za-z]/;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
/** Letters of one script, other than Latin and Han. */
const ONE_SCRIPT =
  /^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+|\p{Script=Hebrew}+|\p{Script=Arabic}+|\p{Script=Thai}+)$/u;
/** Latin letters beside others in one word, some of each. */
const MIXED =
  /[A-Za-z]{3}(?:\p{Script=Cyrillic}|\p{Script=Greek}){3}|(?:\p{Script=Cyrillic}|\p{Script=Greek}){3}[A-Za-z]{3}/u;

/** Letters of another script in a word of Latin ones: no text of either. */
const AMID_LATIN =
  /[A-Za-z](?!\p{Script=Latin})(?![\0-\x7f])[\p{L}\p{M}]|(?!\p{Script=Latin})(?![\0-\x7f])\p{L}\p{M}*[A-Za-z]/u;

/** A word of one case, or with a capital at its start. */
const REGULAR = /^(?:[\p{Lu}\p{Lo}]?[\p{Ll}\p{Lo}\p{M}]*|[\p{Lu}\p{M}]+)$/u;
const BETWEEN_WORDS = /[^\p{L}\p{M}]+/u;
/** Letters of DOS that were read as what frames are drawn with. */
const BOXES = /[\u2500-\u259f]{2}/u;
const CAPITALS = /^\p{Lu}+$/u;
/** Dates and other abbreviations have none. */
const LONG_WORD = /\p{L}{5}/u;
const REPEATED = /^(.)\1+$/u;
const APOSTROPHE = /[A-Za-z]’[A-Za-z]/;
/** What a table, or a tree of files, is drawn with. */
const FRAME = /^[\u2500-\u257f].*[\u2500-\u257f]$/su;

/** Letters that say enough where a script other than Latin becomes itself or another such: different ones, and all. */
const DIFFERENT = 3;
const ENOUGH = 5;
const ENOUGH_OTHERS = 8;
/** The same where all are capitals, ideographs, or of a script that has no case. */
const ENOUGH_CAPITALS = 40;
const ENOUGH_HAN = 12;
const ENOUGH_SEMITIC = 12;

const HAN = /^\p{Script=Han}+$/u;
const ARABIC = /^\p{Script=Arabic}+$/u;
const HEBREW = /^\p{Script=Hebrew}+$/u;
/** A letter within a word in the form of its end. */
const NO_HEBREW = /[ךםןףץ]\p{L}/u;
const THAI = /^\p{Script=Thai}+$/u;
/** A mark without a consonant before it, or a vowel without one behind it. */
const NO_THAI =
  /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Cyrillic letters of a Latin word that are put for others, and Latin ones that no Cyrillic letter looks like. */
const PUT_FOR_LATIN = /^[^\p{Script=Cyrillic}]*(?:[аеоіАЕОІ][^\p{Script=Cyrillic}]*)+$/u;
const OWN_LATIN = /[bdf-hj-nq-tvwzDFGJLNQRSUVWYZ]/;
/** What only Serbian and Macedonian are written with; all that the one is, and the other. */
const SOUTH_SLAVIC = /[љњџђћѓќѕј]/u;
const SERBIAN = /^[абвгдђежзијклљмнњопрстћуфхцчџш]*$/u;
const MACEDONIAN = /^[абвгдѓежзѕијклљмнњопрстќуфхцчџш]*$/u;

/**
 * Whether a stretch may be text as it is, however much dearer than what two pages make of it: a title, a name, a frame
 * round a table.
 */
export function mayBeText(stretch: string, insert: string): boolean {
  const before = lettersOf(stretch);
  const after = lettersOf(insert);
  if (before === '' && (FRAME.test(stretch) || (after === '' && !APOSTROPHE.test(insert)))) return true;
  if (MIXED.test(insert) || areLookAlikes(stretch)) return true;
  if (REPEATED.test(before) && !ASCII_LETTER.test(stretch)) return true;
  if (NOT_LATIN.test(after) && new Set(after).size < DIFFERENT) return true;
  if (AMID_LATIN.test(stretch) || BOXES.test(stretch)) return false;
  if (HAN.test(before)) return !HAN.test(after) && isChinese(before, insert);
  if (THAI.test(before)) return !NO_THAI.test(stretch);
  if (!ONE_SCRIPT.test(before) || !isRegular(stretch)) return false;
  const isSame = scriptIn(before) === scriptIn(after);
  if (NOT_LATIN.test(after) && after.length < (isSame ? ENOUGH : ENOUGH_OTHERS)) return true;
  if (!isRegular(insert) || isSouthSlavic(before)) return true;
  if (ARABIC.test(before)) return before.length < ENOUGH_SEMITIC;
  if (HEBREW.test(before)) return before.length < ENOUGH_SEMITIC && !NO_HEBREW.test(stretch);
  if (!CAPITALS.test(before)) return false;
  return isSame ? !LONG_WORD.test(insert) : before.length < ENOUGH_CAPITALS;
}

/** Whether in each word of Latin and Cyrillic letters the fewer look like what is meant: бyдeт, gоld. */
function areLookAlikes(text: string): boolean {
  const mixed = text.split(BETWEEN_WORDS).filter(word => CYRILLIC.test(word) && ASCII_LETTER.test(word));
  return mixed.length > 0 && mixed.every(word => PUT_FOR_LATIN.test(word) || !OWN_LATIN.test(word));
}

function lettersOf(text: string): string {
  return (text.match(LETTERS) ?? []).join('');
}

function isRegular(text: string): boolean {
  return text.split(BETWEEN_WORDS).every(word => REGULAR.test(word));
}

/** Whether ideographs may be a word, or what they become is none. */
function isChinese(han: string, insert: string): boolean {
  return !isRegular(insert) || (han.length < ENOUGH_HAN && isUsual(han));
}

function isUsual(han: string): boolean {
  const model = loadModel();
  for (let i = 0; i < han.length; i++) if (isRare(han.charCodeAt(i), model)) return false;
  return true;
}

/** Whether letters are those of a Serbian or a Macedonian name. */
function isSouthSlavic(letters: string): boolean {
  const small = letters.toLowerCase();
  return SOUTH_SLAVIC.test(small) && (SERBIAN.test(small) || MACEDONIAN.test(small));
}
