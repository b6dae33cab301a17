import { detect } from './candidates.js';
import { dominantScript } from './dominant-script.js';
import { LANGUAGE_OF_SCRIPT } from './languages.js';
import { sample, wordsOnly } from './sample.js';

export interface IdentifyOptions {
  /** Answer with one of these (ISO 639-3) or `und`. */
  readonly languages?: readonly string[];
  /** The language of the document around the text: breaks a tie among the detectors' own candidates. */
  readonly around?: string;
}

export interface Identified {
  /** ISO 639-3, macro-languages folded (`ara`, `zho`, `msa`, …), or `und`. */
  readonly lang: string;
  /** 0 to 1: how sure the answer is. */
  readonly score: number;
  /** ISO 15924 (`Latn`, `Hans`, `Jpan`, …), or `Zyyy` where there are no letters. */
  readonly script: string;
  /** What decided: `script`, `words`, `eld`, `franc`, `none`. */
  readonly by: string;
  /** The runners-up, best first. */
  readonly alternatives?: readonly string[];
}

/** Fewer letters than this say nothing (facts: 6 letters of an alphabet, 4 of an East Asian script). */
const MIN_LETTERS = 6;
const MIN_DENSE_LETTERS = 4;
const DENSE: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Kore']);

/** Candidates nearer than this are a tie, which the document around them may break. */
const TIE = 0.35;

/** The language of `text`, or `und` where nobody could honestly say. */
export function identifyLanguage(text: string, { languages, around }: IdentifyOptions = {}): Identified {
  const kept = wordsOnly(sample(text)).join(' ');
  const { script, letters, share } = dominantScript(kept);
  const und = {
    lang: 'und',
    score: 0,
    script: letters === 0 ? dominantScript(sample(text)).script : script,
    by: 'none',
  };
  if (letters < (DENSE.has(script) ? MIN_DENSE_LETTERS : MIN_LETTERS)) return und;
  const { candidates, words, by } = detect(kept, script, letters);
  const allowed =
    languages === undefined ? candidates : candidates.filter(({ lang }) => languages.includes(lang));
  const [first, second] = allowed;
  if (first === undefined) return und;
  if (by !== 'script' && words < 2) return und;
  const tied = allowed.find(({ lang, score }) => lang === around && first.score - score < TIE);
  const margin = first.score - (second?.score ?? 0);
  return {
    lang: (tied ?? first).lang,
    score: round(LANGUAGE_OF_SCRIPT[script] === undefined ? margin / (margin + 0.3) : share),
    script,
    by,
    alternatives: allowed
      .slice(0, 4)
      .map(({ lang }) => lang)
      .filter(lang => lang !== (tied ?? first).lang),
  };
}

function round(score: number): number {
  return Math.round(Math.min(0.99, Math.max(0.01, score)) * 100) / 100;
}
