import { isProse } from '../prose.js';
import { FEATURES, lineFeatures } from './features.js';
import { decodeForest, type Forest, probability } from './forest.js';
import { MODEL } from './model-data.js';

/** Each round sees what the one before has left; more than this many never were needed. */
const MAX_ROUNDS = 8;
/** What is left holds at least this share of the page's prose, or the page is not what the model knows. */
const MIN_PROSE = 0.5;

let shipped: Forest | undefined;

/** The model that limpia brings, decoded at the first question. */
export function shippedForest(): Forest {
  return (shipped ??= decodeForest(MODEL, FEATURES));
}

/**
 * Lines that are not part of the article, with the probability that they are not. Goes on until it would drop no more,
 * so that what is left stays as it is. Nothing goes from a page without prose or one that would lose most of it.
 */
export function chooseLines(
  lines: readonly string[],
  forest: Forest,
  atLeast: number,
  isProtected: (line: number) => boolean = () => false,
): Map<number, number> {
  const chosen = new Map<number, number>();
  let left = lines.map((_, i) => i);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = lineFeatures(left.map(i => lines[i] ?? ''));
    const before = chosen.size;
    for (const [at, row] of rows.entries()) {
      const line = left[at] ?? 0;
      const score = probability(forest, row);
      if (score >= atLeast && !isProtected(line)) chosen.set(line, score);
    }
    if (chosen.size === before) break;
    left = left.filter(i => !chosen.has(i));
  }
  const all = proseUnits(lines);
  const kept = proseUnits(left.map(i => lines[i] ?? ''));
  return all > 0 && kept >= MIN_PROSE * all ? chosen : new Map<number, number>();
}

function proseUnits(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (isProse(line, 0, line.length) ? line.length : 0), 0);
}
