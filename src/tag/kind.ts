import type { Kind } from '../core/document.js';
import type { Mark } from '../core/stage.js';
import { countLetters } from './script.js';
import type { Span } from './paragraphs.js';

/** Headings are short: 98 % of the headlines people write stay under 110 characters. */
const HEADING_UNITS = 110;
/** A heading in one script without spaces is shorter still. */
const HEADING_WORDS = 16;
/** How much of a paragraph's start and end is looked at. */
const EDGE = 200;

const MARKDOWN_HEADING = /^#{1,6}\s+\S/u;
const LIST_ITEM = /^(?:[•‣▪●◦·∙○■□➤►–—*+-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S/u;
const SENTENCE_END = /[.!?…。！？।॥؟۔։።|]["'”’»)\]」』]*$/u;
const SENTENCE_INSIDE = /\p{L}\p{L}[.!?。！？।؟۔።]["'”’»)]*(?:\s|$)/u;
const QUOTED = /^["“„«‹「『‘](?!.*["”“»›」』’].+["“„«‹「『‘])[\s\S]*["”“»›」』’][.!?,]?$/u;

/** Kinds that the rules found, by a cursor that moves along the text. */
export function markedKind(span: Span, marks: readonly Mark[]): Kind | undefined {
  const middle = span.start + ((span.end - span.start) >> 1);
  return marks.find(mark => mark.start <= middle && mark.end > middle)?.kind;
}

/** What a paragraph is, by its own form and by whether text follows it that it could head. */
export function kindOf(text: string, span: Span, next: Span | undefined): Kind {
  const length = span.end - span.start;
  const start = text.slice(span.start, Math.min(span.end, span.start + EDGE));
  const end = text.slice(Math.max(span.start, span.end - EDGE), span.end);
  if (MARKDOWN_HEADING.test(start)) return 'heading';
  if (start.startsWith('>')) return 'quote';
  const letters = countLetters(text, span.start, Math.min(span.end, span.start + 4 * EDGE));
  if (letters < 2) return 'other';
  if (LIST_ITEM.test(start)) return 'list';
  if (length <= 4 * EDGE && QUOTED.test(text.slice(span.start, span.end)) && length > 20) return 'quote';
  if (SENTENCE_END.test(end)) return letters * 2 < start.length ? 'other' : 'prose';
  if (length > HEADING_UNITS || SENTENCE_INSIDE.test(start))
    return letters * 2 < start.length ? 'other' : 'prose';
  if (next === undefined || letters * 2 < start.length || letters < 3) return 'other';
  return /[,;]$/u.test(end) || start.split(/\s+/u).length > HEADING_WORDS ? 'prose' : 'heading';
}
