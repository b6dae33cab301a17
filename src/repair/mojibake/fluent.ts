import type { LetterModel } from './letters.js';
import { beyondUsual } from './pair-memo.js';
import { usualCost } from './usual.js';

/**
 * Scripts whose characters the model knows one by one only: each costs much, and pairs that are rare occur in every
 * line. What tells text from a misreading is what a character costs on the average: lines of the training text cost less
 * than `most` nats, and what was read in the wrong page costs more.
 */
const SCRIPTS: readonly (readonly [first: number, last: number, most: number])[] = [
  [0x0600, 0x06ff, 5.2],
  [0x0900, 0x0e7f, 5.2],
  [0x3040, 0x30ff, 5.75],
  [0x3400, 0x9fff, 8],
  [0xac00, 0xd7af, 10],
];
/** Share of a line's characters above ASCII that such a script has. */
const SHARE = 0.7;

/** The limit of each UTF-16 unit; 0 for none. */
const limits = new Float32Array(0x10000);
for (const [first, last, most] of SCRIPTS) limits.fill(most, first, last + 1);

/** Whether a line is one of these scripts and reads like it. Marks of punctuation count for neither side. */
export function isFluent(units: Uint16Array, start: number, end: number, letters: LetterModel): boolean {
  let count = 0;
  let own = 0;
  let marks = 0;
  let most = 0;
  for (let i = start; i < end; i++) {
    const now = units[i] ?? 0;
    if (now < 0x80) continue;
    count++;
    const limit = limits[now] ?? 0;
    if (limit > 0) {
      own++;
      most += limit;
    } else if (isMark(now)) marks++;
  }
  // Each character counts with the limit of its script, all others with the average of these.
  return (
    own > 0 && own + marks >= SHARE * count && isCheaper(units, start, end, (most / own) * count, letters)
  );
}

function isCheaper(
  units: Uint16Array,
  start: number,
  end: number,
  most: number,
  letters: LetterModel,
): boolean {
  let cost = 0;
  let before = 32;
  let last = 32;
  for (let i = start; i < end; i++) {
    const now = units[i] ?? 0;
    if (now >= 0x80) cost += beyondUsual(before, last, now, letters) + usualCost(now, letters);
    before = last;
    last = now;
  }
  return cost < most;
}

/** Punctuation of East Asia and its wide forms, and that of Europe. */
function isMark(unit: number): boolean {
  return (unit >= 0x3000 && unit < 0x3040) || unit >= 0xff00 || (unit >= 0x2010 && unit < 0x2040);
}
