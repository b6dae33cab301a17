import { gainsOf, SAMPLE } from './legacy-gains.js';
import { isLegible } from './legacy-pages.js';
import type { LetterModel } from './letters.js';
import { beyondUsual } from './pair-memo.js';
import { toText } from './units.js';
import { HOT } from './usual.js';

/** Nats above what is usual from which a word is strange. */
export const LUKEWARM = 1.5;

/**
 * Whether words of a line that some page has are strange enough, all together, for pages to be tried on them, and one of
 * them gains by some pair of pages.
 */
export function mayBeLegacy(units: Uint16Array, from: number, to: number, letters: LetterModel): boolean {
  let sum = 0;
  let gains = false;
  for (let start = from; start < to; start++) {
    let end = start;
    let above = 0;
    for (let unit = units[end] ?? 0; end < to && !isSpace(unit); unit = units[++end] ?? 0) {
      if (unit >= 0x80 && isUnseen(unit)) return true;
      above |= unit;
    }
    if (above >= 0x80 && isLegible(units, start, end)) {
      const most = peak(units, start, end, letters);
      if (most > LUKEWARM) {
        sum += most;
        gains ||= mayGain(units, start, end, letters);
      }
      if (gains && sum >= HOT) return true;
    }
    start = end;
  }
  return false;
}

function mayGain(units: Uint16Array, start: number, end: number, letters: LetterModel): boolean {
  const word = toText(units.subarray(start, Math.min(end, start + SAMPLE)));
  return gainsOf(word, letters).length > 0;
}

/** Characters that a word is judged without, or with another in their place. */
function isUnseen(unit: number): boolean {
  return unit === 0xad || unit === 0xb4 || unit === 0x640 || (unit >= 0x200b && unit <= 0x200f);
}

export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** How far the strangest place of a stretch is above what is usual, in nats. */
export function peak(units: Uint16Array, start: number, end: number, letters: LetterModel): number {
  let sum = 0;
  let most = 0;
  let last = 32;
  let before = 32;
  for (let i = start; i <= end; i++) {
    const now = i < end ? (units[i] ?? 0) : 32;
    if (now >= 0x80 || last >= 0x80) {
      sum = Math.max(0, sum + beyondUsual(before, last, now, letters));
      most = Math.max(most, sum);
    }
    before = last;
    last = now;
  }
  return most;
}
