import { MOST_ODDS } from './forest.js';
import type { KnownLine } from './known-line.js';
import { between } from './running.js';
import { FAR, type ScoreFacts, scoreFacts } from './score-facts.js';
import { edgeOf } from './segment.js';

/** Lines of a run are counted as far as this. */
const LONG_RUN = 60;

/** What the first scores of a line, its neighbours and its page tell, in the order of each row. */
export const SCORE_FEATURES: readonly string[] = [
  'odds', 'odds-1', 'odds+1',
  'words±2', 'lines±2', 'lines±5', 'lines±30', 'words<12', 'words>4', 'words>12',
  'article', 'before', 'after', 'own', 'share', 'unsure', 'unsureShare',
  'sureEdge', 'sureShare', 'surePure', 'likelyEdge', 'likelyShare', 'likelyPure',
  'furnitureAbove', 'furnitureBelow',
  'run', 'runOdds', 'runLeast', 'runMost', 'runWords',
  'leaning', 'leaningShare', 'leaningKnown', 'leaning±3', 'leaning±8',
  'alike', 'sameFirst', 'copy', 'copyAbove', 'beginning', 'beginningAbove',
]; // prettier-ignore
const WIDTH = SCORE_FEATURES.length;

/** Rows of features one behind the other, by the log odds that the lines had by themselves. */
export function scoreFeatures(lines: readonly KnownLine[], scores: Float64Array): Float32Array {
  const facts = scoreFacts(lines, scores);
  const rows = new Float32Array(lines.length * WIDTH);
  for (let i = 0; i < lines.length; i++) {
    let at = writeNear(rows, i * WIDTH, i, facts);
    at = writePage(rows, at, i, facts);
    writeLikeness(rows, at, i, facts);
  }
  return rows;
}

function writeNear(rows: Float32Array, start: number, i: number, facts: ScoreFacts): number {
  const { odds, article, words, lines } = facts;
  const share = (from: number, to: number): number =>
    between(article, from, to) / Math.max(1, between(words, from, to));
  let at = start;
  rows[at++] = odds[i] ?? 0;
  rows[at++] = odds[i - 1] ?? MOST_ODDS;
  rows[at++] = odds[i + 1] ?? MOST_ODDS;
  rows[at++] = share(i - 2, i + 3);
  rows[at++] = meanAround(lines, i, 2);
  rows[at++] = meanAround(lines, i, 5);
  rows[at++] = meanAround(lines, i, 30);
  rows[at++] = share(i - 12, i);
  rows[at++] = share(i + 1, i + 5);
  rows[at++] = share(i + 1, i + 13);
  return at;
}

function writePage(rows: Float32Array, start: number, i: number, facts: ScoreFacts): number {
  const { odds, article, words, oddsBefore, unsure, stretches } = facts;
  const count = odds.length;
  const all = between(article, 0, count);
  const perArticle = 1 / Math.max(1, all);
  const allWords = Math.max(1, between(words, 0, count));
  let at = start;
  rows[at++] = Math.log2(1 + all);
  rows[at++] = between(article, 0, i) * perArticle;
  rows[at++] = between(article, i + 1, count) * perArticle;
  rows[at++] = between(article, i, i + 1) * perArticle;
  rows[at++] = all / allWords;
  rows[at++] = unsure / allWords;
  rows[at++] = unsure * perArticle;
  for (const stretch of stretches) {
    rows[at++] = edgeOf(stretch, i, FAR);
    rows[at++] = stretch.share;
    rows[at++] = stretch.pure;
  }
  rows[at++] = facts.above[i] ?? FAR;
  rows[at++] = facts.below[i] ?? FAR;
  const run = facts.runs[i];
  if (!run) return at + 5;
  const length = run.to - run.from;
  rows[at++] = Math.min(LONG_RUN, length) * (run.isFurniture ? 1 : -1);
  rows[at++] = between(oddsBefore, run.from, run.to) / length;
  rows[at++] = run.least;
  rows[at++] = run.most;
  rows[at++] = Math.log2(1 + between(words, run.from, run.to));
  return at;
}

function writeLikeness(rows: Float32Array, start: number, i: number, facts: ScoreFacts): void {
  const { leaning, leaningBefore } = facts;
  let at = start;
  rows[at++] = leaning.odds[i] ?? 0;
  rows[at++] = leaning.share[i] ?? 0;
  rows[at++] = leaning.known[i] ?? 0;
  rows[at++] = meanAround(leaningBefore, i, 3);
  rows[at++] = meanAround(leaningBefore, i, 8);
  rows[at++] = facts.alike[i] ?? 0;
  rows[at++] = facts.sameFirst[i] ?? 0;
  rows[at++] = facts.whole.others[i] ?? MOST_ODDS;
  rows[at++] = facts.whole.above[i] ?? MOST_ODDS;
  rows[at++] = facts.beginning.others[i] ?? MOST_ODDS;
  rows[at] = facts.beginning.above[i] ?? MOST_ODDS;
}

/** The mean over a line and so many to either side, as far as there are; sums have one value more than there are lines. */
function meanAround(sums: Float64Array, i: number, width: number): number {
  const [from, to] = [Math.max(0, i - width), Math.min(sums.length - 1, i + width + 1)];
  return between(sums, from, to) / (to - from);
}
