import type { Span } from './hard-wrap.js';

/** A line that opens or closes a fenced code block (CommonMark 4.5). */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A line of an indented code block, or of a list item's continuation: its spacing means something (CommonMark 4.4). */
export const INDENTED = /^(?: {4}| {0,3}\t)/;
/** A thematic break, or the line under a heading (CommonMark 4.1, 4.3); also what stands round front matter. */
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){2,}|=+)[ \t\r]*$/;
/** Front matter: from the first line to the next of these. */
const FRONT = /^(?:---|\+\+\+)[ \t\r]*$/;
/** Longer ones are something else; lines. */
const FRONT_LINES = 200;
/** More of a line is not looked at, UTF-16 code units. */
const EDGE = 200;

/**
 * What of a Markdown text is not prose: front matter, code blocks, and the lines that make headings and breaks. Nobody but
 * its author may change that. Sorted; UTF-16 code units, line ends between the lines of a block included.
 */
export function markup(text: string): Span[] {
  const spans: Span[] = [];
  const lines = linesOf(text);
  let from = frontMatter(text, lines);
  if (from > 0) spans.push({ start: 0, end: lines[from - 1]?.end ?? 0 });
  let fence = '';
  let isAfterBlank = true;
  for (; from < lines.length; from++) {
    const { start, end } = lines[from] ?? { start: 0, end: 0 };
    const line = text.slice(start, Math.min(end, start + EDGE));
    const after = fenceAfter(fence, line);
    const isFence = after !== fence;
    const isBlank = line.trim() === '';
    const last = spans.at(-1);
    const isCode: boolean = isAfterBlank && !isBlank && INDENTED.test(line);
    if (fence !== '' && last) spans[spans.length - 1] = { start: last.start, end };
    else if (isFence || isCode || RULE.test(line)) spans.push({ start, end });
    fence = after;
    // A block of indented code goes on as long as lines are indented.
    isAfterBlank = isBlank || isCode;
  }
  return spans;
}

/** The marks of the fenced code block that is open after a line, by those before it; '' for none. */
export function fenceAfter(before: string, line: string): string {
  const mark = FENCE.exec(line)?.[1] ?? '';
  if (before === '') return mark;
  return mark.startsWith(before) ? '' : before;
}

/** How many lines at the start are front matter. */
function frontMatter(text: string, lines: readonly Span[]): number {
  const lineAt = (at: number): string => text.slice(lines[at]?.start ?? 0, lines[at]?.end ?? 0);
  const first = lineAt(0);
  if (!FRONT.test(first)) return 0;
  for (let at = 1; at < Math.min(lines.length, FRONT_LINES); at++)
    if (lineAt(at).trimEnd() === first.trimEnd()) return at + 1;
  return 0;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Whether a stretch (end exclusive) touches one of the spans; what is inserted right before or behind one does not. */
export function touches(spans: readonly Span[], start: number, end: number): boolean {
  return spans.some(span => start < span.end && (end > span.start || (start === end && start > span.start)));
}
