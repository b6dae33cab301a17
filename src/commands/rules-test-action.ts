import { type Diagnostic, formatDiagnostic, isError } from '../core/diagnostic.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { suggest } from '../core/suggest.js';
import { rulesFolder } from '../engine/load-settings.js';
import { coloursFor } from '../report/colours.js';
import { showExamples } from '../report/examples.js';
import { findAttacks } from '../rules/attacks.js';
import { loadRules } from '../rules/load.js';
import { runExamples } from '../rules/run-examples.js';
import { compileRules } from '../strip/compile.js';
import type { Rule } from '../strip/rule.js';

export interface RulesTestOptions {
  readonly rules?: string;
  readonly json?: boolean;
}

/** `limpia rules test`: do the rules do what their examples say? */
export async function rulesTest(id: string | undefined, options: RulesTestOptions): Promise<ExitCode> {
  const { files } = loadRules(rulesFolder(options.rules));
  const { ruleSet, diagnostics: faults } = compileRules(files);
  const rules = select(ruleSet.rules, id, faults);
  // Limpia's own rules have been searched; a rule that is named is one somebody works on.
  const attacks = await findAttacks(id === undefined ? rules.filter(({ shipped }) => !shipped) : rules);
  const diagnostics = [...faults, ...(attacks ?? [])];
  const result = runExamples(rules);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ ...result, diagnostics })}\n`);
  else {
    for (const diagnostic of diagnostics) process.stdout.write(`${formatDiagnostic(diagnostic)}\n\n`);
    process.stdout.write(showExamples(result, !faults.some(isError), coloursFor(process.stdout)));
  }
  if (diagnostics.some(isError)) return EXIT.configuration;
  return result.failed.length > 0 ? EXIT.failed : EXIT.ok;
}

function select(
  rules: readonly Rule[],
  id: string | undefined,
  faults: readonly Diagnostic[],
): readonly Rule[] {
  if (id === undefined) return rules;
  const chosen = rules.filter(rule => rule.id === id || rule.id.startsWith(`${id}/`));
  if (chosen.length > 0 || faults.some(isError)) return chosen;
  throw new LimpiaError(
    `There is no rule ${id}.`,
    EXIT.usage,
    suggest(
      id,
      rules.map(rule => rule.id),
    ),
  );
}
