/**
 * Derives src/strip/lines/model-data.ts from labelled pages in the form of eval/boilerplate:
 *
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js > src/strip/lines/model-data.ts
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js --validate
 *
 * The second only prints what the model does to pages of domains it has not seen, by five-fold cross-validation.
 * Labels come from article bodies that a language model drafted, so that some pages are labelled by what it left out.
 * Pages whose labels contradict what the other pages teach are left out of training, as in confident learning (2021).
 *
 * Only figures go into the output. The same input gives the same bytes.
 */
import { argv, stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { random } from '../../support/random.js';
import { boost, type Options } from './boost.js';
import { binRows } from './bins.js';
import { encode, render } from './encode.js';
import { foldOf, type Outcome, outcomeOf, type Page, pageOf, type Row, thinned } from './pages.js';
import {
  choose,
  decodeForest,
  FEATURES,
  featuresOf,
  type Forest,
  type ForestData,
  partialOdds,
  probability,
} from './program.js';

const OPTIONS: Options = {
  trees: 200,
  leaves: 20,
  rate: 0.1,
  features: 0.3,
  bagging: 0.7,
  minRows: 200,
  l2: 5,
  seed: 1,
};
/** The forests that only look for pages with wrong labels. */
const ROUGH: Options = { ...OPTIONS, trees: 80, rate: 0.2 };
const ROUGH_FOLDS = 3;
/** Surely of the article, and surely not. */
const SURE = { article: 0.12, furniture: 0.8 };
/** A page of which more than this share of its article's words is labelled against what is sure is left out. */
const MOST_WRONG = 0.3;
/** So many of the lines that even odds would take may be missed for speed. */
const RARE = 0.001;
const FOLDS = 5;
/** What limpia is for weighs more than shops and forums. */
const ARTICLE = 3;
const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

/** A page with its features, found once. */
interface Sample extends Page {
  readonly features: Float32Array;
}

async function main(): Promise<void> {
  const pages: Page[] = [];
  for await (const line of createInterface({ input: stdin })) pages.push(pageOf(JSON.parse(line) as Row));
  const usable = pages.filter(({ lines }) => lines.length > 0).map(sampleOf);
  if (argv.includes('--validate')) validate(usable);
  else stdout.write(render(train(usable)));
}

function sampleOf(page: Page): Sample {
  return { ...page, features: featuresOf(page.lines) };
}

function train(pages: readonly Sample[]): ForestData {
  const wrong = wronglyLabelled(pages);
  const good = pages.filter(({ row }) => !wrong.has(row.page));
  stderr.write(`${wrong.size} pages left out\n`);
  const chance = random(OPTIONS.seed);
  const thin = good.flatMap(page => thinned(page, chance) ?? []).map(sampleOf);
  const data = grow([...good, ...thin], OPTIONS);
  return { ...data, least: leastOdds(decodeForest(data, FEATURES), pages) };
}

function grow(pages: readonly Sample[], options: Options): ForestData {
  const names = new Map([...new Set(pages.map(({ row }) => row.page))].map((name, i) => [name, i]));
  const labels = Uint8Array.from(pages.flatMap(({ isContent }) => isContent.map(one => Number(!one))));
  const groups = Int32Array.from(
    pages.flatMap(({ row, lines }) => lines.map(() => names.get(row.page) ?? 0)),
  );
  const bins = binRows(
    pages.map(({ features }) => features),
    FEATURES.length,
  );
  const trees = boost(bins, labels, weightsOf(pages), groups, options);
  return encode(FEATURES, bins.thresholds, trees);
}

/** By stride of trees: the log odds so far that all but RARE of the lines had that come to even odds in the end. */
function leastOdds(forest: Forest, pages: readonly Sample[]): number[] {
  const seen: number[][] = [];
  for (const { features } of pages)
    for (let start = 0; start < features.length; start += FEATURES.length) {
      const sums = partialOdds(forest, features, start);
      if ((sums.at(-1) ?? 0) >= 0) sums.slice(0, -1).forEach((sum, i) => (seen[i] ??= []).push(sum));
    }
  return seen.map(sums => {
    const sorted = Float64Array.from(sums).sort();
    return Math.floor(100 * (sorted[Math.floor(RARE * sorted.length)] ?? 0)) / 100;
  });
}

/** Pages that forests grown on other domains find mostly labelled wrong. */
function wronglyLabelled(pages: readonly Sample[]): ReadonlySet<string> {
  const wrong = new Set<string>();
  for (let fold = 0; fold < ROUGH_FOLDS; fold++) {
    const others = pages.filter(page => foldOf(page, ROUGH_FOLDS) !== fold);
    const forest = decodeForest(grow(others, ROUGH), FEATURES);
    for (const page of pages)
      if (foldOf(page, ROUGH_FOLDS) === fold && shareWrong(page, forest) > MOST_WRONG)
        wrong.add(page.row.page);
  }
  return wrong;
}

function shareWrong({ features, isContent, words }: Sample, forest: Forest): number {
  let [body, missing, added] = [0, 0, 0];
  words.forEach((count, i) => {
    const score = probability(forest, features, i * FEATURES.length);
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

function validate(pages: readonly Sample[]): void {
  const results = new Map<string, Outcome[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = decodeForest(train(pages.filter(page => foldOf(page, FOLDS) !== fold)), FEATURES);
    const seen = pages.filter(page => foldOf(page, FOLDS) === fold && page.row.ptype === 'article');
    for (const page of seen)
      for (const threshold of [1.1, ...THRESHOLDS]) {
        const key = `${page.row.level.padEnd(5)} ${threshold > 1 ? 'rules' : threshold.toFixed(2)}`;
        results.set(key, [
          ...(results.get(key) ?? []),
          outcomeOf(page, choose(page.lines, forest, threshold)),
        ]);
      }
    stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
  }
  for (const [key, outcomes] of [...results].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const gain = outcomes.reduce((sum, one) => sum + one.gain, 0) / outcomes.length;
    const lost = outcomes.filter(one => one.lost > 0.05).length / outcomes.length;
    stdout.write(
      `${key} ${outcomes.length} pages, gain ${gain.toFixed(4)}, over 5 % lost on ${(100 * lost).toFixed(1)} %\n`,
    );
  }
}

await main();
