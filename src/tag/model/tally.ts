import { modelOf } from './load.js';
import { rowOf, SCORE_UNIT, wordScores, type WordScores } from './word-scores.js';
import { featuresOf } from './word-sums.js';
import { isOfSize, readWord, type Sizes, word } from './words.js';

/** What the words read so far say, in one script. */
export interface Tally {
  readonly scores: WordScores;
  /** Sum of the scores of each class. */
  readonly sums: Int32Array;
  /** The same of the words read last, two classes to a lane; added to `sums` before it overflows. */
  readonly lanes: Int32Array;
  features: number;
  words: number;
  /** Where reading stopped. */
  at: number;
}

/** One for each script: a tally is read before the next one begins. */
const known = new Map<string, Tally>();

/** An empty tally, or undefined where the model has nothing on a script. The tally of a script before ends with it. */
export function newTally(script: string, at = 0): Tally | undefined {
  let tally = known.get(script);
  if (tally === undefined) {
    const model = modelOf(script);
    if (model === undefined) return undefined;
    const scores = wordScores(model);
    const lanes = new Int32Array(scores.lanes);
    tally = { scores, sums: new Int32Array(model.langs.length), lanes, features: 0, words: 0, at: 0 };
    known.set(script, tally);
  }
  tally.sums.fill(0);
  tally.features = 0;
  tally.words = 0;
  tally.at = at;
  return tally;
}

/** Words whose scores may be added up in half a lane. */
const MOST_IN_LANES = 15;

/** Reads on in `text` from `tally.at` up to `end`, or until so many words (15 at the most) of `sizes` are read. */
export function readWords(
  tally: Tally,
  text: string,
  end: number,
  words: number,
  sizes: Sizes = 'all',
): void {
  const until = tally.words + Math.min(words, MOST_IN_LANES);
  while (tally.at < end && tally.words < until) {
    tally.at = readWord(text, tally.at, end);
    if (isOfSize(sizes)) add(tally);
  }
  flush(tally);
}

function add(tally: Tally): void {
  const { scores, lanes } = tally;
  const row = rowOf(scores, word.units, word.length);
  const { rows } = scores;
  for (let lane = 0; lane < lanes.length; lane++) lanes[lane] = (lanes[lane] ?? 0) + (rows[row + lane] ?? 0);
  tally.features += featuresOf(word.length);
  tally.words++;
}

function flush({ lanes, sums }: Tally): void {
  for (let lane = 0; lane < lanes.length; lane++) {
    const both = lanes[lane] ?? 0;
    const lower = (both << 16) >> 16;
    sums[2 * lane] = (sums[2 * lane] ?? 0) + ((both - lower) >> 16);
    if (2 * lane + 1 < sums.length) sums[2 * lane + 1] = (sums[2 * lane + 1] ?? 0) + lower;
    lanes[lane] = 0;
  }
}

/** A class and how likely it is, best first. */
export interface Likely {
  readonly lang: string;
  readonly probability: number;
}

/** Half of one in a thousand says nothing anybody would want to know. */
const LEAST = 0.0005;

/**
 * The classes by probability, those with next to none left out. With `allowed`, other languages have none; `und`
 * always may.
 */
export function likely(tally: Tally, allowed?: (lang: string) => boolean): Likely[] {
  const { langs, priors } = tally.scores.model;
  const scale = certainty(tally);
  let most = -Infinity;
  for (let c = 0; c < langs.length; c++)
    if (isAllowed(langs[c] ?? '', allowed)) most = Math.max(most, tally.sums[c] ?? 0);
  let total = 0;
  const found: { lang: string; probability: number }[] = [];
  const least = most + Math.log(LEAST) / scale;
  for (let c = 0; c < langs.length; c++) {
    const sum = tally.sums[c] ?? 0;
    const lang = langs[c] ?? '';
    if (sum < least || !isAllowed(lang, allowed)) continue;
    const probability = Math.exp((sum - most) * scale) * (priors[c] ?? 1);
    total += probability;
    found.push({ lang, probability });
  }
  return found
    .map(({ lang, probability }) => ({ lang, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability || (a.lang < b.lang ? -1 : 1));
}

function isAllowed(lang: string, allowed?: (lang: string) => boolean): boolean {
  return allowed === undefined || lang === 'und' || allowed(lang);
}

/** How far the leading class is ahead of all others, in natural logarithms of odds; its language. */
export function lead(tally: Tally): { readonly lang: string; readonly by: number } {
  const { sums } = tally;
  let [best, first, second] = [0, -Infinity, -Infinity];
  for (let c = 0; c < sums.length; c++) {
    const sum = sums[c] ?? 0;
    if (sum > first) {
      second = first;
      first = sum;
      best = c;
    } else if (sum > second) second = sum;
  }
  return { lang: tally.scores.model.langs[best] ?? 'und', by: (first - second) * certainty(tally) };
}

/** The model was trained on sums divided by the root of the number of features. */
function certainty({ scores, features }: Tally): number {
  return (scores.model.scale * SCORE_UNIT) / Math.sqrt(Math.max(1, features));
}

/** Mean weight of a feature for a class: low where a text has next to none of a language's features. */
export function evidence({ scores, sums, features }: Tally, lang: string): number {
  const place = scores.model.langs.indexOf(lang);
  return ((sums[place] ?? 0) * scores.model.scale * SCORE_UNIT) / Math.max(1, features);
}
