import { type Facts, FACTS } from './facts.js';

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
