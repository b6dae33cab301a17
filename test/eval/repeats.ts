import { apply } from '../../dist/core/edits.js';
import { memoryBins } from '../../dist/settle/bins.js';
import { furniture } from '../../dist/settle/furniture.js';
import { lineKeys } from '../../dist/settle/lines.js';
import { countRepeats } from '../../dist/settle/repeats.js';
import { loadRules } from '../../dist/rules/load.js';
import { compileRules } from '../../dist/strip/compile.js';
import { repeatRules } from '../../dist/strip/repeat-rules.js';
import { type Page, sites } from '../support/site.js';
import { scoreSites } from '../support/site-score.js';
import { readRows, text } from './rows.js';

const RULES = repeatRules(compileRules(loadRules('').files).ruleSet, 'safe');
const LEAST = RULES.least ?? { documents: 0, lines: 0, share: 0 };
const SITES = 50;
const SEEDS = [7, 20261121, 99];

/**
 * `npm run eval -- repeats [FILE]`: how much of made page furniture is found by its repetition, and how many lines of the
 * bodies within go with it; on three sets of 50 sites. FILE holds bodies to use: rows with a `text`.
 */
export function repeats(file: string): void {
  const known = file === '' ? [] : bodiesOf(file);
  console.log('| seed | pages | furniture found | body lines lost |\n| --- | --- | --- | --- |');
  for (const seed of SEEDS) {
    const pages = sites(SITES, seed, known);
    const { furniture: all, found, body, lost } = scoreSites(pages, cleaned(pages), LEAST.documents);
    const [share, loss] = [((100 * found) / all).toFixed(2), ((100 * lost.length) / body).toFixed(3)];
    console.log(
      `| ${seed} | ${pages.length} | ${found} of ${all} = ${share} % | ${lost.length} of ${body} = ${loss} % |`,
    );
    for (const line of [...new Set(lost)].slice(0, 3)) console.error(`  lost: ${line}`);
  }
}

/** The lines that each page keeps, by the rules that limpia brings. */
function cleaned(pages: readonly Page[]): string[][] {
  const texts = pages.map(({ host, lines }) => ({ host, text: lines.map(line => line.text).join('\n') }));
  const rows = texts.map(({ host, text: page }) => ({ host, ...lineKeys(page, host) }));
  const { documents, holding } = countRepeats(() => rows, LEAST, memoryBins);
  return texts.map(({ host, text: page }) => {
    const counts = { host, documents: documents(host), holding };
    const { edits } = furniture(page, '', counts, RULES.rulesFor(page, { lang: 'und', site: host }));
    return apply(page, edits).split('\n');
  });
}

/** Variants that a set made of its texts are left out. */
function bodiesOf(file: string): string[][] {
  return readRows(file)
    .filter(row => ['', 'unique'].includes(text(row, 'kind')))
    .map(row => (text(row, 'text') || text(row, 'gold')).split('\n').filter(line => line.trim() !== ''))
    .filter(lines => lines.length > 0);
}
