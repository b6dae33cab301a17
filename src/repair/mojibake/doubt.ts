import { kindAt, kindBefore, type Model } from './model.js';

/** A lone character that belongs to nobody's word: 茅 in a Chinese text, √∂ in a formula. */
const LONE = 30;
/** The same between words of another script: 猫 in a French sentence may be a cat. */
export const LONE_BETWEEN_WORDS = 29;
/** Not to be believed whatever else a document holds. */
export const NEVER = 60;
/** A lone lower-case letter after capitals: CAFÉ™ is not CAFə. */
const CASE_BREAK = NEVER;
/** A single character of a script that stands neither before nor after it, or in place of one that does. */
const FOREIGN = 8;
/** Letters of several scripts side by side, or characters that do not exist, as chance would have it. */
const MIXED = NEVER;

/** A longer text of mixed scripts is judged by the model alone. */
const MIXED_UNITS = 6;
/** Letters of scripts that are the only one of their word. */
const FOREIGN_LETTER =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Lm}])\p{L}/u;
/** A word, for all we know, of a script that is not Latin. */
const NOT_LATIN = /^(?!\p{Script=Latin})[\p{L}\p{M}]+$/u;
/** Nobody has written these; U+F000–F0FF are the signs of symbol fonts. */
const UNASSIGNED = /[\p{Cn}\ue000-\uefff\uf100-\uf8ff]/u;
/** One East Asian character, or nothing but signs. */
const LONE_SIGN = /^(?:[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]|\p{S}+)$/u;

/** A word of one letter has its neighbours beyond a space or a bracket. */
const NEAR = 3;

/** A letter that is not East Asian, with a space to one side. */
const WORD = /^(?: \p{L}|\p{L} )$/u;
const EAST_ASIAN_LETTER = /[\p{scx=Han}\p{scx=Hangul}\p{scx=Kana}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const ANY_SCRIPT = /^[\p{Script=Latin}\p{P}\p{S}\p{Z}\p{N}\p{Extended_Pictographic}\p{M}]/u;
const EAST_ASIAN = /^[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]$/;

/** Nats of doubt about a stretch that would become `insert`, by its shape. Longer stretches speak for themselves. */
export function doubtOf(text: string, start: number, end: number, insert: string, model: Model): number {
  const single = insert.length === 1 || (insert.length === 2 && (insert.codePointAt(0) ?? 0) > 0xffff);
  if (UNASSIGNED.test(insert)) return MIXED;
  if (!single) return isMixed(insert, model) ? MIXED : 0;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const stretch = text.slice(start, end);
  if (LONE_SIGN.test(stretch) && !LETTER.test(before.slice(-1)) && !LETTER.test(after.charAt(0))) {
    if (!isWord(before) || !isWord(after)) return LONE;
    if (!EAST_ASIAN.test(stretch)) return 0;
    return isRare(stretch.charCodeAt(0), model) ? 0 : LONE_BETWEEN_WORDS;
  }
  if (/\p{Ll}/u.test(insert) && /\p{Lu}{2}$/u.test(before) && !/^\p{Ll}/u.test(after)) return CASE_BREAK;
  if (NOT_LATIN.test(stretch) && isNear(kindAt(model, stretch, 0), text, start, end, model)) return FOREIGN;
  if (ANY_SCRIPT.test(insert)) return 0;
  return isNear(kindAt(model, insert, 0), text, start, end, model) ? 0 : FOREIGN;
}

/** Whether a short text has letters of two scripts that are not written together. */
function isMixed(text: string, { kinds }: Model): boolean {
  if (text.length > MIXED_UNITS) return false;
  let script = 0;
  for (let i = 0; i < text.length; i++) {
    if (!FOREIGN_LETTER.test(text.charAt(i))) continue;
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    if (script !== 0 && script !== kind) return true;
    script = kind;
  }
  return false;
}

/** Whether a character of this kind stands within two characters of the stretch. */
function isNear(kind: number, text: string, start: number, end: number, model: Model): boolean {
  for (let i = 0; i < NEAR; i++)
    if (kindBefore(model, text, start - i) === kind || kindAt(model, text, end + i) === kind) return true;
  return false;
}

function isWord(side: string): boolean {
  return WORD.test(side) && !EAST_ASIAN_LETTER.test(side);
}

/** Chinese enough (a surname, a liquor), though the text that the model was made from lacks it. */
const KNOWN_ALL_THE_SAME = '茅'.charCodeAt(0);

/** Not once in the text that the model was made from, about 500,000 East Asian characters: 脿, 횪. */
function isRare(unit: number, { chars, kinds, unseen }: Model): boolean {
  return unit !== KNOWN_ALL_THE_SAME && (chars[unit] ?? 0) >= (unseen[kinds[unit] ?? 0] ?? 0);
}
