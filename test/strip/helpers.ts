import { apply } from '../../src/core/edits.js';
import type { Diagnostic } from '../../src/core/diagnostic.js';
import { type Context, NO_CONTEXT, type StageResult } from '../../src/core/stage.js';
import { compileRules } from '../../src/strip/compile.js';
import { type CompileOptions, NO_OPTIONS } from '../../src/strip/compile-checked.js';
import type { RuleSet } from '../../src/strip/rule-set.js';
import { stripStage } from '../../src/strip/stage.js';

/** Lines of prose: long, with the ends of sentences. */
export const PROSE = [
  'The ferry to the island leaves twice a day in winter, and when the wind blows from the north it does not leave at all. People keep a loaf in the freezer for that.',
  'Last week it blew for four days. The shop sold its last milk on the second, and on the third the teacher, who had run out of coffee, sent the children home at noon.',
  'Nobody complained. The timetable on the pier has said for as long as anyone remembers that the captain decides, and below it someone has written that the sea does.',
  'When the boat came on the fifth day it brought the post of a week, a new boiler for the school, and a surveyor who wanted to know how often such a thing happened.',
] as const;

export const [P1, P2, P3, P4] = PROSE;
export const BODY = PROSE.join('\n');

/** A rule file around the body of one rule, with a reason and examples that satisfy the schema. */
export function ruleFile(body: string, about = ''): string {
  const rule = body
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
  return `${about}rules:\n  one:\n    why: A test.\n${rule}\n    examples:\n      - drop: 'Some line'\n      - keep: 'Another line'\n`;
}

/** Texts of a line or two would be over the usual limit. */
const NO_LIMITS = { share: 1, perDocument: 1000 };

export interface Compiled {
  readonly ruleSet: RuleSet;
  readonly diagnostics: readonly Diagnostic[];
}

export function compile(
  files: Readonly<Record<string, string>>,
  options: Partial<CompileOptions> = {},
): Compiled {
  return compileRules(
    Object.entries(files).map(([path, text]) => ({ path, text, shipped: false })),
    { ...NO_OPTIONS, limits: NO_LIMITS, ...options },
  );
}

/**
 * What one pass of the rules makes of a text.
 * @throws when the rules have faults.
 */
export function strip(
  files: string | Readonly<Record<string, string>>,
  text: string,
  { options = {}, ...context }: Partial<Context> & { options?: Partial<CompileOptions> } = {},
): StageResult & { readonly text: string } {
  const { ruleSet, diagnostics } = compile(typeof files === 'string' ? { 'a.yml': files } : files, options);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const result = stripStage(ruleSet).run(text, { ...NO_CONTEXT, ...context });
  return { ...result, text: apply(text, result.edits) };
}
