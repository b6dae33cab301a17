import type { Edit } from '../core/document.js';

/** The lines of a text that edits change, as they are then; those that go or stay whole are not among them. */
export function touchedLines(text: string, edits: readonly Edit[]): string {
  let lines = '';
  let [at, end] = [0, -1];
  for (const edit of edits) {
    if (edit.start > end) {
      if (takesLines(text, edit)) continue;
      if (end >= 0) lines += `${text.slice(at, end)}\n`;
      at = lineStart(text, edit.start);
    }
    lines += text.slice(at, edit.start) + edit.insert;
    at = edit.end;
    end = lineEnd(text, at);
  }
  return end < 0 ? lines : lines + text.slice(at, end);
}

/** Whether an edit takes whole lines and leaves those around it apart. */
function takesLines(text: string, { start, end, removed, insert }: Edit): boolean {
  if (removed === '' || !/^\n*$/.test(insert)) return false;
  const follows = start === 0 || text[start - 1] === '\n';
  const leads = end === text.length || text[end] === '\n';
  const isWhole = (follows || removed.startsWith('\n')) && (leads || removed.endsWith('\n'));
  return isWhole && (follows || leads || insert !== '');
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}
