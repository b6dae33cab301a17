import type { Diagnostic } from '../core/diagnostic.js';
import { checkYaml, readYaml, type YamlSource } from '../core/yaml.js';
import { didYouMean, suggest } from '../core/suggest.js';
import { compileAction } from './compile-action.js';
import { languagesOf } from '../core/languages.js';
import type { Fault } from './match.js';
import type { Rule } from './rule.js';
import { type CheckedFile, ruleFiles } from './rule-memo.js';
import { ruleSetOf, type RuleSet } from './rule-set.js';
import { type FileSpec, fileSchema, KINDS, type RuleSpec, ruleSchema } from './schema.js';

/** A file of rules as it was read. */
export interface RuleFile {
  /** Relative to its rules folder; the rule's id comes from it. */
  readonly path: string;
  readonly text: string;
  /** Comes with limpia; a user's rule of the same id replaces it. */
  readonly shipped: boolean;
  /** What diagnostics call the file; `path` when missing. */
  readonly name?: string;
}

export interface CompileOptions {
  /** Ids of rules, or of all rules of a file or folder (`en/related`), that do not run. */
  readonly off: readonly string[];
  /** `share` of a document's text that one rule may take, and how often it may fire there. */
  readonly limits: { readonly share: number; readonly perDocument: number };
  /** Whole lines that no rule may touch. */
  readonly accept: readonly string[];
  /** Where pipeline.yml says what is off. */
  readonly place?: YamlSource['at'] | undefined;
}

export const NO_OPTIONS: CompileOptions = { off: [], limits: { share: 0.5, perDocument: 100 }, accept: [] };

/** Compiles rule files. Faulty rules are left out and reported, all of them; the others work. Pure. */
export function compileRules(
  files: readonly RuleFile[],
  options: CompileOptions = NO_OPTIONS,
): { readonly ruleSet: RuleSet; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const found = new Map<string, Rule>();
  const sorted = [...files].sort((a, b) => compare(a.path, b.path) || Number(b.shipped) - Number(a.shipped));
  for (const file of sorted) for (const rule of compileFile(file, options, report)) found.set(rule.id, rule);
  const isOff = (id: string): boolean => options.off.some(off => id === off || id.startsWith(`${off}/`));
  for (const [i, off] of options.off.entries())
    if (![...found.keys()].some(id => id === off || id.startsWith(`${off}/`)))
      report(noSuchRule(off, i, [...found.keys()], options.place));
  const rules = [...found.values()].filter(({ id }) => !isOff(id)).map((rule, order) => ({ ...rule, order }));
  return { ruleSet: ruleSetOf(rules, options.accept), diagnostics };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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

function compileFile(
  { path, text, shipped, name = path }: RuleFile,
  { limits }: CompileOptions,
  report: (diagnostic: Diagnostic) => void,
): Rule[] {
  // A shell empties the file that `limpia rules mine` is to write before limpia reads it.
  if (text.trim() === '') return [];
  let faults = 0;
  const note = (diagnostic: Diagnostic): void => {
    faults++;
    report(diagnostic);
  };
  const known = ruleFiles.recall(text);
  const read = known ? checkedBefore(known, text, name) : readFile(text, name, note);
  if (!read) return [];
  const { scopes, source } = read;
  const topic = path.replace(/^rules\//, '').replace(/\.ya?ml$/, '');
  const rules = read.rules.flatMap(([rule, spec]) => {
    const compiled = compileRule(spec, scopes, rule, source, note);
    if (!compiled || !scopes) return [];
    return [
      {
        ...compiled,
        id: `${topic}/${rule}`,
        order: 0,
        share: spec.limits?.share ?? limits.share,
        perDocument: spec.limits?.['per-document'] ?? limits.perDocument,
        shipped,
        at: (below, ...rest) => source.at(['rules', rule, ...below], ...rest),
      } satisfies Rule,
    ];
  });
  if (!known && faults === 0 && scopes) ruleFiles.remember(text, { scopes, rules: read.rules });
  return rules;
}

interface ReadFile {
  /** What holds for all of its rules; undefined where that is faulty. */
  readonly scopes: FileSpec | undefined;
  readonly rules: CheckedFile['rules'];
  /** Where things stand. */
  readonly source: Pick<YamlSource, 'at'>;
}

function checkedBefore({ scopes, rules }: CheckedFile, text: string, name: string): ReadFile {
  return { scopes, rules, source: { at: (...args) => placeIn(text, name)(...args) } };
}

/** Places are asked for only when something is to be said of a rule. */
function placeIn(text: string, name: string): YamlSource['at'] {
  const { source } = readYaml(text, name);
  if (!source) throw new Error(`${name} was read before`);
  return source.at;
}

function readFile(
  text: string,
  name: string,
  report: (diagnostic: Diagnostic) => void,
): ReadFile | undefined {
  const { source, diagnostics } = readYaml(text, name);
  diagnostics.forEach(report);
  if (!source) return undefined;
  const file = checkYaml(source, [], fileSchema);
  file.diagnostics.forEach(report);
  // A fault at the top of the file leaves its rules worth checking, though not worth using.
  const names = Object.keys((file.value ?? (source.value as Partial<FileSpec>)).rules ?? {});
  const rules = names.flatMap(rule => {
    const checked = checkYaml(source, ['rules', rule], ruleSchema);
    checked.diagnostics.forEach(report);
    return checked.value ? [[rule, checked.value] as const] : [];
  });
  const scopes = file.value && { ...file.value, rules: {} };
  return { scopes, rules, source };
}

type Compiled = Omit<Rule, 'id' | 'order' | 'share' | 'perDocument' | 'shipped' | 'at'>;

function compileRule(
  spec: RuleSpec,
  file: FileSpec | undefined,
  name: string,
  source: Pick<YamlSource, 'at'>,
  report: (diagnostic: Diagnostic) => void,
): Compiled | undefined {
  const faults = { count: 0 };
  const fault: Fault = (path, message, hint, slow = false) => {
    if (!slow) faults.count++;
    report(
      source.at(['rules', name, ...path], message, hint, {
        severity: slow ? 'warning' : 'error',
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
  const action = compileAction(kind, spec, fault);
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

function checkExamples({ examples, keep }: RuleSpec, fault: Fault): void {
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
