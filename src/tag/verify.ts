import { dominantScript } from './dominant-script.js';
import { AROUND, type Identified, rounded } from './identify.js';
import { LANGUAGE_OF_SCRIPT } from './languages.js';
import { agreement } from './model/agreement.js';
import { MARKS, SCRIPTS, scriptTable } from './script.js';

/** How much of each end of a paragraph is read to see that it agrees with its document, UTF-16 code units. */
const LOOK = 140;
/** How much of it is looked at for its script alone. */
const GLANCE = 70;
/** Too few letters to verify anything by: the paragraph gets the full treatment. */
const LEAST_LETTERS = 12;
/** Letters of other scripts than the document's may be a name or two. */
const LEAST_SHARE = 0.9;
/** How far ahead the language must be (natural logarithm of the odds) for the rest of a stretch not to be read. */
const LEAD = 3.5;
/** The same at the end of the stretch, where what is around it counts: while reading that would tip the scales. */
const LAST_LEAD = LEAD - Math.log(AROUND);
/** Paragraphs up to this length may be an address, a number or a few names, which no document gives a language. */
const SHORT = 60;
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
  const { script } = document;
  if (LANGUAGE_OF_SCRIPT[script] !== undefined) return byScript(text, start, stop, document.lang);
  if (!isIn(script, text, start, Math.min(stop, start + GLANCE))) return undefined;
  const by = agreement({ text, start, end: stop }, script, document.lang, LEAD);
  if (by < (end - start <= SHORT ? LEAD : LAST_LEAD)) return undefined;
  if (end - start > LONG) {
    const rest = { text, start: middleOf(text, end), end };
    if (agreement(rest, script, document.lang, LAST_LEAD) < LAST_LEAD) return undefined;
  }
  const score = rounded(1 - 1 / (1 + AROUND * Math.exp(by)));
  return { lang: document.lang, score, script, by: 'limpia', alternatives: [] };
}

function byScript(text: string, start: number, stop: number, lang: string): Identified | undefined {
  const { script, letters, share } = dominantScript(text, start, stop);
  if (letters < LEAST_LETTERS || share < LEAST_SHARE || letters * 2 <= stop - start) return undefined;
  if (LANGUAGE_OF_SCRIPT[script] !== lang) return undefined;
  return { lang, score: rounded(share), script, by: 'script', alternatives: [] };
}

/** Whether a stretch is letters of one script for the most part, and more than one word. */
function isIn(script: string, text: string, start: number, stop: number): boolean {
  const wanted = SCRIPTS.indexOf(script);
  const scripts = scriptTable();
  let [own, others, spaces] = [0, 0, 0];
  for (let at = start; at < stop; at++) {
    const unit = text.charCodeAt(at);
    const found = scripts[unit] ?? 0;
    if (unit === SPACE) spaces++;
    else if (found === wanted) own++;
    else if (found !== 0 && found !== MARKS) others++;
  }
  return spaces > 0 && own >= LEAST_LETTERS && own >= (own + others) * LEAST_SHARE && own * 2 >= stop - start;
}

/** The start of a word near the end of a paragraph. */
function middleOf(text: string, end: number): number {
  for (let at = end - LOOK / 2; at < end; at++) if (text.charCodeAt(at) === SPACE) return at;
  return end - LOOK / 2;
}

const SPACE = 0x20;
