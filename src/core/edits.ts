import type { Edit, Layer } from './document.js';

/** Raised when edits do not fit the text they are applied to: a bug of a stage, never of the input. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

function assertFits(text: string, edit: Edit, from: number): void {
  const { start, end, removed, by } = edit;
  if (start < from || end < start || end > text.length)
    throw new EditError(
      `${by}: edit [${start}, ${end}) overlaps another or leaves the text (${text.length} units)`,
    );
  if (end - start !== removed.length || !text.startsWith(removed, start))
    throw new EditError(`${by}: edit [${start}, ${end}) does not remove what stands there`);
}

/**
 * The text after `edits`, which are sorted and do not overlap (UTF-16 code units of `text`).
 * @throws EditError when they are not, or when `removed` is not what stands at its place.
 */
export function apply(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits) {
    assertFits(text, edit, from);
    pieces.push(text.slice(from, edit.start), edit.insert);
    from = edit.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** The edits that undo `edits`: applied to the output of `apply`, they give its input back. */
export function invert(edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map(edit => {
    const start = edit.start + shift;
    shift += edit.insert.length - edit.removed.length;
    return { ...edit, start, end: start + edit.insert.length, removed: edit.insert, insert: edit.removed };
  });
}

/** The text after all `layers`, first to last. */
export function applyLayers(text: string, layers: readonly Layer[]): string {
  return layers.reduce((current, layer) => apply(current, layer.edits), text);
}

/** The text before all `layers`: the inverse of `applyLayers`. */
export function undoLayers(text: string, layers: readonly Layer[]): string {
  return layers.reduceRight((current, layer) => apply(current, invert(layer.edits)), text);
}

/**
 * Where an offset of the input stands in the output. An offset inside removed text moves to the start of
 * what was inserted for it.
 */
export function mapOffset(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.start >= offset) break;
    if (edit.end > offset) return edit.start + shift;
    shift += edit.insert.length - edit.removed.length;
  }
  return offset + shift;
}

/** An edit of `text` that replaces `[start, end)`; fills in what is removed. */
export function replace(
  text: string,
  start: number,
  end: number,
  insert: string,
  by: string,
  note?: string,
): Edit {
  const edit = { start, end, removed: text.slice(start, end), insert, by };
  return note === undefined ? edit : { ...edit, note };
}
