import type { Edit } from '../core/document.js';
import { fenceAfter, INDENTED } from '../core/markdown.js';
import { inlineSpace, isSpace, rowFinder } from './whitespace-runs.js';
import { smallest } from './smallest.js';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly blank: boolean;
}

/**
 * Markdown keeps indentation, code blocks, and the two spaces at the end of a line that mean a line break. Blank
 * lines outside fences are collapsed, as in plain text.
 */
export function markdownEdits(text: string, keepNoBreakSpaces: boolean): Edit[] {
  const edits: Edit[] = [];
  const push = (start: number, end: number, insert: string): void => {
    const edit = smallest(text, start, end, insert, 'whitespace');
    if (edit) edits.push(edit);
  };
  const inTable = rowFinder(text);
  let fence = '';
  let blankFrom = 0; // start of the run of blank lines before this line; -1: none
  for (let line = lineAt(text, 0); ; line = lineAt(text, line.end + 1)) {
    const { start, end, blank } = line;
    const last = end >= text.length;
    if (blank && fence === '') {
      if (blankFrom < 0) blankFrom = start;
    } else {
      if (blankFrom >= 0) push(blankFrom, start, blankFrom === 0 ? '' : '\n');
      blankFrom = -1;
      const after = fenceAfter(fence, text.slice(start, Math.min(end, start + 80)));
      if (fence === '' && after === '') normalizeLine(line, last);
      fence = after;
    }
    if (last) break;
  }
  // The line end before trailing blank lines goes with them.
  if (blankFrom > 0) push(blankFrom - 1, text.length, '');
  else if (blankFrom === 0) push(0, text.length, '');
  return edits;

  function normalizeLine({ start, end }: Line, last: boolean): void {
    let content = start;
    while (content < end && isSpace(text.charCodeAt(content))) content++;
    let stop = end;
    while (stop > content && isSpace(text.charCodeAt(stop - 1))) stop--;
    const code = INDENTED.test(text.slice(start, start + 5));
    for (let i = content; !code && i < stop; i++) {
      if (!isSpace(text.charCodeAt(i))) continue;
      const from = i;
      while (isSpace(text.charCodeAt(i))) i++;
      push(from, i, inlineSpace(text, from, i, inTable, keepNoBreakSpaces));
    }
    if (stop === end) return;
    const breaks = !last && text.startsWith('  ', stop) && !lineAt(text, end + 1).blank;
    push(stop, end, breaks ? '  ' : '');
  }
}

function lineAt(text: string, start: number): Line {
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop;
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return { start, end, blank: i === end };
}
