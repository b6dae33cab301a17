/**
 * Derives src/strip/lines/model-data.ts from labelled pages in the form of eval/boilerplate:
 *
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js > src/strip/lines/model-data.ts
 *     xz -dc train.jsonl.xz | node .build/train/lines/train.js --validate
 *
 * The second only prints what the model does to pages of domains it has not seen, by five-fold cross-validation.
 * Only figures go into the output. The same input gives the same bytes.
 */
import { argv, stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { random } from '../../support/random.js';
import { boost, type Options } from './boost.js';
import { binRows } from './bins.js';
import { encode, render } from './encode.js';
import { foldOf, type Outcome, outcomeOf, type Page, pageOf, type Row, thinned } from './pages.js';
import { chooseLines, decodeForest, FEATURES, type ForestData, knowLine, lineFeatures } from './program.js';

const OPTIONS: Options = {
  trees: 250,
  leaves: 20,
  rate: 0.07,
  features: 0.3,
  bagging: 0.7,
  minRows: 200,
  l2: 5,
  seed: 1,
};
const FOLDS = 5;
/** What limpia is for weighs more than shops and forums. */
const ARTICLE = 3;
const THRESHOLDS = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

async function main(): Promise<void> {
  const pages: Page[] = [];
  for await (const line of createInterface({ input: stdin })) pages.push(pageOf(JSON.parse(line) as Row));
  const usable = pages.filter(({ lines }) => lines.length > 0);
  if (argv.includes('--validate')) validate(usable);
  else stdout.write(render(train(usable)));
}

function train(pages: readonly Page[]): ForestData {
  const chance = random(OPTIONS.seed);
  const all = [...pages, ...pages.flatMap(page => thinned(page, chance) ?? [])];
  const names = [...new Set(all.map(({ row }) => row.page))];
  const rows = all.flatMap(({ lines }) => lineFeatures(lines.map(knowLine)));
  const labels = Uint8Array.from(all.flatMap(({ isContent }) => isContent.map(one => Number(!one))));
  const groups = Int32Array.from(all.flatMap(({ row, lines }) => lines.map(() => names.indexOf(row.page))));
  const bins = binRows(rows, FEATURES.length);
  const trees = boost(bins, labels, weightsOf(all), groups, OPTIONS);
  return encode(FEATURES, bins.thresholds, trees);
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

function validate(pages: readonly Page[]): void {
  const results = new Map<string, Outcome[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = decodeForest(train(pages.filter(page => foldOf(page, FOLDS) !== fold)), FEATURES);
    const seen = pages.filter(page => foldOf(page, FOLDS) === fold && page.row.ptype === 'article');
    for (const page of seen)
      for (const threshold of [1.1, ...THRESHOLDS]) {
        const key = `${page.row.level.padEnd(5)} ${threshold > 1 ? 'rules' : threshold.toFixed(2)}`;
        results.set(key, [
          ...(results.get(key) ?? []),
          outcomeOf(page, chooseLines(page.lines, forest, threshold)),
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
