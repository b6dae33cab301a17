import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic, isError } from '../core/diagnostic.js';
import type { Level } from '../core/document.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { checkYaml, readYaml, type YamlSource } from '../core/yaml.js';
import { type SettingsHashes, settingsHashes } from './settings.js';
import { type LoadedRules, loadRules } from '../rules/load.js';
import { compileRules } from '../strip/compile.js';
import { knownRules, type RuleMemo } from '../strip/rule-memo.js';
import { type Config, configSchema, DEFAULT_CONFIG } from '../config/schema.js';

export interface Settings {
  /** Those that limpia brings and the user's, as they were read. */
  readonly rules: LoadedRules;
  readonly memo: RuleMemo;
  readonly config: Config;
  /** Rules that run. */
  readonly ruleCount: number;
  readonly hashes: SettingsHashes;
  /** What of the settings has no effect, or costs time, for a person; a run goes on all the same. */
  readonly warnings: readonly string[];
}

export const DEFAULT_RULES = 'rules';

/**
 * The configuration and rules of a run, checked: `rules` is the folder that the user named, `level` what the
 * command line says.
 * @throws LimpiaError with every fault of every file.
 */
export function loadSettings({
  rules,
  level,
  sample,
}: {
  rules?: string;
  level?: Level;
  sample?: number;
}): Settings {
  const folder = rulesFolder(rules);
  const { config: named, place } = loadConfig(join(folder, 'pipeline.yml'));
  const config: Config = level === undefined ? named : { ...named, level };
  const loaded = loadRules(folder);
  const { files, accept } = loaded;
  const options = { off: config.off, limits: limitsOf(config), accept, place };
  const { ruleSet, diagnostics } = compileRules(files, options);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new LimpiaError(errors.map(formatDiagnostic).join('\n\n'), EXIT.configuration);
  const hashes = settingsHashes(config, files, accept, sample);
  const warnings = diagnostics.map(formatDiagnostic);
  return { rules: loaded, memo: knownRules(), config, ruleCount: ruleSet.rules.length, hashes, warnings };
}

/**
 * The folder of rules that the user named, or the usual one, which need not exist.
 * @throws LimpiaError where the named one does not.
 */
export function rulesFolder(named: string | undefined): string {
  if (named !== undefined && !existsSync(named))
    throw new LimpiaError(
      `There is no folder ${named}.`,
      EXIT.configuration,
      'Leave --rules out to use the rules that limpia brings.',
    );
  return named ?? DEFAULT_RULES;
}

/** What the rules' compiler calls the limits. */
export function limitsOf({ limits }: Config): { share: number; perDocument: number } {
  return { share: limits.share, perDocument: limits['per-document'] };
}

function loadConfig(file: string): { config: Config; place?: YamlSource['at'] } {
  if (!existsSync(file)) return { config: DEFAULT_CONFIG };
  const { source, diagnostics } = readYaml(readFileSync(file, 'utf8'), file);
  const checked = source && checkYaml(source, [], configSchema);
  if (source && checked?.value !== undefined) return { config: checked.value, place: source.at };
  const faults = [...diagnostics, ...(checked?.diagnostics ?? [])];
  throw new LimpiaError(faults.map(formatDiagnostic).join('\n\n'), EXIT.configuration);
}
