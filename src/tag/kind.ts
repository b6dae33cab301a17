import type { Kind } from '../core/document.js';
import type { Span } from '../core/hard-wrap.js';
import { scriptTable } from './script.js';

/** How much of a paragraph's start and end is looked at, in UTF-16 code units. */
const EDGE = 160;
/** Headlines stay under this: longer lines without a full stop are prose cut short. */
const HEADING_UNITS = 110;
const HEADING_WORDS = 16;
/** The same for scripts that write without spaces, where a line of prose may well end without a stop. */
const UNSPACED_UNITS = 40;
/** How many short lines may stand between a heading and the text that it heads: subtitle, byline, date. */
const HEADS_WITHIN = 3;

const MARKDOWN_HEADING = /^#{1,6}\s+\S/u;
const LIST_ITEM = /^(?:[•‣▪●◦∙○■□➤►–*+-]|\(?(?:\d{1,3}|[a-z])\)|\d{1,3}\.)\s+\S/u;
const SENTENCE_END = /[.!?…。！？।॥؟۔։]["'”’»)\]」』]{0,3}$/u;
const SENTENCE_INSIDE = /\p{Ll}{2}[.!?]["'”’»)]{0,2}\s|[。！？।؟۔]/u;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/u;
const FIRST_UNSPACED = 0x0e00;
const OPENING = '"“„«‹「『';
const CLOSING = '"”“»›」』';

/** What a paragraph is by its own form; `short` where only its neighbours can tell a heading from a fragment. */
type Form = Kind | 'short';

/** The kinds of a document's paragraphs, by their form and order; `markdown` has code blocks and tables besides. */
export function kindsOf(
  text: string,
  spans: readonly Span[],
  format: 'plain' | 'markdown' = 'plain',
): Kind[] {
  const code = format === 'markdown' ? codeAndTables(text, spans) : undefined;
  const forms = spans.map((span, at) => (code?.[at] === true ? 'other' : formOf(text, span)));
  let heads = Infinity;
  const kinds: Kind[] = [];
  for (let at = forms.length - 1; at >= 0; at--) {
    const form = forms[at] ?? 'other';
    kinds[at] = form === 'short' ? (heads < HEADS_WITHIN ? 'heading' : 'other') : form;
    heads = form === 'short' || form === 'other' ? heads + 1 : 0;
  }
  return kinds;
}

/** Which paragraphs of a Markdown text are lines of fenced code blocks or of tables. */
function codeAndTables(text: string, spans: readonly Span[]): boolean[] {
  let fence = '';
  return spans.map(({ start }) => {
    const mark = /^(?:`{3,}|~{3,})/.exec(text.slice(start, start + EDGE))?.[0].slice(0, 3) ?? '';
    const inside = fence !== '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = inside ? '' : mark;
    return inside || mark !== '' || text.startsWith('|', start);
  });
}

function formOf(text: string, span: Span): Form {
  const length = span.end - span.start;
  const edge = Math.min(span.end, span.start + EDGE);
  const { letters, words: between, unspaced } = look(text, span.start, edge);
  const sparse = letters < 2 || letters * 2 < edge - span.start;
  if (!startsWithWord(text, span.start)) {
    const start = text.slice(span.start, edge);
    if (MARKDOWN_HEADING.test(start)) return 'heading';
    if (start.startsWith('>') && letters > 0) return 'quote';
    if (LIST_ITEM.test(start) && (letters > 2 || !sparse)) return 'list';
  }
  if (sparse) return 'other';
  if (isQuoted(text, span)) return 'quote';
  const words = unspaced ? letters / 3 : between;
  if (SENTENCE_END.test(text.slice(Math.max(span.start, span.end - LAST), span.end)))
    return words < 3 ? 'other' : 'prose';
  if (length > (unspaced ? UNSPACED_UNITS : HEADING_UNITS) || words > HEADING_WORDS) return 'prose';
  const line = text.slice(span.start, span.end);
  return SENTENCE_INSIDE.test(line) || /[,;，；、]$/u.test(line) ? 'prose' : 'short';
}

/** A full stop and what may close behind it, in UTF-16 code units. */
const LAST = 4;

/** Whether a stretch begins with a letter that is no enumeration: then it is no heading, list or quotation by its sign. */
function startsWithWord(text: string, start: number): boolean {
  return scriptTable()[text.charCodeAt(start)] !== 0 && text.charAt(start + 1) !== ')';
}

/** Letters, stretches between white space, and whether any letter is of a script that writes without spaces. */
function look(
  text: string,
  start: number,
  end: number,
): { readonly letters: number; readonly words: number; readonly unspaced: boolean } {
  const scripts = scriptTable();
  let [letters, words, unspaced, inside] = [0, 0, false, false];
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (scripts[unit] !== 0) letters++;
    if (unit >= FIRST_UNSPACED && !unspaced) unspaced = UNSPACED.test(text.charAt(at));
    const space = unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a);
    if (!space && !inside) words++;
    inside = !space;
  }
  return { letters, words, unspaced };
}

/** Whether a paragraph stands in quotation marks from end to end, in one quotation. */
function isQuoted(text: string, { start, end }: Span): boolean {
  const pair = OPENING.indexOf(text.charAt(start));
  if (pair === -1 || end - start < LEAST_QUOTE) return false;
  const last = /[.,!?]/u.test(text.charAt(end - 1)) ? end - 2 : end - 1;
  const close = CLOSING.charAt(pair);
  return text.charAt(last) === close && text.indexOf(close, start + 1) === last;
}

/** A quotation is more than a title in quotation marks. */
const LEAST_QUOTE = 30;
