import type { Edit } from '../../core/document.js';
import { smallest } from '../smallest.js';
import { byOf, noteOf } from './notes.js';
import { PAGES } from './pages.js';
import type { SureRuns } from './sure.js';
import { toText } from './units.js';

/** What is done about runs that are sure. */
export interface SureRepair {
  readonly edits: readonly Edit[];
  /** Nats of the least certain, and of the one that gains most with the name of its page. */
  readonly least: number;
  readonly most: number;
  readonly chain: string;
}

/** The edits of runs that are sure, from left to right, each explained by the best of its `pages`. */
export function repairSure(text: string, runs: SureRuns, pages: ReadonlyMap<number, number>): SureRepair {
  const { count, starts, ends, gains, doubts, groups, inserts, insertEnds } = runs;
  const all = toText(inserts.subarray(0, insertEnds[count - 1] ?? 0));
  const edits: Edit[] = [];
  let least = Infinity;
  let most = 0;
  let best = 0;
  let from = 0;
  let group = 0;
  let page = PAGES[0];
  for (let i = 0; i < count; i++) {
    if (groups[i] !== group) {
      group = groups[i] ?? 0;
      page = PAGES[pages.get(group) ?? 0];
    }
    const to = insertEnds[i] ?? 0;
    const gain = gains[i] ?? 0;
    const nats = gain - (page?.rarity ?? 0) - (doubts[i] ?? 0);
    const chain = page?.name ?? '';
    const insert = all.slice(from, to);
    const edit = smallest(text, starts[i] ?? 0, ends[i] ?? 0, insert, byOf(chain), noteOf(chain, true, nats));
    if (edit) edits.push(edit);
    least = Math.min(least, nats);
    if (gain > most) {
      most = gain;
      best = group;
    }
    from = to;
  }
  return { edits, least, most, chain: PAGES[pages.get(best) ?? 0]?.name ?? '' };
}

/** Two lists of edits, each from left to right, as one. */
export function merge(some: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  const merged: Edit[] = [];
  let next = 0;
  for (const edit of some) {
    for (let other = others[next]; other && other.start < edit.start; other = others[++next])
      merged.push(other);
    merged.push(edit);
  }
  for (let other = others[next]; other; other = others[++next]) merged.push(other);
  return merged;
}
