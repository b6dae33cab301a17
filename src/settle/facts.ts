import { endedCodeUnits } from '../core/code-units.js';
import { isName } from './names.js';
import * as tokens from './tokens.js';
import { mix } from './units.js';

// V8 folds the constants of this module, but reads those of another one at each turn of a loop.
const { BRACKET, CAPITAL, DIGIT, KIND, KIND_BITS, NOTHING, PAIR } = tokens;
const { behindBrackets, behindNumber, hasSign, isGroupMark, kindAt, tokenTable, widthAt } = tokens;

/**
 * Numbers and names with what stands right before and right after them: hashes of these letters times `FACTS`, plus
 * that of the fact. Sorted, each once.
 */
export type Facts = Float64Array;

/** More than 32 bits of letters and so many of the fact are no integer of a double. */
export const FACTS = 2 ** 21;
/** Letters on one side of a fact that say what it is about: about two words, or four of Chinese with their verb. */
const CONTEXT_CAPITAL = 8;

/** The letters of the words that are no facts. */
let letters = new Uint16Array(1024);
/** Runs of facts: how many letters stand before each, and its hash. */
let runs = new Int32Array(256);
let found = new Float64Array(128);

/**
 * The numbers and names of a text, in runs such as "2:1" or "4 May 2023, 19:30", each under the other letters
 * round it. A name is a word with a capital inside a sentence.
 */
export function factsOf(text: string): Facts {
  const plain = text.normalize('NFKC');
  if (letters.length < plain.length) letters = new Uint16Array(2 * plain.length);
  scanFor(endedCodeUnits(plain), plain.length, tokenTable());
  return factsIn(count, ofRuns);
}

/** How many letters and how many runs of facts there are. */
let count = 0;
let ofRuns = 0;

function scanFor(codes: Uint16Array, length: number, table: Int32Array): void {
  count = 0;
  ofRuns = 0;
  for (let at = 0; ;) {
    at = skim(codes, at, length, table, letters);
    if (at >= length) break;
    const kind = kindAt(codes, at, table);
    if (kind <= CAPITAL) at = takeWord(codes, at, table, kind === CAPITAL);
    else if (kind === DIGIT) at = takeNumber(codes, at, table);
    else if (kind === BRACKET) at = behindBrackets(codes, at, length);
    else at += widthAt(codes, at);
  }
}

/** Takes a word, which is a name or letters round other facts; where it ends. */
function takeWord(codes: Uint16Array, start: number, table: Int32Array, isCapital: boolean): number {
  const end = behindWord(codes, start, table);
  if (isCapital && isName(codes, start, end, table)) {
    begin();
    for (let i = 0; i < end - start; i++) addToRun(letters[count + i] ?? 0);
  } else count += end - start;
  return end;
}

/** Takes a number; where it ends. */
function takeNumber(codes: Uint16Array, start: number, table: Int32Array): number {
  const end = behindNumber(codes, start, table);
  begin();
  if (hasSign(codes, start, table)) addToRun(MINUS);
  for (let i = start; i < end; i++)
    if (!isGrouping(codes, i, end, table)) addToRun((table[codes[i] ?? 0] ?? 0) >> KIND_BITS);
  return end;
}

/**
 * Takes what no fact begins with: nearly all of the time is spent here. Where something else comes, or `end`; a 0 stands
 * there.
 */
function skim(codes: Uint16Array, from: number, end: number, table: Int32Array, to: Uint16Array): number {
  let at = from;
  let length = count;
  while (at < end) {
    let unit = table[codes[at] ?? 0] ?? 0;
    if ((unit & KIND) < CAPITAL) {
      const start = at;
      do {
        to[length++] = unit >> KIND_BITS;
        unit = table[codes[++at] ?? 0] ?? 0;
      } while ((unit & KIND) <= CAPITAL);
      if ((unit & KIND) === PAIR) {
        // It may be a letter of the word.
        length -= at - start;
        at = start;
        break;
      }
    } else if ((unit & KIND) < NOTHING) break;
    else at++;
  }
  count = length;
  return at;
}

/** Where the word ends; its letters are written behind those there are. */
function behindWord(codes: Uint16Array, start: number, table: Int32Array): number {
  let at = start;
  let to = count;
  for (;;) {
    let unit = table[codes[at] ?? 0] ?? 0;
    // The 0 behind the text ends it.
    for (; (unit & KIND) <= CAPITAL; unit = table[codes[++at] ?? 0] ?? 0) letters[to++] = unit >> KIND_BITS;
    if ((unit & KIND) !== PAIR || kindAt(codes, at, table) > CAPITAL) return at;
    for (let left = widthAt(codes, at); left > 0; left--)
      letters[to++] = (table[codes[at++] ?? 0] ?? 0) >> KIND_BITS;
  }
}

/** FNV-1a. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SPACE = 0x20;
const MINUS = 0x2d;

/** Goes on with the last run where no letter stands between, else begins another. */
function begin(): void {
  if (ofRuns === 0 || runs[2 * ofRuns - 2] !== count) {
    if (runs.length < 2 * (ofRuns + 1)) runs = larger(runs);
    runs[2 * ofRuns] = count;
    runs[2 * ofRuns + 1] = SEED;
    ofRuns++;
  }
  addToRun(SPACE);
}

function larger(than: Int32Array): Int32Array<ArrayBuffer> {
  const all = new Int32Array(2 * than.length);
  all.set(than);
  return all;
}

function addToRun(letter: number): void {
  runs[2 * ofRuns - 1] = Math.imul((runs[2 * ofRuns - 1] ?? 0) ^ letter, PRIME);
}

/** The facts of so many runs among so many letters. */
function factsIn(count: number, end: number): Facts {
  if (found.length < end) found = new Float64Array(2 * end);
  let length = 0;
  for (let run = 0; run < end; run++) {
    const at = runs[2 * run] ?? 0;
    const from = Math.max(0, at - CONTEXT_CAPITAL);
    const to = Math.min(count, at + CONTEXT_CAPITAL);
    if (to - from < CONTEXT_CAPITAL) continue;
    found[length++] = contextOf(from, at, to) * FACTS + (mix(runs[2 * run + 1] ?? 0) % FACTS);
  }
  const sorted = found.subarray(0, length).sort();
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const fact = sorted[i] ?? 0;
    if (kept === 0 || fact !== sorted[kept - 1]) sorted[kept++] = fact;
  }
  return sorted.slice(0, kept);
}

function contextOf(from: number, at: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < at; i++) hash = Math.imul(hash ^ (letters[i] ?? 0), PRIME);
  hash = Math.imul(hash ^ SPACE, PRIME);
  for (let i = at; i < to; i++) hash = Math.imul(hash ^ (letters[i] ?? 0), PRIME);
  return mix(hash);
}

/** A mark that groups thousands, before three digits and no fourth: "1,250" and "1250" are one number. */
function isGrouping(codes: Uint16Array, at: number, end: number, table: Int32Array): boolean {
  if (!isGroupMark(codes[at] ?? 0)) return false;
  let next = at + 1;
  while (next < end && next < at + 5 && ((table[codes[next] ?? 0] ?? 0) & KIND) === DIGIT) next++;
  return next === at + 4;
}
