import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic, isError, refusal } from '../core/diagnostic.js';
import type { Level } from '../core/document.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { parseYaml, type YamlSource } from '../core/yaml.js';
import { type SettingsHashes, settingsHashes } from './settings.js';
import { CONFIGURATION, loadRules } from '../rules/load.js';
import { type Compiled, compileRules, type RuleFile } from '../strip/compile.js';
import type { CompileOptions, RunRules } from '../strip/compile-checked.js';
import { compileOptions } from './compile-options.js';
import { knownRules, type RuleMemo } from '../strip/rule-memo.js';
import { type Config, configSchema, DEFAULT_CONFIG } from '../config/schema.js';

export interface Settings {
  /** Those that limpia brings and the user's, as they were read and checked. */
  readonly rules: RunRules;
  readonly memo: RuleMemo;
  readonly config: Config;
  /** Rules that run. */
  readonly ruleCount: number;
  readonly hashes: SettingsHashes;
  /** What of the settings has no effect, or costs time, for a person; a run goes on all the same. */
  readonly warnings: readonly string[];
}

export const DEFAULT_RULES = 'rules';

export interface Named {
  /** The folder that the user named. */
  readonly rules?: string;
  /** What the command line says. */
  readonly level?: Level;
  readonly sample?: number;
}

/** Settings with what they were made from. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly files: readonly RuleFile[];
  readonly options: CompileOptions;
  readonly compiled: Compiled;
}

/**
 * The configuration and rules of a run, checked.
 * @throws LimpiaError with every fault of every file.
 */
export function loadSettings(named: Named): Settings {
  return readSettings(named).settings;
}

/** @throws LimpiaError with every fault of every file. */
export function readSettings({ rules, level, sample }: Named): ReadSettings {
  const folder = rulesFolder(rules);
  const { config: named, place } = loadConfig(configFile(folder));
  const config: Config = level === undefined ? named : { ...named, level };
  const { files, accept } = loadRules(folder);
  const options = compileOptions(config, accept, place);
  const compiled = compileRules(files, options);
  const { diagnostics, checked, count: ruleCount } = compiled;
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw refusal(errors);
  const hashes = settingsHashes(config, files, accept, sample);
  const warnings = diagnostics.map(formatDiagnostic);
  const run = { files: checked, accept };
  // Threads get files that are checked.
  const memo = { ...knownRules(), files: [] };
  return {
    settings: { rules: run, memo, config, ruleCount, hashes, warnings },
    files,
    options,
    compiled,
  };
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

/** `pipeline.yml`, or as others write the ending; '' where there is none. */
function configFile(folder: string): string {
  const [file = '', ...more] = CONFIGURATION.map(name => join(folder, name)).filter(path => existsSync(path));
  if (more.length > 0)
    throw new LimpiaError(
      `There are ${[file, ...more].join(' and ')}.`,
      EXIT.configuration,
      'Keep one of them.',
    );
  return file;
}

function loadConfig(file: string): { config: Config; place?: YamlSource['at'] | undefined } {
  if (file === '') return { config: DEFAULT_CONFIG };
  const { value, diagnostics, at } = parseYaml(readFileSync(file, 'utf8'), file, configSchema);
  if (value === undefined) throw refusal(diagnostics);
  return { config: value, place: at };
}
