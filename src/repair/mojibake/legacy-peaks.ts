import { cut, gainsOf } from './legacy-gains.js';
import { isLegible } from './legacy-pages.js';
import { costAfter, type LetterModel } from './letters.js';
import { ASK, PAIRS, PARTS, placeOf, STARTS } from './pair-memo.js';
import { HOT, usualCost } from './usual.js';

/** Nats above what is usual from which a word is strange. */
export const LUKEWARM = 1.5;

/** Soft hyphens, joiners, marks of direction, strokes that stretch a word, and accents that people write for apostrophes. */
export const TO_SEE = /[´\u00ad\u0640\u200b-\u200f]/;

/**
 * Whether words of a line that some page has are strange enough, all together, for pages to be tried on them, and one of
 * them gains by some pair of pages.
 */
export function mayBeLegacy(line: string, letters: LetterModel): boolean {
  if (TO_SEE.test(line)) return true;
  let sum = 0;
  let gains = false;
  for (let start = 0; start < line.length; start++) {
    const end = wordEnd(line, start);
    if (isLegible(line, start, end)) {
      const most = peak(line, start, end, letters);
      if (most > LUKEWARM) {
        sum += most;
        gains ||= gainsOf(cut(line, start, end), letters).length > 0;
      }
      if (gains && sum >= HOT) return true;
    }
    start = end;
  }
  return false;
}

/** Where the stretch without spaces that starts at `start` ends. */
export function wordEnd(line: string, start: number): number {
  let end = start;
  for (; end < line.length; end++) {
    const unit = line.charCodeAt(end);
    if (unit === 32 || unit === 9 || unit === 13) break;
  }
  return end;
}

/** How far the strangest place of a stretch is above what is usual, in nats. */
export function peak(text: string, start: number, end: number, letters: LetterModel): number {
  let sum = 0;
  let most = 0;
  let last = 32;
  let before = 32;
  for (let i = start; i <= end; i++) {
    const now = i < end ? text.charCodeAt(i) : 32;
    if (now >= 0x80 || last >= 0x80) {
      sum = Math.max(0, sum + beyondUsual(before, last, now, letters));
      most = Math.max(most, sum);
    }
    before = last;
    last = now;
  }
  return most;
}

function beyondUsual(before: number, last: number, now: number, letters: LetterModel): number {
  const parts = PAIRS[2 * placeOf(last, now, letters) + 1] ?? 0;
  if (parts >= ASK) return costAfter(letters, before, last, now) - usualCost(now, letters);
  return (parts >= STARTS / 2 ? parts - STARTS : parts) / PARTS;
}
