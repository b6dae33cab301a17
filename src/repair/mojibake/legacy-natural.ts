import { type LetterModel, wordCost } from './letters.js';

const ASCII = /^[\0-\x7f]*$/;
/** Nats a letter, and any other character, of the result costs at most on average: what is read rightly is a language. */
const NATURAL_LETTER = 4.8;
const NATURAL_SIGN = 10;

/** Two letters of one word above ASCII, or one among ASCII letters. */
export const LETTERS = /[A-Za-z][^\0-\x7f]|[^\0-\x7f][A-Za-z]|(?![\0-\x7f])\p{L}\p{M}*(?![\0-\x7f])\p{L}/u;
/** Letters in a row of another script than Latin, from which they say something. */
const RUN = /(?:(?!\p{Script=Latin})[\p{L}\p{M}]){3}/u;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const EAST_ASIAN_LETTER = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/gu;
/** East Asian characters that may be a quotation, and that have to come of a double-byte page. */
const QUOTED = 6;
const LEAST = 2;
const GLUED =
  /[A-Za-z][\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}][A-Za-z]/u;
const BESIDE_DIGIT = /[0-9](?![\0-\x7f])\p{L}|(?![\0-\x7f])\p{L}[0-9]/u;

/** Whether a stretch and what it would become are enough of a text to speak for themselves. */
export function isWordy(stretch: string, insert: string, double: boolean): boolean {
  if (NOT_LATIN.test(insert) && !RUN.test(insert)) return false;
  if (!double && BESIDE_DIGIT.test(insert) && !BESIDE_DIGIT.test(stretch)) return false;
  if (double && (insert.match(EAST_ASIAN_LETTER)?.length ?? 0) < LEAST) return false;
  const quoted = stretch.match(EAST_ASIAN_LETTER)?.length ?? 0;
  return quoted === 0 || quoted >= QUOTED || GLUED.test(stretch);
}

export function isNatural(text: string, letters: LetterModel): boolean {
  let sum = 0;
  let most = 0;
  for (const word of text.split(/[ \t\r]+/)) {
    if (ASCII.test(word)) continue;
    sum += wordCost(letters, word);
    most += NATURAL_LETTER;
    for (let i = 0; i < word.length; i++)
      most += letters.scripts[word.charCodeAt(i)] === 0 ? NATURAL_SIGN : NATURAL_LETTER;
  }
  return sum <= most;
}
