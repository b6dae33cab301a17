import type { Diagnostic } from '../core/diagnostic.js';
import { checkYaml, readYaml, type YamlSource } from '../core/yaml.js';
import {
  assemble,
  type CheckedRules,
  type CompileOptions,
  idOf,
  NO_OPTIONS,
  rulesOf,
  running,
} from './compile-checked.js';
import type { Rule } from './rule.js';
import { type CheckedFile, ruleFiles } from './rule-memo.js';
import type { RuleSet } from './rule-set.js';
import { type FileSpec, fileSchema, ruleSchema } from './schema.js';

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

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** The files as they were read, without those in which nothing could be used. */
  readonly checked: readonly CheckedRules[];
  /** How many rules run. */
  readonly count: number;
  /** Made when it is asked for: who only checks rules needs none. */
  readonly ruleSet: RuleSet;
}

/** Compiles rule files. Faulty rules are left out and reported, all of them; the others work. Pure. */
export function compileRules(files: readonly RuleFile[], options: CompileOptions = NO_OPTIONS): Compiled {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const sorted = [...files].sort((a, b) => compare(a.path, b.path) || Number(b.shipped) - Number(a.shipped));
  const compiled = sorted.map(file => compileFile(file, options, report));
  const ids = new Set(compiled.flatMap(file => file.ids));
  const runs = running(ids, options, report);
  let ruleSet: RuleSet | undefined;
  return {
    diagnostics,
    checked: compiled.flatMap(({ checked }) => checked ?? []),
    count: [...ids].filter(runs).length,
    get ruleSet() {
      return (ruleSet ??= assemble(
        compiled.flatMap(file => file.rules()),
        runs,
        options,
      ));
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface CompiledFile {
  readonly ids: readonly string[];
  readonly rules: () => readonly Rule[];
  readonly checked?: CheckedRules;
}

function compileFile(
  { path, text, shipped, name = path }: RuleFile,
  options: CompileOptions,
  report: (diagnostic: Diagnostic) => void,
): CompiledFile {
  const nothing = { ids: [], rules: () => [] };
  // A shell empties the file that `limpia rules mine` is to write before limpia reads it.
  if (text.trim() === '') return nothing;
  const known = ruleFiles.recall(text);
  if (known) {
    const checked = { path, shipped, ...known };
    const at: YamlSource['at'] = (...args) => placeIn(text, name)(...args);
    return {
      ids: known.rules.map(([rule]) => idOf(path, rule)),
      rules: () => rulesOf(checked, options, { report, at }),
      checked,
    };
  }
  let faults = 0;
  const note = (diagnostic: Diagnostic): void => {
    faults++;
    report(diagnostic);
  };
  const read = readFile(text, name, note);
  if (!read) return nothing;
  const { scopes, rules: specs, at } = read;
  const rules = rulesOf({ path, shipped, scopes, rules: specs }, options, { report: note, at });
  const found = { ids: rules.map(({ id }) => id), rules: () => rules };
  if (!scopes) return found;
  if (faults === 0) ruleFiles.remember(text, { scopes, rules: specs });
  return { ...found, checked: { path, shipped, scopes, rules: specs } };
}

interface ReadFile {
  /** What holds for all of its rules; undefined where that is faulty. */
  readonly scopes: FileSpec | undefined;
  readonly rules: CheckedFile['rules'];
  /** Where things stand. */
  readonly at: YamlSource['at'];
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
  return { scopes, rules, at: source.at };
}
