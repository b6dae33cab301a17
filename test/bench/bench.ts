import { parseArgs } from 'node:util';
import { benchLanguage } from './language.js';
import { benchMojibake } from './mojibake.js';
import { benchPipeline, benchStart } from './pipeline.js';
import { ruleCosts } from './rules.js';

/**
 * `npm run bench [-- pipeline start rules mojibake language --mb N --files N --runs N]`: speed as ratios to others in the same
 * run, as tables in Markdown: of the whole pipeline, of starting, of rules by their number, of mojibake repair, of
 * language tags. All of it, or the parts that are named. Runs alternate; medians are quoted.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mb: { type: 'string', default: '300' },
    files: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);

const PARTS: Readonly<Record<string, () => string | Promise<string>>> = {
  start: () => benchStart(runs),
  rules: () => ruleCosts(runs),
  mojibake: () => benchMojibake(Math.max(runs, 5)),
  language: () => benchLanguage(Math.max(runs, 5)),
  pipeline: () => benchPipeline({ bytes: Number(values.mb) * 1e6, files: Number(values.files), runs }),
};
for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  const bench = PARTS[part];
  if (!bench) throw new Error(`There is no part "${part}": ${Object.keys(PARTS).join(', ')}.`);
  console.log(`\n## ${part}\n\n${await bench()}`);
}
