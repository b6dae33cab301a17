import { detect, TIE } from './candidates.js';
import { dominantScript } from './dominant-script.js';
import { isPronounceable, looksLikeCode, looksLikeNames } from './not-language.js';
import { sample, wordsOnly } from './sample.js';
import { isRare } from './weigh.js';

export interface IdentifyOptions {
  /** Answer with one of these (ISO 639-3) or `und`. */
  readonly languages?: readonly string[] | undefined;
  /** The language of the document around the text: breaks a tie among the detectors' own candidates. */
  readonly around?: string | undefined;
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

const NOTHING: Identified = { lang: 'und', score: 0, script: 'Zyyy', by: 'none' };

/** Fewer letters than this say nothing. */
const MIN_LETTERS = 6;
const MIN_DENSE_LETTERS = 4;
const DENSE: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Kore']);

/** Gibberish stays below, as do languages that only franc knows; 2 to 5 words in any that eld knows reach 0.5. */
const LEAST_EVIDENCE = 0.4;

/** franc alone is not to be believed below this many letters. */
const RARE_LETTERS = 80;
/**
 * In a document, franc alone does not make so short a paragraph a stranger: its answers below 25 letters are right
 * one time in two, and such paragraphs are mostly names.
 */
const LONER_LETTERS = 40;

/** Scores are calibrated: of the answers given 0.7 to 0.8 on a development set, 7 to 8 in 10 were right or more. */
const CALIBRATION = { half: 0.15, chance: 0.3, power: 1.6 };

/** The language of `text`, or `und` where nobody could honestly say. */
export function identifyLanguage(text: string, { languages, around }: IdentifyOptions = {}): Identified {
  if (text.length < MIN_DENSE_LETTERS) return { ...NOTHING, script: dominantScript(text).script };
  const seen = sample(text);
  const kept = unrepeated(wordsOnly(seen)).join(' ');
  const { script, letters, share } = dominantScript(kept);
  const und: Identified = { ...NOTHING, script: letters === 0 ? dominantScript(seen).script : script };
  if (letters < (DENSE.has(script) ? MIN_DENSE_LETTERS : MIN_LETTERS)) return und;
  if (looksLikeCode(seen) || looksLikeNames(kept)) return und;

  const { candidates, words, evidence, by, onlyFranc } = detect(kept, script, letters, around);
  const allowed = candidates.filter(
    ({ lang }) => (languages?.includes(lang) ?? true) && (letters >= RARE_LETTERS || !isRare(lang, script)),
  );
  const [first] = allowed;
  if (first === undefined) return und;
  if (by === 'script') return { lang: first.lang, score: rounded(share), script, by };
  if (words < 2 || (evidence < LEAST_EVIDENCE && !isPronounceable(kept))) return und;
  const { lang } =
    allowed.find(candidate => candidate.lang === around && first.score - candidate.score < TIE) ?? first;
  if (letters < LONER_LETTERS && around !== undefined && lang !== around && onlyFranc(lang)) return und;
  const margin = Math.max(0, first.score - (candidates.find(candidate => candidate !== first)?.score ?? 0));
  const alternatives = allowed
    .slice(0, 4)
    .flatMap(candidate => (candidate.lang === lang ? [] : [candidate.lang]));
  return { lang, score: rounded(calibrated(margin)), script, by, alternatives };
}

/** The same few words over and over say no more than once. */
function unrepeated(words: readonly string[]): readonly string[] {
  const distinct = new Set(words);
  return distinct.size * MOST_REPEATS < words.length ? [...distinct] : words;
}

/** Prose of a sample's length uses a word twice on average. */
const MOST_REPEATS = 4;

/** From the lead over the next candidate to how often such an answer is right. */
function calibrated(margin: number): number {
  const { half, chance, power } = CALIBRATION;
  return 1 - (1 - chance) * (half / (margin + half)) ** power;
}

/** In hundredths, never 0 nor 1: nothing here is certain. */
function rounded(score: number): number {
  return Math.round(Math.min(0.99, Math.max(0.01, score)) * 100) / 100;
}
