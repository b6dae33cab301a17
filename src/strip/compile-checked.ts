import type { Diagnostic } from '../core/diagnostic.js';
import { languagesOf } from '../core/languages.js';
import { didYouMean, suggest } from '../core/suggest.js';
import type { YamlSource } from '../core/yaml.js';
import { compileAction, type RepeatCounts } from './compile-action.js';
import { KINDS } from './kinds.js';
import type { Fault } from './match.js';
import type { Rule } from './rule.js';
import type { CheckedFile } from './rule-memo.js';
import { ruleSetOf, type RuleSet } from './rule-set.js';
import type { FileSpec, RuleSpec } from './schema.js';

/** A file of rules that was read and checked. Plain data: a thread gets it instead of YAML. */
export interface CheckedRules extends CheckedFile {
  /** Relative to its rules folder; the rule's id comes from it. */
  readonly path: string;
  /** Comes with limpia; a user's rule of the same id replaces it. */
  readonly shipped: boolean;
}

/** Rules that are in order, and the lines that none may touch. */
export interface RunRules {
  readonly files: readonly CheckedRules[];
  readonly accept: readonly string[];
}

export interface CompileOptions {
  /** Ids of rules, or of all rules of a file or folder (`en/related`), that do not run. */
  readonly off: readonly string[];
  /** `share` of a document's text that one rule may take, and how often it may fire there. */
  readonly limits: { readonly share: number; readonly perDocument: number };
  /** What counts as repeated where a rule does not say it. */
  readonly repeat: RepeatCounts;
  /** Whole lines that no rule may touch. */
  readonly accept: readonly string[];
  /** Where pipeline.yml says what is off. */
  readonly place?: YamlSource['at'] | undefined;
}

export const NO_OPTIONS: CompileOptions = {
  off: [],
  limits: { share: 0.5, perDocument: 100 },
  repeat: { documents: 8, lines: 3 },
  accept: [],
};

/** Who is told of faults; `at` says where things stand in a file. */
export interface Teller {
  readonly report: (diagnostic: Diagnostic) => void;
  readonly at: YamlSource['at'];
}

/** Compiles rules that were checked before, so that there is nothing to tell. Pure. */
export function compileChecked(files: readonly CheckedRules[], options: CompileOptions): RuleSet {
  const rules = files.flatMap(file => {
    const at: YamlSource['at'] = (_path, message, hint = '') => ({ ...nowhere(file.path), message, hint });
    return rulesOf(file, options, { report: () => undefined, at });
  });
  const ids = new Set(rules.map(({ id }) => id));
  const runs = running(ids, options, () => undefined);
  return assemble(rules, runs, options);
}

/** Files with their rules of one kind only, as far as no later rule has their id. */
export function ofKind(files: readonly CheckedRules[], kind: (typeof KINDS)[number]): CheckedRules[] {
  const last = new Map(files.flatMap(file => file.rules.map(([rule]) => [idOf(file.path, rule), file])));
  return files.map(file => ({
    ...file,
    rules: file.rules.filter(
      ([rule, spec]) => spec[kind] !== undefined && last.get(idOf(file.path, rule)) === file,
    ),
  }));
}

function nowhere(file: string): Omit<Diagnostic, 'message' | 'hint'> {
  return { severity: 'error', file, line: 1, column: 1, sourceLine: '' };
}

/** Tells the rules that run from those that are off. */
export function running(
  ids: ReadonlySet<string>,
  { off, place }: CompileOptions,
  report: Teller['report'],
): (id: string) => boolean {
  const isMeant = (id: string, one: string): boolean => id === one || id.startsWith(`${one}/`);
  const names = [...ids];
  for (const [i, one] of off.entries())
    if (!names.some(id => isMeant(id, one))) report(noSuchRule(one, i, names, place));
  return id => !off.some(one => isMeant(id, one));
}

/** The rules that run, of files in order: a later rule replaces an earlier one of the same id. */
export function assemble(
  all: readonly Rule[],
  runs: (id: string) => boolean,
  { accept }: CompileOptions,
): RuleSet {
  const found = new Map(all.map(rule => [rule.id, rule]));
  const rules = [...found.values()].filter(({ id }) => runs(id)).map((rule, order) => ({ ...rule, order }));
  return ruleSetOf(rules, accept);
}

/** A rule's id is its file's path and its name. */
export function idOf(path: string, rule: string): string {
  return `${path.replace(/^rules\//, '').replace(/\.ya?ml$/, '')}/${rule}`;
}

function noSuchRule(
  id: string,
  index: number,
  known: readonly string[],
  place: CompileOptions['place'],
): Diagnostic {
  const message = `off: there is no rule "${id}".`;
  const hint = ruleHint(id, known);
  if (place) return place(['off', index], message, hint, { severity: 'warning' });
  return { severity: 'warning', file: 'pipeline.yml', line: 1, column: 1, sourceLine: '', message, hint };
}

/** "Did you mean …?": the rule of that name in another file, or one whose id is nearly the same; '' for neither. */
export function ruleHint(id: string, known: readonly string[]): string {
  const named = known.find(one => one.endsWith(`/${id.slice(id.lastIndexOf('/') + 1)}`));
  const slip = suggest(id, known);
  if (slip.startsWith('Did')) return slip;
  return named === undefined ? '' : didYouMean(named);
}

/** The rules of one file; those with a fault are left out and told of. */
export function rulesOf(
  { path, shipped, scopes, rules }: Omit<CheckedRules, 'scopes'> & { readonly scopes: FileSpec | undefined },
  { limits, repeat }: CompileOptions,
  { report, at }: Teller,
): Rule[] {
  return rules.flatMap(([rule, spec]) => {
    const compiled = compileRule(spec, scopes, rule, repeat, { report, at });
    if (!compiled || !scopes) return [];
    return [
      {
        ...compiled,
        id: idOf(path, rule),
        order: 0,
        share: spec.limits?.share ?? limits.share,
        perDocument: spec.limits?.['per-document'] ?? limits.perDocument,
        shipped,
        at: (below, ...rest) => at(['rules', rule, ...below], ...rest),
      } satisfies Rule,
    ];
  });
}

type Compiled = Omit<Rule, 'id' | 'order' | 'share' | 'perDocument' | 'shipped' | 'at'>;

function compileRule(
  spec: RuleSpec,
  file: FileSpec | undefined,
  name: string,
  usual: RepeatCounts,
  { report, at }: Teller,
): Compiled | undefined {
  const faults = { count: 0 };
  const fault: Fault = (path, message, hint, isWarning = false) => {
    if (!isWarning) faults.count++;
    report(
      at(['rules', name, ...path], message, hint, {
        severity: isWarning ? 'warning' : 'error',
        onKey: path.length === 0,
      }),
    );
  };
  if (!/^[\w.-]+$/.test(name))
    fault([], `"${name}" is no name for a rule.`, 'Use letters, digits, and - . _');
  checkExamples(spec, fault);
  const kinds = KINDS.filter(kind => spec[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    fault(
      [],
      kinds.length === 0
        ? 'This rule does not say what it does.'
        : `This rule does ${kinds.join(' and ')}: split it.`,
      `One of: ${KINDS.join(', ')}.`,
    );
    return undefined;
  }
  const action = compileAction(kind, spec, usual, fault);
  if (!action || faults.count > 0) return undefined;
  return {
    action,
    langs: [...new Set((spec.lang ?? file?.lang ?? []).flatMap(languagesOf))],
    hosts: (spec.host ?? file?.host ?? []).map(host => host.toLowerCase().replace(/^www\./, '')),
    position: spec.position ?? file?.position ?? 'any',
    level: spec.level ?? file?.level ?? 'safe',
    spec,
  };
}

function checkExamples({ examples, todo = [], keep, repeat }: RuleSpec, fault: Fault): void {
  for (const [what, list] of Object.entries({ examples, todo }))
    for (const [i, { on }] of list.entries()) {
      const [some = 0, all = 0] = on?.split(' of ').map(Number) ?? [];
      if (some > all)
        fault([what, i, 'on'], `There are no ${some} documents among ${all}.`, `Write ${all} of ${some}?`);
      else if (on !== undefined && !repeat)
        fault(
          [what, i, 'on'],
          'This rule does not ask on how many documents a line stands.',
          'Only rules of kind repeat do.',
        );
    }
  const fires = examples.some(
    one =>
      'drop' in one ||
      ('from' in one && (one.to !== undefined || one.fields !== undefined || one.caption !== undefined)),
  );
  const stays = examples.some(one => 'keep' in one);
  if (!fires && keep === undefined)
    fault(
      ['examples'],
      'No example shows what this rule takes or changes.',
      "Add - drop: '…' (or from: and to:).",
    );
  if (!stays)
    fault(
      ['examples'],
      'No example shows what this rule must leave alone.',
      "Add - keep: '…', something alike that is text.",
    );
}
