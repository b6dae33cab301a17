import { dominantScript } from './dominant-script.js';
import { type Identified, rounded } from './identify.js';
import { LANGUAGE_OF_SCRIPT } from './languages.js';
import { lead, newTally, readWords } from './model/tally.js';

/** How much of each end of a paragraph is read to see that it agrees with its document, UTF-16 code units. */
const LOOK = 140;
/** Too few letters to verify anything by: the paragraph gets the full treatment. */
const LEAST_LETTERS = 12;
/** Words read at a time, and how far ahead the document's language must be (natural logarithm of the odds). */
const WORDS = 5;
const LEAD = 3.5;
/** Paragraphs longer than this are looked at on both ends. */
const LONG = 200;

/**
 * The document's language for a paragraph that shows it by itself, cheaply: by its script, or because its first and
 * last words are far likelier in that language than in any other. Undefined where that is not plain to see.
 */
export function verify(
  text: string,
  start: number,
  end: number,
  document: Identified,
): Identified | undefined {
  if (document.lang === 'und') return undefined;
  const stop = Math.min(end, start + LOOK);
  const { script, letters, share } = dominantScript(text, start, stop);
  if (letters < LEAST_LETTERS || share < 0.9) return undefined;
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only !== undefined)
    return only === document.lang && letters * 2 > stop - start
      ? { lang: only, score: rounded(share), script, by: 'script', alternatives: [] }
      : undefined;
  if (script !== document.script || letters * 2 < stop - start) return undefined;
  const by = sees(text, start, stop, script, document.lang);
  if (by === undefined) return undefined;
  if (end - start > LONG && sees(text, middleOf(text, end), end, script, document.lang) === undefined)
    return undefined;
  return { lang: document.lang, score: rounded(1 - Math.exp(-by)), script, by: 'limpia', alternatives: [] };
}

/** The start of a word near the end of a paragraph. */
function middleOf(text: string, end: number): number {
  const at = text.indexOf(' ', end - LOOK / 2);
  return at === -1 || at >= end ? end - LOOK / 2 : at;
}

/** How far the language is ahead in a stretch, once it is far enough. */
function sees(text: string, start: number, end: number, script: string, lang: string): number | undefined {
  const tally = newTally(script, start);
  if (tally === undefined) return undefined;
  while (tally.at < end) {
    readWords(tally, text, end, WORDS);
    const ahead = lead(tally);
    if (ahead.lang === lang && ahead.by >= LEAD) return ahead.by;
  }
  return undefined;
}
