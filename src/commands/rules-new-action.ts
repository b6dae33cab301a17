import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatDiagnostic, isError } from '../core/diagnostic.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { coloursFor } from '../report/colours.js';
import { showExamples } from '../report/examples.js';
import { schemaHeader } from '../rules/load.js';
import { runExamples } from '../rules/run-examples.js';
import { addRule } from '../rules/scaffold.js';
import { compileRules } from '../strip/compile.js';

export interface RulesNewOptions {
  readonly drop: readonly string[];
  readonly keep: readonly string[];
  readonly why: string;
  readonly rules: string;
  readonly json?: boolean;
}

/** `limpia rules new`: from a line that slipped through to a rule that works. */
export function rulesNew(id: string, { drop, keep, why, rules: folder, json }: RulesNewOptions): ExitCode {
  const cut = id.lastIndexOf('/');
  if (cut < 1 || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(id) || id.split('/').includes('..'))
    throw new LimpiaError(
      `"${id}" is no id of a rule.`,
      EXIT.usage,
      'It is file and name: en/related/more-in.',
    );
  const path = `${id.slice(0, cut)}.yml`;
  const file = join(folder, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const known = old === undefined ? [] : compiled(path, old, file).rules.map(rule => rule.id);
  if (known.includes(id))
    throw new LimpiaError(`${file} has a rule ${id} already.`, EXIT.usage, 'Edit it there.');
  const text = addRule(old, { id, why, drop, keep }, schemaHeader(file));
  const { rules, errors } = compiled(path, text, file);
  if (errors !== '') throw new LimpiaError(errors, EXIT.configuration);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const result = runExamples(rules.filter(rule => rule.id === id));
  if (json === true) process.stdout.write(`${JSON.stringify({ rule: id, file, ...result })}\n`);
  else
    process.stdout.write(
      `${file}: ${id}\n${showExamples(result, coloursFor(process.stdout))}Next: limpia rules try ${id}\n`,
    );
  return result.failed.length > 0 ? EXIT.failed : EXIT.ok;
}

function compiled(path: string, text: string, name: string) {
  const { ruleSet, diagnostics } = compileRules([{ path, text, shipped: false, name }]);
  return { rules: ruleSet.rules, errors: diagnostics.filter(isError).map(formatDiagnostic).join('\n\n') };
}
