import type { Edit, Level } from '../../core/document.js';
import { apply } from '../../core/edits.js';
import type { Candidate } from './candidate.js';
import { costOf, legacy, type Shown } from './legacy.js';

/** Nats by which two legacy pages must explain a stretch better than UTF-8 does. */
const CHEAPER = 12;

const ASCII = /^[\0-\x7f]*$/;
const NOTHING_LEFT = /^[\0-\x7f\ufffd]*$/;

/** Where two legacy pages explain better than `utf8` does what stands in a text: what is kept of that, and what is put in its place. */
export function either(
  text: string,
  utf8: readonly Edit[],
  shown: Shown,
  level: Level,
  lines: Iterable<readonly [start: number, end: number]>,
): { readonly kept: readonly Edit[]; readonly chosen: readonly Candidate[] } {
  const chosen: Candidate[] = [];
  let kept = utf8;
  for (const candidate of legacy(text, shown, level, lines, settledBy(text, utf8))) {
    const { start, end, insert } = candidate;
    const inside = utf8.filter(edit => edit.start < end && edit.end > start);
    if (inside.some(edit => edit.start < start || edit.end > end)) continue;
    // A stretch that is UTF-8 through and through is so by no chance.
    if (inside.length > 0 && ASCII.test(between(text, start, end, inside))) continue;
    const local = inside.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    if (costOf(apply(text.slice(start, end), local)) < costOf(insert) + CHEAPER) continue;
    kept = kept.filter(edit => !inside.includes(edit));
    chosen.push(candidate);
  }
  return { kept, chosen };
}

/** Whether a line holds nothing above ASCII but what was edited. */
function settledBy(text: string, edits: readonly Edit[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while ((edits[next]?.end ?? Infinity) <= start) next++;
    const inside: Edit[] = [];
    for (let i = next; i < edits.length; i++) {
      const edit = edits[i];
      if (edit === undefined || edit.start >= end) break;
      inside.push(edit);
    }
    return inside.length > 0 && NOTHING_LEFT.test(between(text, start, end, inside));
  };
}

/** What edits leave alone of a stretch that they lie in. */
function between(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let left = '';
  let from = start;
  for (const edit of edits) {
    left += text.slice(from, edit.start);
    from = edit.end;
  }
  return left + text.slice(from, end);
}
