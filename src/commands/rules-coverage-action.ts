import { EXIT, type ExitCode } from '../core/errors.js';
import { coloursFor } from '../report/colours.js';
import { showCoverage } from '../report/show-coverage.js';
import { coverage } from '../rules/coverage.js';
import { timings } from '../rules/timings.js';
import { loadWork } from './load-work.js';
import type { SampleOptions } from './sample-options.js';

/** Documents on which each rule is timed, and how many of the slowest are told. */
const TIMED = 50;
const SLOWEST = 5;

/** `limpia rules coverage`: which rules earn their place? */
export async function rulesCoverage(input: string, options: SampleOptions): Promise<ExitCode> {
  const { config, ruleSet, sample } = await loadWork(input, options);
  const rules = coverage(sample, ruleSet, config.level);
  const slowest = timings(sample.slice(0, TIMED), ruleSet, config.level, () => performance.now()).slice(
    0,
    SLOWEST,
  );
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ documents: sample.length, rules, slowest })}\n`);
  else process.stdout.write(showCoverage(sample.length, rules, slowest, coloursFor(process.stdout)));
  const idle = rules.some(({ shipped, state }) => !shipped && (state === 'never' || state === 'shadowed'));
  return idle ? EXIT.failed : EXIT.ok;
}
