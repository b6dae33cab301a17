import type { Edit } from '../core/document.js';
import { apply, invert } from '../core/edits.js';
import { smallest } from './smallest.js';

/**
 * The edits of `text` that do what `first` and then `second` do, where `second` speaks of the output of `first`.
 * Edits that touch each other become one, which speaks for the first of them. Both lists are sorted and do not overlap.
 */
export function compose(text: string, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const middle = apply(text, first);
  const undo = invert(first);
  const edits: Edit[] = [];
  let back = 0; // text offset minus middle offset, to the left of everything not yet taken
  let a = 0;
  let b = 0;
  while (a < undo.length || b < second.length) {
    const start = Math.min(undo[a]?.start ?? Infinity, second[b]?.start ?? Infinity);
    const from = start + back;
    const local: Edit[] = [];
    let end = start;
    let who: Edit | undefined;
    for (;;) {
      const old = undo[a];
      const edit = second[b];
      if (old && old.start <= end) {
        end = Math.max(end, old.end);
        back += old.insert.length - old.removed.length;
        who ??= old;
        a++;
      } else if (edit && edit.start <= end) {
        end = Math.max(end, edit.end);
        local.push({ ...edit, start: edit.start - start, end: edit.end - start });
        who ??= edit;
        b++;
      } else break;
    }
    const edit = smallest(
      text,
      from,
      end + back,
      apply(middle.slice(start, end), local),
      who?.by ?? '',
      who?.note,
    );
    if (edit) edits.push(edit);
  }
  return edits;
}
