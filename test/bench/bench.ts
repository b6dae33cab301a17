import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { ruleCosts } from './rules.js';
import { benchMojibake } from './mojibake.js';

/**
 * `npm run bench [-- mojibake --mb N --runs N]`: the speed of `limpia clean` on a generated corpus, as a ratio to a bare
 * pass-through of the same file in the same run. Runs alternate; medians are quoted.
 * Then the speed of mojibake repair side by side with other tools; with `mojibake`, that alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mb: { type: 'string', default: '100' }, runs: { type: 'string', default: '3' } },
});
const bytes = Number(values.mb) * 1e6;
const runs = Number(values.runs);
const cli = join(import.meta.dirname, '../../dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'limpia-bench-'));

interface Usage {
  /** Wall-clock seconds. */
  readonly wall: number;
  /** Processor seconds of all threads. */
  readonly seconds: number;
  /** Peak resident bytes. */
  readonly memory: number;
}

function measure(args: readonly string[]): Usage {
  const usage = join(folder, 'usage.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', join(import.meta.dirname, 'peak.js'), ...args],
    {
      env: { ...process.env, LIMPIA_BENCH_USAGE: usage },
    },
  );
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr.toString()}`);
  return { wall, ...(JSON.parse(readFileSync(usage, 'utf8')) as Omit<Usage, 'wall'>) };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

function benchPipeline(): void {
  const input = join(folder, 'raw', 'corpus.jsonl');
  mkdirSync(join(folder, 'raw'));
  writeCorpus(input, bytes);
  const size = statSync(input).size;
  const clean = (workers: string) => (): Usage => {
    const out = join(folder, `clean-${workers}`);
    rmSync(out, { recursive: true, force: true });
    return measure([cli, 'clean', join(folder, 'raw'), '--out', out, '--workers', workers, '--quiet']);
  };
  const contestants: Record<string, () => Usage> = {
    'pass-through': () =>
      measure([join(import.meta.dirname, 'pass-through.js'), input, join(folder, 'copy.jsonl')]),
    'limpia, 1 worker': clean('1'),
    'limpia, 2 workers': clean('2'),
  };
  const results = new Map<string, Usage[]>(Object.keys(contestants).map(name => [name, []]));
  for (let run = 0; run <= runs; run++)
    for (const [name, contest] of Object.entries(contestants)) {
      const usage = contest();
      if (run > 0) results.get(name)?.push(usage);
    }
  const base = median((results.get('pass-through') ?? []).map(({ wall }) => wall));
  console.log(`${(size / 1e6).toFixed(0)} MB of JSONL, median of ${runs} runs after one warm-up (min–max)\n`);
  console.log('| | MB/s | of pass-through | CPU s | peak MB |\n| --- | --- | --- | --- | --- |');
  for (const [name, usages] of results) {
    const rates = usages.map(({ wall }) => size / 1e6 / wall);
    const wall = median(usages.map(usage => usage.wall));
    console.log(
      `| ${name} | ${median(rates).toFixed(1)} (${Math.min(...rates).toFixed(1)}–${Math.max(...rates).toFixed(1)}) | ${(base / wall).toFixed(2)} ` +
        `| ${median(usages.map(({ seconds }) => seconds)).toFixed(1)} | ${(Math.max(...usages.map(({ memory }) => memory)) / 1e6).toFixed(0)} |`,
    );
  }
}

try {
  if (!positionals.includes('mojibake')) benchPipeline();
  benchMojibake(Math.max(runs, 5));
  console.log(`\n${await ruleCosts(runs)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
