import type { Kind } from '../core/document.js';
import type { Mark } from '../core/stage.js';
import type { Span } from '../core/hard-wrap.js';

/**
 * The kinds that rules gave to paragraphs: of the mark over a paragraph's middle, the first by its start. `spans` are
 * in order; undefined where no mark is.
 */
export function markedKinds(spans: readonly Span[], marks: readonly Mark[]): (Kind | undefined)[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return spans.map(({ start, end }) => {
    const middle = start + ((end - start) >> 1);
    while ((sorted[next]?.end ?? Infinity) <= middle) next++;
    const mark = sorted[next];
    return mark !== undefined && mark.start <= middle ? mark.kind : undefined;
  });
}
