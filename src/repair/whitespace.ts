import { endedCodeUnits } from '../core/code-units.js';
import type { Edit } from '../core/document.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { markdownEdits } from './whitespace-markdown.js';
import { type InTable, inlineSpace, isSpace, rowFinder } from './whitespace-runs.js';
import { smallest } from './smallest.js';

export interface WhitespaceOptions {
  /** Leave no-break spaces (U+00A0, U+2007, U+202F) as they are, apart from doubled and trailing ones. */
  readonly keepNoBreakSpaces: boolean;
}

/**
 * One space between words, one blank line between paragraphs, nothing at the ends of lines and text; in plain text
 * nothing at the start of lines either. Tabs stay where they separate cells (see `inlineSpace`), U+3000 stays between
 * CJK characters, single line ends stay.
 */
export function whitespace({ keepNoBreakSpaces }: WhitespaceOptions): EditStage {
  return {
    id: 'whitespace',
    version: 1,
    run(text, { format }) {
      if (!wantsWork(text)) return NOTHING;
      const edits =
        format === 'markdown' ? markdownEdits(text, keepNoBreakSpaces) : plainEdits(text, keepNoBreakSpaces);
      return edits.length === 0 ? NOTHING : { edits };
    },
    isFinal: true,
    mayWake: (text, edits) => !edits.every((edit, i) => keepsRuns(text, edit, edits[i + 1]?.start)),
    examples: [
      { from: '  two  spaces \n\n\n\nand blank lines\n', to: 'two spaces\n\nand blank lines' },
      { from: 'a line\nand the next' },
      {
        from: 'no\u00a0break\u202fspace\u2009thin',
        to: keepNoBreakSpaces ? 'no\u00a0break\u202fspace thin' : 'no break space thin',
      },
      { from: 'a\tb\t\td\ne\tf\tg\th' },
      { from: '\tindented\t\t\tnoise \t here', to: 'indented noise here' },
      { from: '東京\u3000大阪' },
      { from: '\u3000\u3000段落\u3000\u3000です', to: '段落\u3000です' },
      { from: 'wide\u3000space', to: 'wide space' },
      {
        from: '    code\n\ntext  \nnext \n\n\n',
        to: '    code\n\ntext  \nnext',
        context: { format: 'markdown' },
      },
    ],
  };
}

/**
 * False for text whose white space is single spaces and line ends, and blank lines by themselves, none of it at an end:
 * most text is such, and needs nothing.
 */
function wantsWork(text: string): boolean {
  const codes = endedCodeUnits(text);
  const end = text.length;
  for (let i = 0; i < end; i++) {
    const unit = codes[i] ?? 0;
    if (!isSpace(unit)) continue;
    if (!isPlain(unit) || i === 0) return true;
    if (unit === LF && codes[i + 1] === LF) i++;
    if (i + 1 === end || isSpace(codes[i + 1] ?? 0)) return true;
  }
  return false;
}

/**
 * Whether an edit leaves the white space around it as it should be: words or whole lines go, or come. Tabs may belong to
 * a table, which it may change.
 * @param next where the next edit begins.
 */
function keepsRuns(text: string, { start, end, insert, removed }: Edit, next = text.length + 1): boolean {
  if (next <= end + 1 || removed.includes('\t') || /\s/.test(insert)) return false;
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  const opens = start > 0 && !isSpace(before);
  const closes = end < text.length && !isSpace(after);
  // Whether another space may stay depends on the letters beside it.
  if ((start > 0 && !opens && !isPlain(before)) || (end < text.length && !closes && !isPlain(after)))
    return false;
  if (insert !== '') return true;
  if (start === 0) return closes;
  if (end === text.length) return opens;
  if (opens || closes) return true;
  const isBlankLine = before === LF && after === LF;
  return isBlankLine && !isSpace(text.charCodeAt(start - 2)) && !isSpace(text.charCodeAt(end + 1));
}

/** Each maximal run of white space is judged by itself: between paragraphs, between lines, or within a line. */
function plainEdits(text: string, keepNoBreakSpaces: boolean): Edit[] {
  const edits: Edit[] = [];
  const inTable = rowFinder(text);
  for (let i = 0; i < text.length; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    const start = i;
    let lineEnds = 0;
    for (; i < text.length && isSpace(text.charCodeAt(i)); i++) if (text.charCodeAt(i) === LF) lineEnds++;
    if (i === start + 1 && i < text.length && start > 0 && isPlain(text.charCodeAt(start))) continue;
    const edit = smallest(
      text,
      start,
      i,
      between(text, start, i, lineEnds, inTable, keepNoBreakSpaces),
      'whitespace',
    );
    if (edit) edits.push(edit);
  }
  return edits;
}

const LF = 10;

function isPlain(unit: number): boolean {
  return unit === 32 || unit === LF;
}

function between(
  text: string,
  start: number,
  end: number,
  lineEnds: number,
  inTable: InTable,
  keepNoBreakSpaces: boolean,
): string {
  if (start === 0 || end === text.length) return '';
  if (lineEnds > 0) return lineEnds === 1 ? '\n' : '\n\n';
  return inlineSpace(text, start, end, inTable, keepNoBreakSpaces);
}
