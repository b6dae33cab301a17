import type { Edit } from '../core/document.js';
import { replace } from '../core/edits.js';
import { hasBlankLine, isHardWrapped, lines, type Span } from '../core/hard-wrap.js';
import { type Context, type EditStage, NOTHING, type StageResult } from '../core/stage.js';
import { UNWRAP_EXAMPLES } from './unwrap-examples.js';

/**
 * Joins lines that were broken at a width, in documents whose lines all are. A break is taken out where the next
 * line's first word had no room on the line before, and nothing tells of a paragraph's end or of a list; a hyphen at
 * it where the document has the word in one piece. At level full only.
 */
export const unwrap: EditStage = { id: 'unwrap', version: 1, run, examples: UNWRAP_EXAMPLES };

const HYPHEN = /\p{L}[-\u2010]$/u;
const SENTENCE_END = /[.!?:;。！？…]["'”’»)\]]{0,2}$/u;
/** What a line of its own begins with: an item, a quotation, a heading, a row of a table, a speaker's dash. */
const OWN_LINE = /^(?:[•‣▪●◦*+#>|–—-]|\(?(?:\p{Nd}{1,3}|\p{L})[.)])(?:\s|$)/u;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/u;

function run(text: string, { level, format }: Context): StageResult {
  if (level !== 'full' || format !== 'plain' || !text.includes('\n')) return NOTHING;
  const spans = lines(text);
  if (!isHardWrapped(text, spans)) return NOTHING;
  const width = spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  // Where paragraphs have no blank line between them, a full line that ends a sentence may end its paragraph too.
  const hasBlocks = spans.some(({ end }, i) => hasBlankLine(text, end, spans[i + 1]?.start ?? end));
  let known: ReadonlySet<string> | undefined;
  const words = (): ReadonlySet<string> => (known ??= wordsOf(text));
  const edits = spans.flatMap((span, i): Edit[] => {
    const next = spans[i + 1];
    const edit = next && join(text, span, next, { width, hasBlocks, words });
    return edit ? [edit] : [];
  });
  return edits.length > 0 ? { edits } : NOTHING;
}

interface Layout {
  /** Of the longest line, UTF-16 units. */
  readonly width: number;
  readonly hasBlocks: boolean;
  readonly words: () => ReadonlySet<string>;
}

function join(text: string, line: Span, next: Span, { width, hasBlocks, words }: Layout): Edit | undefined {
  if (hasBlankLine(text, line.end, next.start)) return undefined;
  const [above, below] = [text.slice(line.start, line.end), text.slice(next.start, next.end)];
  const word = /^\S+/.exec(below)?.[0] ?? '';
  const unspaced = UNSPACED.test(above.slice(-1)) && UNSPACED.test(below.slice(0, 1));
  const room = unspaced ? 1 : 1 + word.length;
  // Indented lines, which begin a paragraph or are verse, are lines of their own.
  const isIndented = text.charAt(next.start - 1) !== '\n';
  if (above.length + room <= width || isIndented || OWN_LINE.test(below)) return undefined;
  if (!hasBlocks && SENTENCE_END.test(above)) return undefined;
  if (HYPHEN.test(above)) return joinWord(text, line, next, words());
  return replace(text, line.end, next.start, unspaced ? '' : ' ', 'unwrap');
}

/** A word in two pieces: as the document has it elsewhere, with the hyphen or without; where it has not, nobody knows. */
function joinWord(text: string, line: Span, next: Span, words: ReadonlySet<string>): Edit | undefined {
  const before = /[\p{L}\p{M}’']+$/u.exec(text.slice(line.start, line.end - 1))?.[0] ?? '';
  const after = /^[\p{L}\p{M}’']+/u.exec(text.slice(next.start, next.end))?.[0] ?? '';
  if (before === '' || after === '') return undefined;
  const whole = words.has((before + after).toLowerCase());
  const hyphenated = words.has(`${before}${text.charAt(line.end - 1)}${after}`.toLowerCase());
  if (whole === hyphenated) return undefined;
  return replace(text, whole ? line.end - 1 : line.end, next.start, '', 'unwrap/hyphen');
}

/** Every word, compounds with their hyphens, in lower case. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(WORD), ([word]) => word.toLowerCase()));
}

const WORD = /[\p{L}\p{M}’']+(?:[-\u2010][\p{L}\p{M}’']+)*/gu;
