import type { Page } from './page.js';
import { countWords } from './prose.js';

/** Headlines are of 4 to 22 words; a kicker or section name has fewer, a standfirst more. */
const MIN_WORDS = 4;
const MAX_WORDS = 22;
const MAX_UNITS = 160;
/** A headline stands among the first lines. */
const MAX_LINES = 12;
/** Scripts without spaces: at least this many letters. */
const MIN_CJK = 8;

/** Whether a line has the form of a headline: a few words that begin like a title and do not end like a sentence. */
export function isHeadline(line: string): boolean {
  if (line.length > MAX_UNITS || !/^["'“‘«¿¡(]?[\p{Lu}\p{Lo}\p{N}]/u.test(line)) return false;
  if (/[,;:]$|[^.]\.["”’»)]?$|https?:|@|©|^(?:By|Por|Von|Par) /u.test(line)) return false;
  const words = countWords(line);
  const cjk = line.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  if (cjk >= MIN_CJK) return line.length <= 60 && !/[。!！]$/u.test(line);
  return words >= MIN_WORDS && words <= MAX_WORDS;
}

/** The first line of headline form before any prose, other than those that `skip` names; -1 when there is none. */
export function findHeadline(page: Page, skip: (line: number) => boolean, from = 0): number {
  let candidate = -1;
  for (let i = from; i < Math.min(page.count, from + MAX_LINES); i++) {
    // Without prose below it, a line heads nothing.
    if (page.isProse(i)) return candidate;
    if (candidate < 0 && !skip(i) && isHeadline(page.line(i))) candidate = i;
  }
  return -1;
}
