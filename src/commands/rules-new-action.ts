import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isError, refusal } from '../core/diagnostic.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { DEFAULT_RULES } from '../engine/load-settings.js';
import { commandName } from '../report/command-name.js';
import { coloursFor } from '../report/colours.js';
import { showExamples } from '../report/examples.js';
import { shellWord } from '../report/format.js';
import { loadRules, schemaHeader } from '../rules/load.js';
import { runExamples } from '../rules/run-examples.js';
import { addRule, type Wanted } from '../rules/scaffold.js';
import { compileRules, type RuleFile } from '../strip/compile.js';
import type { Rule } from '../strip/rule.js';
import { nodeDisk } from '../write/node-disk.js';

export interface RulesNewOptions {
  readonly drop: readonly string[];
  readonly keep?: readonly string[];
  readonly to: Wanted['to'];
  readonly why: string;
  readonly rules: string;
  readonly json?: boolean;
}

/** `limpia rules new`: from a line that slipped through to a rule that works. */
export function rulesNew(id: string, options: RulesNewOptions): ExitCode {
  const { drop, keep = [], to, why, rules: folder } = options;
  const file = fileOf(id, folder);
  const old = existsSync(file.name) ? readFileSync(file.name, 'utf8') : undefined;
  if (old !== undefined && compiled({ ...file, text: old }).some(rule => rule.id === id))
    throw new LimpiaError(`${file.name} has a rule ${id} already.`, EXIT.usage, 'Edit it there.');
  const replaces = compiledAll(folder).some(rule => rule.id === id && rule.shipped);
  const text = addRule(old, { id, why, drop, keep, to }, schemaHeader(file.name));
  const rules = compiled({ ...file, text });
  nodeDisk.makeFolder(dirname(file.name));
  writeFileSync(file.name, text);
  const result = runExamples(rules.filter(rule => rule.id === id));
  if (replaces) process.stderr.write(`It takes the place of limpia's own rule ${id}.\n`);
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ rule: id, file: file.name, ...result })}\n`);
  else
    process.stdout.write(
      `${file.name}: ${id}\n${showExamples(result, true, coloursFor(process.stdout))}Next: ${commandName()} rules try ${id}${folder === DEFAULT_RULES ? '' : ` --rules ${shellWord(folder)}`}\n`,
    );
  return result.failed.length > 0 ? EXIT.failed : EXIT.ok;
}

/** The file of a rule. @throws LimpiaError when its id is none. */
function fileOf(id: string, folder: string): { readonly path: string; readonly name: string } {
  const parts = id.split('/');
  if (parts.length < 2 || !parts.every(part => /^[\w-][\w.-]*$/.test(part)))
    throw new LimpiaError(
      `"${id}" is no id of a rule.`,
      EXIT.usage,
      'It is file and name: en/related/more-in.',
    );
  const topic = parts.slice(0, -1).join('/');
  const path = existsSync(join(folder, `${topic}.yaml`)) ? `${topic}.yaml` : `${topic}.yml`;
  return { path, name: join(folder, path) };
}

/** The rules of one file. @throws LimpiaError when it has faults. */
function compiled(file: Omit<RuleFile, 'shipped'>): readonly Rule[] {
  const { ruleSet, diagnostics } = compileRules([{ ...file, shipped: false }]);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw refusal(errors);
  return ruleSet.rules;
}

function compiledAll(folder: string): readonly Rule[] {
  return compileRules(loadRules(folder).files).ruleSet.rules;
}
