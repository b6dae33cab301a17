import { EXIT, type ExitCode } from '../core/errors.js';
import { plural } from '../report/format.js';
import { mine } from '../rules/mine.js';
import { minedYaml } from '../rules/mined-yaml.js';
import type { RulesMineOptions } from './rules-mine.js';
import { loadWork } from './sample-options.js';

/** `limpia rules mine`: what do the rules still let through? */
export async function rulesMine(input: string, options: RulesMineOptions): Promise<ExitCode> {
  const { minDocuments, top: most, json = false } = options;
  const { config, ruleSet, sample } = await loadWork(input, options);
  const mined = mine(sample, ruleSet, config.level, { minDocuments, most });
  if (json) process.stdout.write(`${JSON.stringify({ documents: sample.length, lines: mined })}\n`);
  else if (mined.length > 0) process.stdout.write(minedYaml(mined));
  if (!json)
    process.stderr.write(
      `${plural(sample.length, 'document')}: ${mined.length === 0 ? 'no line' : plural(mined.length, 'line')} on ${minDocuments} or more that no rule takes out\n`,
    );
  return EXIT.ok;
}
