import { countLetters } from './script.js';
import type { Span } from '../core/hard-wrap.js';

/** Shorter ones are titles and single words; a paragraph holds them whatever its language. In UTF-16 units. */
const LEAST_QUOTATION = 40;
/** Paragraphs longer than this are searched. */
const LEAST_PARAGRAPH = 200;
const LEAST_LETTERS = 25;

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
};
const SIGNS = Object.keys(CLOSING);
const QUOTE = /["“„«»‹「『]/g;

/**
 * Tells whether any quotation begins in a stretch; asked from the start of the text to its end. Far cheaper than a search
 * of every paragraph: each sign is looked for as far as it was found last.
 */
export function quotationsIn(text: string): (span: Span) => boolean {
  const places = SIGNS.map(sign => ({ sign, at: text.indexOf(sign) })).filter(({ at }) => at !== -1);
  return ({ start, end }) =>
    places.some(place => {
      if (place.at < start && place.at !== -1) place.at = text.indexOf(place.sign, start);
      return place.at !== -1 && place.at < end;
    });
}

/** The quotations inside a long paragraph that are long enough to have a language of their own. */
export function quotations(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  if (end - start <= LEAST_PARAGRAPH) return found;
  // What is not closed once is not closed later: every sign is looked for in vain at most once.
  let unclosed = '';
  QUOTE.lastIndex = start;
  for (let match = QUOTE.exec(text); match !== null && match.index < end; match = QUOTE.exec(text)) {
    const from = match.index + 1;
    if (unclosed.includes(match[0])) continue;
    const to = next(text, CLOSING[match[0]] ?? '', from, end);
    if (to === -1) {
      unclosed += match[0];
      continue;
    }
    QUOTE.lastIndex = to + 1;
    if (to - from >= LEAST_QUOTATION && countLetters(text, from, to) >= LEAST_LETTERS)
      found.push({ start: from, end: to });
  }
  return found;
}

function next(text: string, signs: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (signs.includes(text.charAt(at))) return at;
  return -1;
}
