import { fold } from './fold.js';
import type { Page } from './page.js';
import { countWords } from './prose.js';

/** Shorter sentences come back by themselves: "That was it, he said." Longer ones are no pull-quotes. */
const MIN_WORDS = 6;
const MIN_CJK = 15;
/** Six words of a letter, with spaces between them: nothing shorter (UTF-16 units) is long enough. */
const MIN_UNITS = 2 * MIN_WORDS - 1;
const MAX_UNITS = 400;
/** What a line of the text says besides, at least (UTF-16 units): no line is the pull-quote of itself. */
const MORE = 15;
/** Lines of more units are not split into sentences. */
const MAX_LINE = 5000;

/** A full stop with what closes, before white space or the end; stops of scripts without spaces; a quotation's own marks. */
const BREAKS = /[.!?…।؟۔]["'”’»)\]]*(?=\s|$)|[。！？]["”’»」』]*|["“”„«»「」『』]/u;
const LETTER = /[\p{L}\p{N}]/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Lines that say nothing but one sentence, or one quotation, of a longer line of the page's prose word for word. */
export function pullQuotes(page: Page): number[] {
  const candidates: (readonly [line: number, sentence: string])[] = [];
  for (let i = 0; i < page.count; i++) {
    if (page.end(i) - page.start(i) > MAX_UNITS) continue;
    const [sentence = '', ...others] = sentencesOf(page.line(i));
    if (sentence !== '' && others.length === 0) candidates.push([i, sentence]);
  }
  if (candidates.length === 0) return [];
  /** By sentence: the longest line that says it. */
  const said = new Map(candidates.map(([, sentence]) => [sentence, 0]));
  for (let i = 0; i < page.count; i++) {
    const units = page.end(i) - page.start(i);
    if (units > MAX_LINE || !page.isProse(i)) continue;
    for (const one of sentencesOf(page.line(i))) {
      const longest = said.get(one);
      if (longest !== undefined && longest < units) said.set(one, units);
    }
  }
  const isSaid = (line: number, sentence: string): boolean =>
    (said.get(sentence) ?? 0) >= page.end(line) - page.start(line) + MORE;
  return candidates.flatMap(([line, sentence]) => (isSaid(line, sentence) ? [line] : []));
}

/** A line's sentences and quotations that are long enough, without signs at their ends and without regard to case. */
function sentencesOf(line: string): string[] {
  if (line.length < MIN_UNITS) return [];
  return line
    .split(BREAKS)
    .filter(isLong)
    .map(part => bare(fold(part)))
    .filter(isLong);
}

/** Asked of parts as they stand first, since most are too short. */
function isLong(part: string): boolean {
  if (part.length < MIN_UNITS) return false;
  return CJK.test(part) ? part.length >= MIN_CJK : countWords(part, MIN_WORDS) >= MIN_WORDS;
}

/** Without signs at its ends. */
function bare(part: string): string {
  const start = part.search(LETTER);
  if (start < 0) return '';
  let end = part.length;
  while (!LETTER.test(part.slice(end - widthBefore(part, end), end))) end -= widthBefore(part, end);
  return part.slice(start, end);
}

/** UTF-16 units of the code point that ends there. */
function widthBefore(text: string, end: number): number {
  return end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
}
