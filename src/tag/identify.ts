import { dominantScript } from './dominant-script.js';
import { longTail } from './franc.js';
import { LANGUAGE_OF_SCRIPT } from './languages.js';
import { evidence, lead, likely, type Likely, newTally, readWords, type Tally } from './model/tally.js';
import { isPronounceable, looksLikeCode, looksLikeNames } from './not-language.js';
import { sample, withoutNoise } from './sample.js';

export interface IdentifyOptions {
  /** Answer with one of these (ISO 639-3) or `und`. */
  readonly languages?: readonly string[] | undefined;
  /** The language of the document around the text: breaks a tie between languages that the text may well be in. */
  readonly around?: string | undefined;
}

export interface Alternative {
  readonly lang: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface Identified {
  /** ISO 639-3, macro-languages folded (`ara`, `zho`, `msa`, …), or `und`. */
  readonly lang: string;
  /** 0 to 1: how often such an answer is right. */
  readonly score: number;
  /** ISO 15924 (`Latn`, `Hans`, `Jpan`, …), or `Zyyy` where there are no letters. */
  readonly script: string;
  /** What decided: `script`, `limpia` (the model), `franc`, `none`. */
  readonly by: string;
  /** The runners-up with a chance of 1 in 100 and more, best first. */
  readonly alternatives: readonly Alternative[];
}

const NOTHING: Identified = { lang: 'und', score: 0, script: 'Zyyy', by: 'none', alternatives: [] };

/** Fewer letters than this say nothing. */
const MIN_LETTERS = 6;
const MIN_DENSE_LETTERS = 4;
const DENSE: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Kore']);

/** A few names stay under this; in UTF-16 units. */
const MOST_NAMES_UNITS = 120;

/** Words read between two looks at whether that is enough; odds of 400 to 1 are. */
const WORDS_AT_ONCE = 8;
const ENOUGH = 6;

/** Mean weight of a feature below which a text is in no language that the model knows. */
const LEAST_EVIDENCE = 0.1;

/** An answer as likely as this is not put to franc. */
const LIKELY = 0.9;

/**
 * How much likelier a paragraph is in its document's language than in any other, before it is read: 9 paragraphs of
 * 10 are in one of their page's, and a foreign one may be in any of many.
 */
export const AROUND = 10;

/** Runners-up with less are not worth a name. */
const LEAST_ALTERNATIVE = 0.01;

/** The language of `text`, or `und` where nobody could honestly say. */
export function identifyLanguage(text: string, options: IdentifyOptions = {}): Identified {
  const seen = composed(sample(text));
  const kept = withoutNoise(seen);
  const { script, letters, share } = dominantScript(kept);
  const und: Identified = { ...NOTHING, script: letters === 0 ? dominantScript(seen).script : script };
  if (letters < (DENSE.has(script) ? MIN_DENSE_LETTERS : MIN_LETTERS)) return und;
  // Programs are written in Latin letters, whatever their comments are in.
  if ((script === 'Latn' && looksLikeCode(seen)) || (kept.length <= MOST_NAMES_UNITS && looksLikeNames(kept)))
    return und;
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only === undefined) return byModel(kept, script, letters, options) ?? und;
  if (options.languages?.includes(only) === false) return und;
  return { lang: only, score: rounded(share), script, by: 'script', alternatives: [] };
}

/** Letters with their accents as one unit, as the model knows them. */
function composed(text: string): string {
  return COMBINING.test(text) ? text.normalize('NFC') : text;
}

const COMBINING = /[\u0300-\u036f]/;

function byModel(
  text: string,
  script: string,
  letters: number,
  { languages, around }: IdentifyOptions,
): Identified | undefined {
  const tally = newTally(script);
  if (tally === undefined) return undefined;
  const plain = readUntilPlain(tally, text);
  if (tally.words < 2) return undefined;
  const candidates =
    plain === undefined || languages !== undefined
      ? likely(tally, languages && (lang => languages.includes(lang)))
      : [plain];
  const [first] = candidates;
  if (first === undefined) return undefined;
  const meaning = evidence(tally, first.lang);
  const known = first.lang !== 'und' && meaning >= LEAST_EVIDENCE;
  const stranger =
    first.lang === around || first.probability >= LIKELY
      ? undefined
      : longTail(text, letters, meaning, tally.scores.model.langs);
  if (stranger !== undefined && languages?.includes(stranger.lang) !== false && isPronounceable(text))
    return { ...stranger, script, by: 'franc', alternatives: [] };
  if (!known) return undefined;
  const own = candidates.find(({ lang }) => lang === around);
  const chosen = own !== undefined && own.probability * AROUND >= first.probability ? own : first;
  const boost = own === undefined ? 0 : own.probability * (AROUND - 1);
  const odds = ({ lang, probability }: typeof first): number =>
    (probability * (lang === around ? AROUND : 1)) / (1 + boost);
  return {
    lang: chosen.lang,
    score: rounded(odds(chosen)),
    script,
    by: 'limpia',
    alternatives: candidates
      .filter(
        ({ lang, probability }) => lang !== chosen.lang && lang !== 'und' && probability >= LEAST_ALTERNATIVE,
      )
      .map(candidate => ({ lang: candidate.lang, score: rounded(odds(candidate)) })),
  };
}

/**
 * Reads the words that come again and again first, which are remembered: most long texts need no others. The language,
 * where it is plain before all is read.
 */
function readUntilPlain(tally: Tally, text: string): Likely | undefined {
  for (const sizes of ['short', 'long'] as const) {
    tally.at = 0;
    while (tally.at < text.length) {
      readWords(tally, text, text.length, WORDS_AT_ONCE, sizes);
      if (tally.words < WORDS_AT_ONCE) continue;
      const { lang, by } = lead(tally);
      if (by >= ENOUGH) return { lang, probability: 1 / (1 + Math.exp(-by)) };
    }
  }
  return undefined;
}

/** In hundredths, never 0 nor 1: nothing here is certain. */
export function rounded(score: number): number {
  return Math.round(Math.min(0.99, Math.max(0.01, score)) * 100) / 100;
}
