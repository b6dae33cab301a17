import { CLASS_BITS, letterTable } from './letters.js';
import { CAPITALISED, eachToken, isTitleCase, NUMBER } from './tokens.js';
import { mix } from './units.js';

/**
 * Numbers and names with what stands right before and right after them: hashes of these letters times `FACTS`, plus
 * that of the fact. Sorted, each once.
 */
export type Facts = Float64Array;

/** More than 32 bits of letters and so many of the fact are no integer of a double. */
const FACTS = 2 ** 21;
/** Letters on one side of a fact that say what it is about: about two words, or four of Chinese with their verb. */
const CONTEXT_LETTERS = 8;

/** The letters of the words that are no facts. */
let letters = new Uint16Array(1024);

/**
 * The numbers and names of a text, in runs such as "2:1" or "4 May 2023, 19:30", each under the other letters
 * round it. A name is a word with a capital inside a sentence.
 */
export function factsOf(text: string): Facts {
  const plain = text.normalize('NFKC');
  if (letters.length < plain.length) letters = new Uint16Array(2 * plain.length);
  const small = letterTable();
  const runs: { readonly at: number; hash: number }[] = [];
  let count = 0;
  eachToken(plain, (kind, codes, start, end) => {
    if (kind === NUMBER || (kind === CAPITALISED && isName(codes, start, end))) {
      const last = runs.at(-1);
      const run = last?.at === count ? last : { at: count, hash: SEED };
      if (run !== last) runs.push(run);
      run.hash = Math.imul(run.hash ^ SPACE, PRIME);
      for (let at = start; at < end; at++) {
        if (kind === NUMBER && isGrouping(codes, at, end)) continue;
        const code = kind === NUMBER && at === start ? sign(codes[at] ?? 0) : (codes[at] ?? 0);
        run.hash = Math.imul(run.hash ^ ((small[code] ?? 0) >> CLASS_BITS), PRIME);
      }
    } else for (let at = start; at < end; at++) letters[count++] = (small[codes[at] ?? 0] ?? 0) >> CLASS_BITS;
  });
  const facts: number[] = [];
  for (const { at, hash } of runs) {
    const from = Math.max(0, at - CONTEXT_LETTERS);
    const to = Math.min(count, at + CONTEXT_LETTERS);
    if (to - from >= CONTEXT_LETTERS) facts.push(contextOf(from, at, to) * FACTS + (mix(hash) % FACTS));
  }
  return eachOnce(Float64Array.from(facts).sort());
}

/** FNV-1a. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SPACE = 0x20;

function contextOf(from: number, at: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < at; i++) hash = Math.imul(hash ^ (letters[i] ?? 0), PRIME);
  hash = Math.imul(hash ^ SPACE, PRIME);
  for (let i = at; i < to; i++) hash = Math.imul(hash ^ (letters[i] ?? 0), PRIME);
  return mix(hash);
}

function eachOnce(sorted: Float64Array): Float64Array {
  let kept = 0;
  for (const value of sorted) if (kept === 0 || value !== sorted[kept - 1]) sorted[kept++] = value;
  return sorted.subarray(0, kept);
}

const MINUS = 0x2d;

function sign(code: number): number {
  return code === 0x2212 || code === 0x2013 ? MINUS : code;
}

const GROUPS = new Set(Array.from(".,'’", mark => mark.charCodeAt(0)));

/** Marks that group thousands, before three digits and no fourth: "1,250" and "1250" are one number. */
function isGrouping(codes: Uint16Array, at: number, end: number): boolean {
  if (!GROUPS.has(codes[at] ?? 0) || at + 4 > end) return false;
  const isDigit = (i: number): boolean => i < end && /\p{Nd}/u.test(String.fromCharCode(codes[i] ?? 0));
  return isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
}

/** After these a capital says nothing. */
const OPENERS = new Set(Array.from('.!?…:;\n"“”«»„‘\'*|•–—-', mark => mark.charCodeAt(0)));
/** Spaces between the end of a sentence and a word, at most. */
const SPACES = 3;

function isName(codes: Uint16Array, start: number, end: number): boolean {
  if (!isTitleCase(codes, start, end)) return false;
  for (let at = start - 1; at >= Math.max(0, start - SPACES); at--) {
    const code = codes[at] ?? 0;
    if (OPENERS.has(code)) return false;
    if (!isSpace(code)) return true;
  }
  return false;
}

function isSpace(code: number): boolean {
  return code === SPACE || (code < 0x80 ? code >= 9 && code <= 13 : /\s/u.test(String.fromCharCode(code)));
}

/**
 * Whether the same letters stand round other facts: then two texts tell of two things, such as the weather of two days.
 * What only one of them has, like the date and the counters of a page round an article, says nothing.
 */
export function factsDiffer(left: Facts, right: Facts): boolean {
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const context = contextAt(left, i);
    const other = contextAt(right, j);
    const [iEnd, jEnd] = [endOf(left, i), endOf(right, j)];
    if (context === other && lacks(left, i, iEnd, right, j, jEnd) && lacks(right, j, jEnd, left, i, iEnd))
      return true;
    if (context <= other) i = iEnd;
    if (other <= context) j = jEnd;
  }
  return false;
}

function contextAt(facts: Facts, at: number): number {
  return Math.floor((facts[at] ?? 0) / FACTS);
}

/** Where the facts with the context of that at `start` end. */
function endOf(facts: Facts, start: number): number {
  let end = start + 1;
  while (end < facts.length && contextAt(facts, end) === contextAt(facts, start)) end++;
  return end;
}

/** Whether one of these is not among those. */
function lacks(these: Facts, from: number, to: number, those: Facts, start: number, end: number): boolean {
  for (let i = from; i < to; i++) {
    const at = those.indexOf(these[i] ?? 0, start);
    if (at < 0 || at >= end) return true;
  }
  return false;
}
