import { costAfter, isBeside, type LetterModel } from './letters.js';
import { pagesAt } from './scan.js';
import { usualCost } from './usual.js';

/**
 * Pairs of UTF-16 units that were met lately, each in its one place: looking up beats reckoning. PAIRS has the units, and
 * what the second costs after the first beyond what is usual, in parts of a nat; PAGES_AT the pages in which the first may
 * start something.
 */
const BITS = 16;
export const PAIRS = new Int32Array(2 << BITS);
export const PAGES_AT = new Int32Array(1 << BITS);
export const PARTS = 4096;
/** Added where something may start, and where the cost depends on what stands before: more than all costs of a line. */
export const STARTS = 1 << 28;
export const ASK = 1 << 29;

const LF = 10;
const SPACE = 32;

/** The place of a pair, of which what is known of it is up to date. */
export function placeOf(last: number, now: number, letters: LetterModel): number {
  const place = (Math.imul(last, 0x9e3779b1) ^ Math.imul(now, 0x85ebca6b)) >>> (32 - BITS);
  if (PAIRS[2 * place] !== ((last << 16) | now)) note(place, last, now, letters);
  return place;
}

function note(place: number, last: number, now: number, letters: LetterModel): void {
  const { upper, scripts } = letters;
  const ask = now === LF || isBeside(last) || (upper[last] === 1 && upper[now] === 0 && scripts[now] !== 0);
  const pages = last < 0x80 ? 0 : pagesAt(last, now);
  PAIRS[2 * place] = (last << 16) | now;
  PAIRS[2 * place + 1] =
    (ask ? ASK : partsBeyondUsual(letters, SPACE, last, now)) + (pages === 0 ? 0 : STARTS);
  PAGES_AT[place] = pages;
}

/** Nats that a unit costs after two others beyond what is usual. */
export function beyondUsual(before: number, last: number, now: number, letters: LetterModel): number {
  const parts = PAIRS[2 * placeOf(last, now, letters) + 1] ?? 0;
  if (parts >= ASK) return costAfter(letters, before, last, now) - usualCost(now, letters);
  return (parts >= STARTS / 2 ? parts - STARTS : parts) / PARTS;
}

/** The same in parts of a nat, reckoned anew. The end of a line before it is as good as a space. */
export function partsBeyondUsual(letters: LetterModel, before: number, last: number, now: number): number {
  const cost = costAfter(letters, before, last === LF ? SPACE : last, now) - usualCost(now, letters);
  return Math.round(PARTS * cost);
}
