import { FEATURES, lineFeatures } from './features.js';
import { decodeForest, type Forest, type ForestData, logOdds, probability } from './forest.js';
import type { KnownLine } from './known-line.js';
import { MODEL } from './model-data.js';
import { SCORE_FEATURES, scoreFeatures } from './score-features.js';

/**
 * Two forests, one on top of the other (stacked generalisation, Wolpert 1992): the first scores each line by itself and
 * by the lines around it, the second corrects a score by the scores around it.
 */
export interface Model {
  readonly base: Forest;
  readonly stacked: Forest;
}

export interface ModelData {
  readonly base: ForestData;
  readonly stacked: ForestData;
}

let shipped: Model | undefined;

/** The model that limpia brings, decoded at the first question. */
export function shippedModel(): Model {
  return (shipped ??= decodeModel(MODEL));
}

export function decodeModel({ base, stacked }: ModelData): Model {
  return { base: decodeForest(base, FEATURES), stacked: decodeForest(stacked, SCORE_FEATURES) };
}

/** Log odds of each line of a page not to be part of the article, by the first forest alone. */
export function baseOdds(lines: readonly KnownLine[], base: Forest): Float64Array {
  const rows = lineFeatures(lines);
  return Float64Array.from(lines, (_, i) => logOdds(base, rows, i * FEATURES.length));
}

/** The probability of each line of a page not to be part of the article; 0 where it does not reach `atLeast`. */
export function lineScores(
  lines: readonly KnownLine[],
  { base, stacked }: Model,
  atLeast: number,
): Float64Array {
  const rows = scoreFeatures(lines, baseOdds(lines, base));
  return Float64Array.from(lines, (_, i) => probability(stacked, rows, i * SCORE_FEATURES.length, atLeast));
}
