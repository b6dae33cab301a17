import type { Command } from 'commander';
import type { Config } from '../config/schema.js';
import type { Level } from '../core/document.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { formatDiagnostic, isError } from '../core/diagnostic.js';
import { limitsOf, loadSettings } from '../engine/load-settings.js';
import { cachedSample } from '../engine/sample-cache.js';
import type { SampleDocument } from '../engine/sample.js';
import { loadRules } from '../rules/load.js';
import { compileRules, type CompileOptions, type RuleFile } from '../strip/compile.js';
import type { RuleSet } from '../strip/rule-set.js';
import { nodeDisk } from '../write/node-disk.js';
import { levelOption, positiveInteger } from './options.js';

/** As many documents as show what a rule does, and few enough to wait for. */
const DOCUMENTS = 10_000;

export interface SampleOptions {
  readonly rules?: string;
  readonly level?: Level;
  readonly documents: number;
  readonly json?: boolean;
}

/** The options of every command that looks at raw data. */
export function sampleOptions(command: Command): Command {
  return command
    .option('--rules <DIR>', 'folder of your rules (default: "rules", where there is one)')
    .addOption(levelOption())
    .option('--documents <N>', 'look at no more documents', positiveInteger, DOCUMENTS)
    .option('--json', 'print the result as JSON on stdout');
}

export interface Work {
  readonly config: Config;
  readonly files: readonly RuleFile[];
  readonly options: CompileOptions;
  readonly ruleSet: RuleSet;
  readonly sample: readonly SampleDocument[];
}

/** Rules and data of such a command. @throws LimpiaError when a rule does not load or there is nothing to read. */
export async function loadWork(input: string, { rules, level, documents }: SampleOptions): Promise<Work> {
  const { rules: folder, config } = loadSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
  });
  const { files, accept } = loadRules(folder);
  const options = { off: config.off, limits: limitsOf(config), accept };
  const { ruleSet, diagnostics } = compileRules(files, options);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new LimpiaError(errors.map(formatDiagnostic).join('\n\n'), EXIT.configuration);
  return { config, files, options, ruleSet, sample: await cachedSample(nodeDisk, input, config, documents) };
}
