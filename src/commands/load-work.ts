import type { Config } from '../config/schema.js';
import { readSettings } from '../engine/load-settings.js';
import { cachedSample } from '../engine/sample-cache.js';
import type { SampleDocument } from '../engine/sample.js';
import type { RuleFile } from '../strip/compile.js';
import type { CompileOptions } from '../strip/compile-checked.js';
import type { RuleSet } from '../strip/rule-set.js';
import { nodeDisk } from '../write/node-disk.js';
import type { SampleOptions } from './sample-options.js';

export interface Work {
  readonly config: Config;
  readonly files: readonly RuleFile[];
  readonly options: CompileOptions;
  readonly ruleSet: RuleSet;
  readonly sample: readonly SampleDocument[];
}

/** Rules and data of a command that looks at raw data. @throws LimpiaError when a rule does not load or there is nothing to read. */
export async function loadWork(input: string, { rules, level, documents }: SampleOptions): Promise<Work> {
  const { settings, files, options, compiled } = readSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
  });
  const { config } = settings;
  const { ruleSet } = compiled;
  return { config, files, options, ruleSet, sample: await cachedSample(nodeDisk, input, config, documents) };
}
