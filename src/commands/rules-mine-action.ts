import { join } from 'node:path';
import { EXIT, type ExitCode } from '../core/errors.js';
import { plural } from '../report/format.js';
import { rulesFolder } from '../engine/load-settings.js';
import { schemaHeader } from '../rules/load.js';
import { mine } from '../rules/mine.js';
import { minedYaml } from '../rules/mined-yaml.js';
import type { RulesMineOptions } from './rules-mine.js';
import { loadWork } from './load-work.js';

/** `limpia rules mine`: what do the rules still let through? */
export async function rulesMine(input: string, options: RulesMineOptions): Promise<ExitCode> {
  const { minDocuments, top: most, json = false } = options;
  const { config, ruleSet, sample } = await loadWork(input, options);
  const mined = mine(sample, ruleSet, config.level, { minDocuments, most });
  if (json) process.stdout.write(`${JSON.stringify({ documents: sample.length, proposals: mined })}\n`);
  else if (mined.length > 0) {
    const file = join(rulesFolder(options.rules), 'mined.yml');
    process.stdout.write(minedYaml(mined, schemaHeader(file)));
  }
  if (!json)
    process.stderr.write(
      `${plural(sample.length, 'document')}: ${mined.length === 0 ? 'nothing' : plural(mined.length, 'proposal')} for lines on ${minDocuments} or more that neither a rule nor repeat takes out\n`,
    );
  return EXIT.ok;
}
