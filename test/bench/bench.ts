import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../support/root.js';
import { benchLanguage } from './language.js';
import { benchMemory } from './memory.js';
import { benchMojibake } from './mojibake.js';
import { benchPipeline, benchStart } from './pipeline.js';
import { ruleCosts } from './rules.js';

/**
 * `npm run bench [-- pipeline start rules mojibake language memory --mb N --files N --runs N --save]`: speed as ratios to
 * others in the same run, as tables in Markdown: of the whole pipeline, of starting, of rules by their number, of mojibake
 * repair, of language tags; peak memory on much input, which is left out unless it is named. Runs alternate; medians are
 * quoted. With `--save` the tables are kept in test/bench/results/, by day and part.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mb: { type: 'string', default: '300' },
    files: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '5' },
    save: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);

const PARTS: Readonly<Record<string, () => string | Promise<string>>> = {
  start: () => benchStart(runs),
  rules: () => ruleCosts(runs),
  mojibake: () => benchMojibake(Math.max(runs, 5)),
  language: () => benchLanguage(Math.max(runs, 5)),
  pipeline: () => benchPipeline({ bytes: Number(values.mb) * 1e6, files: Number(values.files), runs }),
  memory: () => benchMemory({ bytes: Number(values.mb) * 1e6, files: Number(values.files) }),
};
const USUAL = Object.keys(PARTS).filter(part => part !== 'memory');

function save(part: string, tables: string): void {
  const folder = join(ROOT, 'test/bench/results');
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${platform()} ${arch()}, Node ${process.version}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${day}-${part}.md`), `# ${part}, ${day}\n\n${machine}\n\n${tables}\n`);
}

for (const part of positionals.length > 0 ? positionals : USUAL) {
  const bench = PARTS[part];
  if (!bench) throw new Error(`There is no part "${part}": ${Object.keys(PARTS).join(', ')}.`);
  const tables = await bench();
  console.log(`\n## ${part}\n\n${tables}`);
  if (values.save) save(part, tables);
}
