import type { Edit } from '../core/document.js';

/** The lines of a text that edits change, as they are then; those that go or stay whole are not among them. */
export function touchedLines(text: string, edits: readonly Edit[]): string {
  const lines: string[] = [];
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i];
    if (!edit || takesLines(text, edit)) continue;
    let at = lineStart(text, edit.start);
    let end = lineEnd(text, edit.end);
    let line = '';
    for (let next: Edit | undefined = edit; next && next.start <= end; next = edits[++i]) {
      line += text.slice(at, next.start) + next.insert;
      at = next.end;
      end = Math.max(end, lineEnd(text, at));
    }
    i--;
    lines.push(line + text.slice(at, end));
  }
  return lines.join('\n');
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
