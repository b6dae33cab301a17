import { breaksOff, goesOn, takesUp } from '../core/running-on.js';
import { isProse } from './prose.js';

/** A text as lines (blank ones left out) with what guards ask about them. Offsets are UTF-16 units of the text. */
export interface Page {
  readonly text: string;
  readonly count: number;
  readonly start: (line: number) => number;
  readonly end: (line: number) => number;
  readonly line: (line: number) => string;
  readonly isProse: (line: number) => boolean;
  /** Whether a blank line stands before the line. */
  readonly afterBlank: (line: number) => boolean;
  /** Share of the document's prose before the line; 0 where there is no prose. */
  readonly behind: (line: number) => number;
  readonly isHead: (line: number) => boolean;
  readonly isTail: (line: number) => boolean;
  /** Whether a line is a piece of a sentence, in a text that was broken at a width. */
  readonly isWithinSentence: (line: number) => boolean;
  /** UTF-16 units of all lines. */
  readonly units: number;
}

/** A tail begins where most of the prose is behind and less than this share is ahead. */
const TAIL_AHEAD = 0.15;
const TAIL_BEHIND = 0.5;
/** Sentences that go on in the next line, from which a text was broken at a width. */
const BROKEN = 3;

export function pageOf(text: string): Page {
  const starts: number[] = [];
  const ends: number[] = [];
  let units = 0;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    if (end > from) {
      starts.push(from);
      ends.push(end);
      units += end - from;
    }
    from = end + 1;
  }
  const count = starts.length;
  const start = (line: number): number => starts[line] ?? text.length;
  const end = (line: number): number => ends[line] ?? text.length;
  const line = (index: number): string => text.slice(start(index), end(index));
  // 0: not looked at yet, 1: no, 2: yes.
  const prose = new Uint8Array(count);
  const isProseLine = (index: number): boolean => {
    if (index >= count) return false;
    if (prose[index] === 0) prose[index] = isProse(text, start(index), end(index)) ? 2 : 1;
    return prose[index] === 2;
  };
  const nextProse = (from: number): number => {
    let index = from;
    while (index < count && !isProseLine(index)) index++;
    return index;
  };
  // The first two lines of prose, or `count`; filled at the first question.
  let first = -1;
  let second = -1;
  const hasProse = (): boolean => (first < 0 ? (first = nextProse(0)) : first) < count;
  // Units of prose before each line; filled at the first question.
  let before: Float64Array | undefined;
  const sums = (): Float64Array => {
    if (before) return before;
    before = new Float64Array(count + 1);
    for (let i = 0; i < count; i++)
      before[i + 1] = (before[i] ?? 0) + (isProseLine(i) ? end(i) - start(i) : 0);
    return before;
  };
  const afterBlank = (index: number): boolean => index > 0 && start(index) - end(index - 1) > 1;
  const places = { text, count, start, end };
  // Looked for at the first question.
  let isBroken: boolean | undefined;
  const findBroken = (): boolean => {
    let pairs = 0;
    for (let i = 1; i < count && pairs < BROKEN; i++) if (goesOn(places, i)) pairs++;
    return pairs === BROKEN;
  };
  const behind = (index: number): number => (hasProse() ? (sums()[index] ?? 0) / (sums()[count] ?? 1) : 0);
  return {
    text,
    count,
    units,
    start,
    end,
    line,
    isProse: isProseLine,
    afterBlank,
    behind,
    isHead: index => {
      if (!hasProse()) return true;
      if (second < 0) second = nextProse(first + 1);
      return index <= second;
    },
    isWithinSentence: index =>
      index > 0 &&
      breaksOff(places, index - 1) &&
      !afterBlank(index) &&
      (takesUp(places, index) || takesUp(places, index + 1)) &&
      (isBroken ??= findBroken()),
    isTail: index => !hasProse() || (behind(index) >= TAIL_BEHIND && 1 - behind(index + 1) < TAIL_AHEAD),
  };
}
