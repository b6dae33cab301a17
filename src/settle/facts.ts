import { endedCodeUnits } from '../core/code-units.js';
import * as tokens from './tokens.js';
import { unitClasses } from './unit-classes.js';
import { mix } from './units.js';

// V8 folds the constants of this module, but reads those of another one at each turn of a loop.
const { BRACKET, CAPITAL, DIGIT, KIND, KIND_BITS, NOTHING, PAIR } = tokens;
const { behindBrackets, behindNumber, hasSign, isTitleCase, kindAt, tokenTable, widthAt } = tokens;

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
  const scan: tokens.Scan = { text: plain, codes: endedCodeUnits(plain), table: tokenTable() };
  return factsIn(scanFor(scan), ofRuns);
}

let ofRuns = 0;

/** How many letters and how many runs of facts there are. */
function scanFor(scan: tokens.Scan): number {
  const { text, codes, table } = scan;
  let end = 0;
  count = 0;
  for (let at = 0; ;) {
    at = skim(codes, at, text.length, table, letters);
    if (at >= text.length) break;
    const unit = table[codes[at] ?? 0] ?? 0;
    const kind = (unit & KIND) === PAIR ? kindAt(scan, at) : unit & KIND;
    const start = at;
    if (kind <= CAPITAL) {
      at = behindWord(scan, at, count, letters);
      if (kind !== CAPITAL || !isName(scan, start, at)) {
        count += at - start;
        continue;
      }
      end = begin(count, end);
      for (let i = 0; i < at - start; i++) addToRun(end, letters[count + i] ?? 0);
    } else if (kind === DIGIT) {
      at = behindNumber(scan, at);
      end = begin(count, end);
      if (hasSign(scan, start)) addToRun(end, MINUS);
      for (let i = start; i < at; i++)
        if (!isGrouping(scan, i, at)) addToRun(end, (table[codes[i] ?? 0] ?? 0) >> KIND_BITS);
    } else if (kind === BRACKET) at = behindBrackets(text, at);
    else at += (unit & KIND) === PAIR ? widthAt(scan, at) : 1;
  }
  ofRuns = end;
  return count;
}

let count = 0;

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

/** Where the word ends; its letters are written from `to` on. */
function behindWord(scan: tokens.Scan, start: number, to: number, letters: Uint16Array): number {
  const { codes, table } = scan;
  let at = start;
  let count = to;
  for (;;) {
    let unit = table[codes[at] ?? 0] ?? 0;
    // Most of the time is spent here. The 0 behind the text ends it.
    for (; (unit & KIND) <= CAPITAL; unit = table[codes[++at] ?? 0] ?? 0)
      letters[count++] = unit >> KIND_BITS;
    if ((unit & KIND) !== PAIR || kindAt(scan, at) > CAPITAL) return at;
    for (let left = widthAt(scan, at); left > 0; left--)
      letters[count++] = (table[codes[at++] ?? 0] ?? 0) >> KIND_BITS;
  }
}

/** FNV-1a. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SPACE = 0x20;
const MINUS = 0x2d;

/** Goes on with the last of `count` runs where no letter stands between, else begins another; how many there are then. */
function begin(at: number, count: number): number {
  let end = count;
  if (count === 0 || runs[2 * count - 2] !== at) {
    if (runs.length < 2 * (count + 1)) {
      const larger = new Int32Array(2 * runs.length);
      larger.set(runs);
      runs = larger;
    }
    runs[2 * count] = at;
    runs[2 * count + 1] = SEED;
    end++;
  }
  addToRun(end, SPACE);
  return end;
}

function addToRun(end: number, letter: number): void {
  runs[2 * end - 1] = Math.imul((runs[2 * end - 1] ?? 0) ^ letter, PRIME);
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

const GROUPS = new Set(Array.from(".,'’", mark => mark.charCodeAt(0)));

/** Marks that group thousands, before three digits and no fourth: "1,250" and "1250" are one number. */
function isGrouping({ codes, table }: tokens.Scan, at: number, end: number): boolean {
  if (!GROUPS.has(codes[at] ?? 0) || at + 4 > end) return false;
  const isDigit = (i: number): boolean => i < end && ((table[codes[i] ?? 0] ?? 0) & KIND) === DIGIT;
  return isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
}

const OPENER = 1;
const BLANK = 2;
/** Spaces between the end of a sentence and a word, at most. */
const SPACES = 3;

let edges: Uint8Array | undefined;

/** Whether a capital there says anything: not after what ends a sentence, or opens a line. */
function isName(scan: tokens.Scan, start: number, end: number): boolean {
  if (!isTitleCase(scan, start, end)) return false;
  edges ??= unitClasses([
    [/[.!?…:;\n"“”«»„‘'*|•–—-]/u, OPENER],
    [/\s/u, BLANK],
  ]);
  for (let at = start - 1; at >= Math.max(0, start - SPACES); at--) {
    const edge = edges[scan.codes[at] ?? 0];
    if (edge === OPENER) return false;
    if (edge !== BLANK) return true;
  }
  return false;
}
