import { codeUnits } from '../../core/code-units.js';
import { languagesOf } from './alphabets.js';
import { isSpace, peak } from './legacy-peaks.js';
import { countSigns, type LetterModel, wordCost } from './letters.js';
import { memo } from './memo.js';

/** A stretch of a line without spaces. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly ascii: boolean;
  /** How strange its strangest place is, in nats above what is usual. */
  readonly peak: number;
  /** Of letters that stand together in some language with the others of the line, and no sign within. */
  readonly plain: boolean;
}

/** UTF-16 units of a stretch without spaces from which it is no line of text. */
export const MAX_WORD = 4000;

const LETTER_ABOVE_ASCII = /(?![\0-\x7f])\p{L}/gu;
/** No word at all, or a unit of measure, a number or a mark: kΩ, µF, ø50, 2πr², 1.ª, ACME™. */
const NO_LETTER =
  /^\P{L}*(?:[kKMGTm]?Ω|[a-z\d]?π[a-z]{0,2}|µ?[A-Za-z0-9.,/]*|[øØ]\d[A-Za-z0-9.,/]*)[²³°ºª®™©]?\P{L}*$/u;
/** A capital above ASCII after a small letter. */
const CAMEL = /\p{Ll}(?![A-Z])\p{Lu}/u;
/** Words of Latin letters alone, with signs around them and what is written between the parts of one. */
export const LATIN =
  /^[^\p{L}\p{M}]*(?:\p{Script=Greek}*\p{Script=Latin})(?:\p{Script=Latin}|\p{Script=Greek}|\p{M}|[!-/:-@[-`{-~0-9’‘´“”…—•\u00ad\u200b-\u200f–-]|(?<=[A-Za-z0-9])[®©™×÷±°](?=[A-Za-z0-9]))*[^\p{L}\p{M}]*$/u;

/** What a word is by itself, whatever line it stands in. */
export interface Facts {
  readonly cost: number;
  readonly peak: number;
  /** Of Latin letters and of one case, with signs at its ends alone. */
  readonly latin: boolean;
  /** Letters above ASCII of a word that is. */
  readonly letters: readonly number[];
  /** Too long, or without a letter. */
  readonly plain: boolean;
}

export function wordsOf(line: string, letters: LetterModel): Word[] {
  const words: { start: number; end: number; facts: Facts }[] = [];
  const languages = languagesOf();
  let one = true;
  for (let start = 0; start < line.length; start++) {
    let end = start;
    while (end < line.length && !isSpace(line.charCodeAt(end))) end++;
    if (end === start) continue;
    const word = line.slice(start, end);
    const facts = ASCII.test(word) ? ASCII_WORD : factsOf(word, letters);
    words.push({ start, end, facts });
    if (one) for (const letter of facts.letters) one &&= languages.have(letter);
    start = end;
  }
  return words.map(({ start, end, facts }) => {
    const plain = facts.plain || (one && facts.latin);
    const peak = plain ? 0 : facts.peak;
    return { start, end, ascii: facts === ASCII_WORD, plain, peak, cost: facts.cost };
  });
}

const ASCII_WORD: Facts = { cost: 0, peak: 0, latin: false, letters: [], plain: false };

const ASCII = /^[\0-\x7f]*$/;

/** Words that were met lately: those of a text come back. */
const facts = memo<Facts>(1 << 14);

function factsOf(word: string, letters: LetterModel): Facts {
  return facts(word, () => {
    const seen = asSeen(word);
    const isLong = word.length > MAX_WORD;
    const latin = !isLong && LATIN.test(word) && !CAMEL.test(word);
    return {
      cost: wordCost(letters, seen),
      peak: peak(codeUnits(seen), 0, seen.length, letters),
      latin,
      letters: latin ? (word.match(LETTER_ABOVE_ASCII) ?? []).map(letter => letter.charCodeAt(0)) : [],
      plain: isLong || NO_LETTER.test(word),
    };
  });
}

/** Soft hyphens, joiners, marks of direction and strokes that stretch a word say nothing of the letters beside them. */
const UNSEEN = /[\u00ad\u0640\u200b-\u200f]/g;
/** An accent by itself that people write for an apostrophe. */
const ACCENT = /(?<=\p{L})´(?=\p{L})/gu;

const TO_SEE = /[´\u00ad\u0640\u200b-\u200f]/;

export function asSeen(word: string): string {
  if (!TO_SEE.test(word)) return word;
  return word.replace(UNSEEN, '').replace(ACCENT, '’');
}

/** Nats that a word with digits of its own, or a short one beside misread ones, loses at most. */
export const AT_MOST = 6;
/** Nats of doubt about a sign that was a letter. */
const NEW_SIGN = 3;
const DIGIT = /(?![0-9])\p{Nd}/u;

/** Nats gained when a word becomes another. */
export function gainOf(word: string, decoded: string, letters: LetterModel): number {
  if (DIGIT.test(word)) return -AT_MOST;
  const signs = Math.max(0, countSigns(decoded) - countSigns(word));
  return costOfEither(asSeen(word), letters) - wordCost(letters, decoded) - signs * NEW_SIGN;
}

const HEBREW = /\p{Script=Hebrew}/u;

/** What a word costs; in Hebrew, which old files hold from the left to the right as it is seen, the less of both ways. */
function costOfEither(word: string, letters: LetterModel): number {
  const cost = wordCost(letters, word);
  return HEBREW.test(word) ? Math.min(cost, wordCost(letters, [...word].reverse().join(''))) : cost;
}

export function scriptOf(line: string, word: Word | undefined): string {
  return word ? scriptIn(line.slice(word.start, word.end)) : '';
}

export function scriptIn(text: string): string {
  const letter = LETTER_ABOVE_ASCII_ONE.exec(text)?.[0];
  return letter === undefined ? '' : (SCRIPTS.find(script => script.test(letter))?.source ?? '');
}

const LETTER_ABOVE_ASCII_ONE = /(?![\0-\x7f])\p{L}/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
];
