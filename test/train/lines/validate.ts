/** What a model does to pages of domains that it has not seen. */
import { stderr, stdout } from 'node:process';
import { learn } from './learn.js';
import { foldOf, type Outcome, outcomeOf, type Page } from './pages.js';
import { choose, decodeModel } from './program.js';

const FOLDS = 5;
const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
/** A page that loses more of its article than this is counted as one that was harmed. */
const HARM = 0.05;

/**
 * Prints gains and losses by level of the pages and by threshold; the first of each level is what rules do alone. A fold
 * takes minutes: what is known so far is told after each.
 */
export function validate(all: readonly Page[]): void {
  const pages = all.filter(({ lines }) => lines.length > 0);
  const results = new Map<string, Outcome[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = decodeModel(learn(pages.filter(page => foldOf(page, FOLDS) !== fold)));
    const unseen = pages.filter(page => foldOf(page, FOLDS) === fold && page.row.ptype === 'article');
    for (const page of unseen)
      for (const threshold of [1.1, ...THRESHOLDS]) {
        const key = `${page.row.level.padEnd(5)} ${threshold > 1 ? 'rules' : threshold.toFixed(2)}`;
        const outcome = outcomeOf(page, choose(page.lines, model, threshold));
        results.set(key, [...(results.get(key) ?? []), outcome]);
      }
    stderr.write(`\nfold ${fold + 1} of ${FOLDS}\n${tableOf(results)}`);
  }
  stdout.write(tableOf(results));
}

function tableOf(results: ReadonlyMap<string, readonly Outcome[]>): string {
  let table = '';
  for (const [key, outcomes] of [...results].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const gain = outcomes.reduce((sum, one) => sum + one.gain, 0) / outcomes.length;
    const lost = outcomes.filter(one => one.lost > HARM).length / outcomes.length;
    table += `${key} ${outcomes.length} pages, gain ${gain.toFixed(4)}, over 5 % lost on ${(100 * lost).toFixed(1)} %\n`;
  }
  return table;
}
