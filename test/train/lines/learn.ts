/** How a model of lines is learnt from labelled pages. */
import { random } from '../../support/random.js';
import { boost, type Options } from './boost.js';
import { binRows } from './bins.js';
import { encode } from './encode.js';
import { foldOf, type Page, thinned } from './pages.js';
import {
  decodeForest,
  decodeModel,
  FEATURES,
  featuresOf,
  type Forest,
  type ForestData,
  logOdds,
  type ModelData,
  partialOdds,
  SCORE_FEATURES,
  scoreFeaturesOf,
} from './program.js';

/** What speaks for furniture, the more of it the more, and what against it. */
const RISING: ReadonlySet<string> = new Set([
  'odds', 'odds-1', 'odds+1', 'runOdds', 'runLeast', 'runMost', 'alike', 'sameFirst', 'copy', 'beginning',
]); // prettier-ignore
const FALLING: ReadonlySet<string> = new Set([
  'words±2', 'lines±2', 'lines±5', 'leaning', 'leaningShare', 'leaning±3',
]); // prettier-ignore
/** Of the forest that sees lines. */
const BASE: Options = {
  trees: 112,
  leaves: 20,
  rate: 0.12,
  features: 0.3,
  bagging: 0.7,
  minRows: 200,
  l2: 5,
  seed: 1,
};
/** Of the one that sees scores: it has seen each page but once, so it must not learn it by heart. */
const STACKED: Options = {
  ...BASE,
  trees: 160,
  leaves: 15,
  rate: 0.07,
  minRows: 300,
  l2: 20,
  monotone: SCORE_FEATURES.map(name => (RISING.has(name) ? 1 : FALLING.has(name) ? -1 : 0)),
};
/** What the second forest learns from are scores of pages that the first has not seen, from forests of more than one split. */
const FOLDS = 3;
const WAYS = [1, 2];
/** Surely of the article, and surely not (log odds of 0.12 and 0.8). */
const SURE = { article: -2, furniture: 1.4 };
/** A page of which more than this share of its article's words is labelled against what is sure is left out. */
const MOST_WRONG = 0.3;
/** So many of the lines that even odds would take may be missed for speed. */
const RARE = 0.001;
/** What limpia is for weighs more than shops and forums. */
const ARTICLE = 3;

/** A page with its features, found once. */
interface Sample extends Page {
  readonly features: Float32Array;
}

/** A page with the log odds that a forest grown on other domains gives. */
interface Scored extends Sample {
  readonly odds: Float64Array;
}

/** A model of pages; the same pages give the same model. Tells how many pages are left out. */
export function learn(all: readonly Page[], tell?: (message: string) => void): ModelData {
  const pages = all.filter(({ lines }) => lines.length > 0).map(sampleOf);
  const chance = random(BASE.seed);
  const thin = pages.flatMap(page => thinned(page, chance) ?? []).map(sampleOf);
  const samples = [...pages, ...thin];
  const scored = WAYS.map(way => scoredByOthers(samples, way));
  const wrong = wronglyLabelled(scored.flatMap(one => one.slice(0, pages.length)));
  tell?.(`${wrong.size} pages left out`);
  const base = grow(samples, FEATURES, BASE);
  const stacked = growStacked(scored.flat().filter(({ row }) => !wrong.has(row.page)));
  return { base, stacked: { ...stacked, least: leastOdds(decodeModel({ base, stacked }), pages) } };
}

function sampleOf(page: Page): Sample {
  return { ...page, features: featuresOf(page.lines) };
}

function growStacked(pages: readonly Scored[]): ForestData {
  const samples = pages.map(page => ({ ...page, features: scoreFeaturesOf(page.lines, page.odds) }));
  return grow(samples, SCORE_FEATURES, STACKED);
}

function grow(pages: readonly Sample[], names: readonly string[], options: Options): ForestData {
  const groupOf = new Map([...new Set(pages.map(({ row }) => row.page))].map((page, i) => [page, i]));
  const labels = Uint8Array.from(pages.flatMap(({ isContent }) => isContent.map(one => Number(!one))));
  const groups = Int32Array.from(
    pages.flatMap(({ row, lines }) => lines.map(() => groupOf.get(row.page) ?? 0)),
  );
  const bins = binRows(
    pages.map(({ features }) => features),
    names.length,
  );
  const trees = boost(bins, labels, weightsOf(pages), groups, options);
  return encode(names, bins.thresholds, trees);
}

function oddsOf({ features, lines }: Sample, forest: Forest): Float64Array {
  return Float64Array.from(lines, (_, i) => logOdds(forest, features, i * FEATURES.length));
}

/** In the order of the pages. */
function scoredByOthers(pages: readonly Sample[], way: number): Scored[] {
  const forests = Array.from({ length: FOLDS }, (_, fold) =>
    decodeForest(
      grow(
        pages.filter(page => foldOf(page, FOLDS, way) !== fold),
        FEATURES,
        BASE,
      ),
      FEATURES,
    ),
  );
  return pages.map(page => {
    const forest = forests[foldOf(page, FOLDS, way)];
    return { ...page, odds: forest ? oddsOf(page, forest) : new Float64Array() };
  });
}

/** By stride of trees: the log odds so far that all but RARE of the lines had that come to even odds in the end. */
function leastOdds({ base, stacked }: { base: Forest; stacked: Forest }, pages: readonly Sample[]): number[] {
  const seen: number[][] = [];
  for (const page of pages) {
    const rows = scoreFeaturesOf(page.lines, oddsOf(page, base));
    for (let start = 0; start < rows.length; start += SCORE_FEATURES.length) {
      const sums = partialOdds(stacked, rows, start);
      if ((sums.at(-1) ?? 0) >= 0) sums.slice(0, -1).forEach((sum, i) => (seen[i] ??= []).push(sum));
    }
  }
  return seen.map(sums => {
    const sorted = Float64Array.from(sums).sort();
    return Math.floor(100 * (sorted[Math.floor(RARE * sorted.length)] ?? 0)) / 100;
  });
}

/** Pages that forests grown on other domains find mostly labelled wrong. */
function wronglyLabelled(pages: readonly Scored[]): ReadonlySet<string> {
  return new Set(pages.filter(page => shareWrong(page) > MOST_WRONG).map(({ row }) => row.page));
}

function shareWrong({ odds, isContent, words }: Scored): number {
  let [body, missing, added] = [0, 0, 0];
  words.forEach((count, i) => {
    const score = odds[i] ?? 0;
    if (isContent[i] === true) body += count;
    if (isContent[i] === true && score > SURE.furniture) added += count;
    if (isContent[i] !== true && score < SURE.article) missing += count;
  });
  return Math.max(missing, added) / Math.max(1, body);
}

/** Each page counts as much as any other; long lines count more than short ones, as in the score, though not by as much. */
function weightsOf(pages: readonly Page[]): Float64Array {
  const weights = pages.flatMap(({ row, words }) => {
    const roots = words.map(n => Math.sqrt(Math.max(1, n)));
    const sum = roots.reduce((a, b) => a + b, 0);
    return roots.map(root => (root / sum) * (row.ptype === 'article' ? ARTICLE : 1));
  });
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
  return Float64Array.from(weights, weight => weight / mean);
}
