import type { Edit } from '../../core/document.js';
import { type Candidate, candidates } from './candidates.js';
import { CONTEXT } from './doubt.js';

/**
 * The candidates of a text after `edits`, given those before: only runs above ASCII that are near an edit are looked
 * at again. `units` are those after the edits, `starts` the places among them where something may start.
 */
export function candidatesAfter(
  before: readonly Candidate[],
  edits: readonly Edit[],
  units: Uint16Array,
  starts: Int32Array,
): Candidate[] {
  const all: Candidate[] = [];
  let next = 0;
  let shift = 0;
  let covered = 0;
  let first = 0; // among starts
  for (let i = 0; i < edits.length;) {
    let to = Math.max(covered, (edits[i]?.start ?? 0) + shift);
    let from = Math.max(covered, to - CONTEXT);
    while (from > covered && (units[from - 1] ?? 0) >= 0x80) from--;
    for (let old = before[next]; old && old.start + shift < from; old = before[++next])
      all.push(moved(old, shift));
    let last = 0;
    for (let edit = edits[i]; edit && edit.start + shift - CONTEXT <= to; edit = edits[++i]) {
      to = Math.max(to, Math.min(units.length, edit.start + shift + edit.insert.length + CONTEXT));
      while (to < units.length && (units[to] ?? 0) >= 0x80) to++;
      shift += edit.insert.length - edit.removed.length;
      last = edit.end;
    }
    for (let old = before[next]; old && (old.start < last || old.start + shift < to); old = before[++next]);
    while ((starts[first] ?? Infinity) < from) first++;
    const some = first;
    while ((starts[first] ?? Infinity) < to) first++;
    if (some < first)
      for (const candidate of candidates(units, starts.subarray(some, first))) all.push(candidate);
    covered = to;
  }
  for (let old = before[next]; old; old = before[++next]) all.push(moved(old, shift));
  return all;
}

/** A candidate so many units further on. */
export function moved(candidate: Candidate, by: number): Candidate {
  if (by === 0) return candidate;
  const { start, end, words } = candidate;
  const there = { ...candidate, start: start + by, end: end + by };
  if (!words) return there;
  return { ...there, words: words.map(word => ({ ...word, start: word.start + by, end: word.end + by })) };
}
