import { kindAt, kindBefore, type Model } from './model.js';

/** A lone character that nobody's word surrounds: 猫 in a French sentence may be a cat. */
const LONE = 30;
/** A lone lower-case letter after capitals: MAÇÃ® hardly means MAÇî. */
const CASE_BREAK = 10;
/** A single character of a script that stands neither before nor after it. */
const FOREIGN = 8;

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
  if (!single) return 0;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (end - start === 1 && EAST_ASIAN.test(text.charAt(start))) {
    if (!LETTER.test(before.slice(-1)) && !LETTER.test(after.charAt(0)))
      return isRare(text.charCodeAt(start), model) && isWord(before) && isWord(after) ? 0 : LONE;
  }
  if (/\p{Ll}/u.test(insert) && /\p{Lu}{2}$/u.test(before) && !/^\p{Ll}/u.test(after)) return CASE_BREAK;
  if (ANY_SCRIPT.test(insert)) return 0;
  return isNear(kindAt(model, insert, 0), text, start, end, model) ? 0 : FOREIGN;
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

/** Not once in the text that the model was made from, about 500,000 East Asian characters. */
function isRare(unit: number, { chars, kinds, unseen }: Model): boolean {
  return (chars[unit] ?? 0) >= (unseen[kinds[unit] ?? 0] ?? 0);
}
