import type { Edit } from '../core/document.js';

/** A stretch of whole lines, in UTF-16 code units of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The edits that take stretches out of a text: each goes with the blank lines behind it or, where nothing that stays
 * follows, with those before it.
 * @param stretches all that the text holds besides blank lines, in order.
 * @param told who takes a stretch, and why; undefined for what stays.
 */
export function cut(
  text: string,
  stretches: readonly Stretch[],
  told: readonly (Pick<Edit, 'by' | 'note'> | undefined)[],
): Edit[] {
  const lastKept = stretches.findLastIndex((_, i) => told[i] === undefined);
  return stretches.flatMap((stretch, i) => {
    const by = told[i];
    if (!by) return [];
    const start = i < lastKept ? stretch.start : (stretches[i - 1]?.end ?? 0);
    const end = i < lastKept ? (stretches[i + 1]?.start ?? stretch.end) : stretch.end;
    return [{ start, end, removed: text.slice(start, end), insert: '', ...by }];
  });
}
