import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpus } from './corpus.js';
import { median } from './measure.js';

interface Built {
  readonly compileRules: (files: readonly { path: string; text: string; shipped: boolean }[]) => {
    readonly ruleSet: { readonly rules: readonly unknown[] };
    readonly diagnostics: readonly unknown[];
  };
  readonly stripStage: (ruleSet: unknown) => { run: (text: string, context: unknown) => unknown };
  readonly NO_CONTEXT: object;
}

const built = async <K extends keyof Built>(path: string): Promise<Pick<Built, K>> =>
  (await import(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href)) as Pick<Built, K>;

const COUNTS = [0, 50, 200, 1000] as const;
const DOCUMENTS = 3000;
/** Passes over the documents in a round: one is too short to measure. */
const PASSES = 10;

/** What rules cost by their number, on the same documents: a table in Markdown. Rounds alternate; medians are quoted. */
export async function ruleCosts(runs: number): Promise<string> {
  const { compileRules } = await built<'compileRules'>('strip/compile.js');
  const { stripStage } = await built<'stripStage'>('strip/stage.js');
  const { NO_CONTEXT } = await built<'NO_CONTEXT'>('core/stage.js');
  const documents = corpus();
  // Every other document has a sentence a line: short lines are what most rules look at.
  const texts = Array.from({ length: DOCUMENTS }, (_, i) =>
    i % 2 === 0 ? documents.next().value.text : documents.next().value.text.replaceAll('. ', '.\n'),
  );
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const contestants = COUNTS.map(count => {
    const { ruleSet, diagnostics } = compileRules([
      { path: 'any/bench.yml', text: ruleFile(count), shipped: false },
    ]);
    if (ruleSet.rules.length !== count || diagnostics.length > 0)
      throw new Error(`${count} rules do not load`);
    return { count, stage: stripStage(ruleSet), seconds: [] as number[] };
  });
  for (let run = 0; run <= runs; run++) {
    for (const { stage, seconds } of contestants) {
      const started = process.cpuUsage();
      for (let pass = 0; pass < PASSES; pass++) for (const text of texts) stage.run(text, NO_CONTEXT);
      if (run > 0) seconds.push(process.cpuUsage(started).user / 1e6 / PASSES);
    }
  }
  const base = median(contestants.find(({ count }) => count === 50)?.seconds ?? []);
  const rows = contestants.map(({ count, seconds }) => {
    const time = median(seconds);
    return `| ${count} | ${(1000 * time).toFixed(0)} | ${(megabytes / time).toFixed(0)} | ${(time / base).toFixed(2)} |`;
  });
  return [
    `${megabytes.toFixed(0)} MB of documents, rules alone, median of ${runs} rounds after one warm-up\n`,
    '| rules | CPU ms | MB/s | of 50 rules |\n| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const FIRST = ['Share', 'Read', 'Sign up', 'Follow', 'More', 'Photo', 'Print', 'Save', 'Join', 'Watch'];
const THEN = ['this', 'our', 'the', 'all', 'your', 'every', 'next', 'last', 'local', 'daily'];
const LAST = ['page', 'story', 'letter', 'channel', 'gallery', 'report', 'podcast', 'team', 'offer', 'club'];

/** Rules of the kinds that people write, in the shares in which limpia's own come; each stands for another label. */
function ruleFile(count: number): string {
  const rules = Array.from({ length: count }, (_, i) => {
    const label = `${FIRST[i % 10] ?? ''} ${THEN[((i / 10) % 10) | 0] ?? ''} ${LAST[((i / 100) % 10) | 0] ?? ''}`;
    return `  r${i}:\n    why: A label.\n    ${body(label, i)}\n    examples: [{ drop: '${label}' }, { keep: 'x' }]\n`;
  });
  return `rules:${count === 0 ? ' {}' : ''}\n${rules.join('')}`;
}

function body(label: string, i: number): string {
  switch (i % 10) {
    case 0:
      return `line: { starts: '${label}', maxWords: 12 }`;
    case 1:
      return `line: '^${label} \\d{1,4}$'`;
    case 2:
      return `line: { regex: '(?:^|\\| ?)${label}', ignoreCase: true, maxWords: 20 }`;
    case 3:
      return `block: { from: '${label}', to: end }`;
    case 4:
      return `caption: { ends: '${label}' }`;
    case 5:
      return `prefix: '^${label}: '`;
    default:
      return `line: ['${label}', '${label} now']`;
  }
}
