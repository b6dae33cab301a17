import {
  BLANK, CLOSER, COMMA, DIGIT, END, FULL_END, LETTER, LOWER, MONEY, QUOTE, SEPARATOR, UPPER, unitTable,
} from './units.js'; // prettier-ignore
import { CUE_NAMES, HASH_START, hashUnit, MONTH, STOP, wordKinds } from './vocabulary.js';

/** What is counted while a line is read once. */
export interface Tally {
  letters: number;
  digits: number;
  uppers: number;
  glued: number;
  words: number;
  wordUnits: number;
  capitalised: number;
  stops: number;
  commas: number;
  separators: number;
  sentences: number;
  money: number;
  quote: number;
  link: number;
  date: number;
  clock: number;
  /** Bits: which kinds of cues there are. */
  cueKinds: number;
  readonly cues: Uint8Array;
  /** Hash of the first word. */
  first: number;
  /** Hash of all letters and digits. */
  same: number;
  /** The same of the first words, 0 where there are fewer. */
  beginning: number;
  /** Hashes of words that tell what a text is about. */
  readonly topic: number[];
  /** Numbers joined by signs so far, where the last of them ended, and its digits. */
  numbers: number;
  numberEnd: number;
  numberDigits: number;
  /** A full stop has been read, and nothing but closing signs since. */
  isPending: boolean;
}

export function emptyTally(): Tally {
  return {
    letters: 0, digits: 0, uppers: 0, glued: 0, words: 0, wordUnits: 0, capitalised: 0, stops: 0, commas: 0, separators: 0,
    sentences: 0, money: 0, quote: 0, link: 0, date: 0, clock: 0, cueKinds: 0, cues: new Uint8Array(CUE_NAMES.length),
    first: 0, same: HASH_START, beginning: 0, topic: [], numbers: 0, numberEnd: -1, numberDigits: 0, isPending: false,
  }; // prettier-ignore
}

const MANY_CUES = 3;
/** Lines that begin with as many words of another are cut short of it, or tell the same. */
const BEGINNING_WORDS = 6;
/** A word that is no stop word and this long or longer tells what the page is about. */
export const TOPIC_UNITS = 4;
const CUE_BITS = (1 << CUE_NAMES.length) - 1;
const WORD = LETTER | DIGIT;

const [AT, DOT, COLON, SLASH, DASH] = [0x40, 0x2e, 0x3a, 0x2f, 0x2d];

/** Counts what stands in `[start, end)`. */
export function count(tally: Tally, text: string, start: number, end: number): void {
  const { kinds } = unitTable();
  for (let i = start; i < end;) {
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    if ((kind & WORD) !== 0) i = countWord(tally, text, i, end);
    else countSign(tally, text, i++, kind);
  }
  if (tally.isPending) tally.sentences++;
  tally.isPending = false;
}

/** Counts the word at `start`; returns where it ends. */
function countWord(tally: Tally, text: string, start: number, end: number): number {
  const { kinds, lower } = unitTable();
  let [hash, same] = [HASH_START, tally.same];
  let [digits, uppers, value, previous] = [0, 0, 0, 0];
  let i = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] ?? 0;
    if ((kind & WORD) === 0) break;
    const small = lower[code] ?? 0;
    hash = hashUnit(hash, small);
    same = hashUnit(same, small);
    if ((kind & DIGIT) !== 0) {
      digits++;
      value = 10 * value + (code & 15);
    } else if ((kind & UPPER) !== 0) {
      uppers++;
      if ((previous & LOWER) !== 0) tally.glued++;
    }
    previous = kind;
  }
  const units = i - start;
  tally.isPending = false;
  tally.same = same;
  tally.digits += digits;
  tally.letters += units - digits;
  tally.uppers += uppers;
  tally.words++;
  tally.wordUnits += units;
  if (tally.words === 1) tally.first = hash;
  if (tally.words === BEGINNING_WORDS) tally.beginning = same;
  if (((kinds[text.charCodeAt(start)] ?? 0) & UPPER) !== 0) tally.capitalised++;
  if (digits === units) countNumber(tally, text, start, i, value);
  else countKinds(tally, wordKinds(hash), hash, units);
  return i;
}

function countKinds(tally: Tally, kinds: number, hash: number, units: number): void {
  const isStop = (kinds & STOP) !== 0;
  if (isStop) tally.stops++;
  else if (units >= TOPIC_UNITS) tally.topic.push(hash);
  if (kinds === 0) return;
  if ((kinds & MONTH) !== 0) tally.date = 1;
  const cues = kinds & CUE_BITS;
  tally.cueKinds |= cues;
  for (let at = 0; cues >> at !== 0; at++)
    if (((cues >> at) & 1) === 1) tally.cues[at] = Math.min(MANY_CUES, (tally.cues[at] ?? 0) + 1);
}

/** Years, dates of three numbers, and times of the day. */
function countNumber(tally: Tally, text: string, start: number, end: number, value: number): void {
  const digits = end - start;
  if (digits === 4 && value >= 1900 && value < 2100) tally.date = 1;
  const sign = tally.numberEnd === start - 1 ? text.charCodeAt(start - 1) : 0;
  const isTime = (sign === COLON || sign === DOT) && digits === 2 && tally.numberDigits <= 2;
  if (isTime && (sign === COLON || tally.numbers === 1)) tally.clock = 1;
  tally.numbers = sign === SLASH || sign === DASH || sign === DOT ? tally.numbers + 1 : 1;
  if (tally.numbers >= 3) tally.date = 1;
  tally.numberEnd = end;
  tally.numberDigits = digits;
}

function countSign(tally: Tally, text: string, at: number, kind: number): void {
  if ((kind & (BLANK | CLOSER)) === 0) tally.isPending = false;
  if ((kind & BLANK) !== 0) {
    if (tally.isPending) tally.sentences++;
    tally.isPending = false;
    return;
  }
  if ((kind & END) !== 0) tally.isPending = true;
  if ((kind & FULL_END) !== 0) tally.sentences++;
  if ((kind & COMMA) !== 0) tally.commas++;
  if ((kind & SEPARATOR) !== 0) tally.separators++;
  if ((kind & MONEY) !== 0) tally.money = 1;
  if ((kind & QUOTE) !== 0) tally.quote = 1;
  if (isLinkSign(text, at)) tally.link = 1;
}

/** "@", "://", and a dot between lower-case letters. */
function isLinkSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === AT) return true;
  if (code === COLON) return text.startsWith('//', at + 1);
  if (code !== DOT) return false;
  const { kinds } = unitTable();
  return (
    ((kinds[text.charCodeAt(at - 1)] ?? 0) & LOWER) !== 0 &&
    ((kinds[text.charCodeAt(at + 1)] ?? 0) & LOWER) !== 0
  );
}
