import type { Edit } from '../core/document.js';
import { replace } from '../core/edits.js';
import type { Draft } from './draft.js';
import type { Page } from './page.js';

/** The edits of a draft, sorted, without overlap; what is left needs no more care for blank lines and spaces. */
export function emitEdits(page: Page, draft: Draft): Edit[] {
  for (const [line, edits] of draft.inline) if (!draft.dropped.has(line)) tidyLine(page, draft, line, edits);
  const edits: Edit[] = [];
  for (const [line, inside] of draft.inline) if (!draft.dropped.has(line)) edits.push(...inside);
  const gone = [...draft.dropped.keys()].sort((a, b) => a - b);
  for (let i = 0; i < gone.length;) {
    const first = gone[i] ?? 0;
    let last = first;
    for (i++; gone[i] === last + 1; i++) last++;
    edits.push(...removeLines(page, draft, first, last));
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Takes the spaces along that an edit would leave doubled or at an end of the line; an emptied line is dropped. */
function tidyLine(page: Page, draft: Draft, line: number, edits: Edit[]): void {
  const { text } = page;
  const [from, to] = [page.start(line), page.end(line)];
  edits.sort((a, b) => a.start - b.start);
  let emptied = from;
  for (const [i, edit] of edits.entries()) {
    if (edit.insert !== '') continue;
    let { start, end } = edit;
    const limit = edits[i + 1]?.start ?? to;
    const opens = start === emptied || text[start - 1] === ' ';
    while (opens && end < limit && text[end] === ' ') end++;
    while (end === to && start > (edits[i - 1]?.end ?? from) && text[start - 1] === ' ') start--;
    edits[i] = replace(text, start, end, '', edit.by);
    if (start === emptied) emptied = end;
  }
  if (emptied === to) draft.dropped.set(line, edits[0]?.by ?? '');
}

/** Removes lines `first` to `last` and the white space that must go with them: one edit for each rule in a row. */
function removeLines(page: Page, { dropped, notes }: Draft, first: number, last: number): Edit[] {
  const { text } = page;
  const hasBefore = first > 0;
  const hasAfter = last < page.count - 1;
  const blankBefore = page.afterBlank(first);
  const blankAfter = hasAfter && page.afterBlank(last + 1);
  let blankInside = false;
  for (let line = first + 1; line <= last; line++) blankInside ||= page.afterBlank(line);
  // A paragraph break at any side of what goes stays a paragraph break.
  const takesBefore = hasBefore && (!hasAfter || (!blankBefore && blankAfter));
  const addBreak = hasBefore && hasAfter && !blankBefore && !blankAfter && blankInside;
  const edits: Edit[] = [];
  for (let line = first; line <= last;) {
    const by = dropped.get(line) ?? '';
    const start = takesBefore
      ? line === first
        ? page.end(first - 1)
        : page.end(line - 1)
      : line === first
        ? hasBefore
          ? page.start(first)
          : 0
        : page.start(line);
    let stop = line;
    const note = notes.get(line);
    while (stop < last && dropped.get(stop + 1) === by && notes.get(stop + 1) === note) stop++;
    const end = takesBefore
      ? stop === last && !hasAfter
        ? text.length
        : page.end(stop)
      : hasAfter || stop < last
        ? page.start(stop + 1)
        : text.length;
    edits.push(replace(text, start, end, stop === last && addBreak ? '\n' : '', by, note));
    line = stop + 1;
  }
  return edits;
}
