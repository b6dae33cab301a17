import { Composer, type Document, isCollection, isMap, isNode, LineCounter, type Node, Parser } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.js';
import { explainIssues } from './schema-issues.js';
import { isDeeperThan } from './yaml-depth.js';
import { findTraps, syntaxHint } from './yaml-traps.js';

/** Where a value stands: the keys and indexes that lead to it. */
export type YamlPath = readonly (string | number)[];

/** A YAML text that parsed, with the place of everything in it. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** A diagnostic at the value (or, with `onKey`, the key) that `path` leads to; at its nearest ancestor if it is not there. */
  readonly at: (path: YamlPath, message: string, hint?: string, options?: AtOptions) => Diagnostic;
}

export interface AtOptions {
  readonly severity?: Diagnostic['severity'];
  readonly onKey?: boolean;
}

/** Files larger than this are no configuration (UTF-16 units). */
const MAX_UNITS = 4 << 20;
/** An alias may repeat what it names this often in all: enough for people, too little for a "billion laughs". */
const MAX_ALIASES = 100;
/** Levels of collections in collections. */
const MAX_DEPTH = 100;

/** Parses and checks a YAML file. `value` is missing when there is an error. Pure; never throws for what the text says. */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Says where things stand; missing when the text is no YAML. */
  readonly at: YamlSource['at'] | undefined;
} {
  const { source, diagnostics } = readYaml(text, file);
  if (!source) return { value: undefined, diagnostics, at: undefined };
  const checked = checkYaml(source, [], schema);
  return { value: checked.value, diagnostics: [...diagnostics, ...checked.diagnostics], at: source.at };
}

/** Parses a YAML text; an empty one is an empty mapping. `source` is missing when the text has errors. */
export function readYaml(
  text: string,
  file: string,
): { readonly source: YamlSource | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const at = locator(text, file, lines);
  if (text.length > MAX_UNITS)
    return failed(at(0, 'This file is too large for YAML that a person edits.', 'The limit is 4 MiB.'));
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (isDeeperThan(tokens, MAX_DEPTH))
    return failed(at(0, 'This file is nested too deeply.', `At most ${MAX_DEPTH} levels are allowed.`));
  try {
    const [document, second] = new Composer().compose(tokens, true, text.length);
    if (!document) return { source: undefined, diagnostics: [] };
    const diagnostics = [
      ...document.errors.map(error => at(error.pos[0], error.message, syntaxHint(error, text))),
      ...document.warnings.map(({ pos, message }) => at(pos[0], message, '', 'warning')),
      ...(second ? [at(second.range[0], 'A second document begins here.', 'Use a file for each.')] : []),
      ...findTraps(document, text).map(trap => at(trap.offset, trap.message, trap.hint, trap.severity)),
    ].filter(onePerLine());
    if (diagnostics.some(({ severity }) => severity === 'error')) return { source: undefined, diagnostics };
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
    const place: YamlSource['at'] = (path, message, hint = '', { severity = 'error', onKey = false } = {}) =>
      at(offsetOf(document, path, onKey), message, hint, severity);
    return { source: { file, value, at: place }, diagnostics };
  } catch (error) {
    if (error instanceof ReferenceError)
      return failed(
        at(0, 'The aliases (*name) of this file repeat too much.', `At most ${MAX_ALIASES} are allowed.`),
      );
    throw error;
  }
}

/** Checks the value at `path` of a parsed file. */
export function checkYaml<T>(
  source: YamlSource,
  path: YamlPath,
  schema: z.ZodType<T>,
): { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const result = schema.safeParse(valueAt(source.value, path), { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const diagnostics = explainIssues(schema, result.error.issues).map(
    ({ path: below, onKey, message, hint }) => source.at([...path, ...below], message, hint, { onKey }),
  );
  return { value: undefined, diagnostics };
}

function failed(diagnostic: Diagnostic): { source: undefined; diagnostics: readonly Diagnostic[] } {
  return { source: undefined, diagnostics: [diagnostic] };
}

type Locate = (
  offset: number,
  message: string,
  hint?: string,
  severity?: Diagnostic['severity'],
) => Diagnostic;

function locator(text: string, file: string, lines: LineCounter): Locate {
  return (offset, message, hint = '', severity = 'error') => {
    const { line, col } = lines.linePos(offset);
    const start = offset - (col - 1);
    const end = text.indexOf('\n', start);
    const sourceLine = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    return { severity, file, line: Math.max(1, line), column: Math.max(1, col), sourceLine, message, hint };
  };
}

function onePerLine(): (diagnostic: Diagnostic) => boolean {
  const seen = new Set<number>();
  return ({ line }) => {
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  };
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inside, key) => (inside !== null && typeof inside === 'object' ? Reflect.get(inside, key) : undefined),
    value,
  );
}

function offsetOf(document: Document, path: YamlPath, onKey: boolean): number {
  let node: unknown = document.contents;
  let start = startOf(node) ?? 0;
  for (const [depth, key] of path.entries()) {
    const pair = isMap(node) ? node.items.find(item => keyOf(item.key) === String(key)) : undefined;
    const next = pair ? pair.value : isCollection(node) ? node.get(key, true) : undefined;
    const last = depth === path.length - 1;
    const found = (last && onKey) || !isNode(next) ? pair?.key : next;
    start = startOf(found) ?? start;
    if (!isNode(next)) break;
    node = next;
  }
  return start;
}

function keyOf(key: unknown): string {
  return isNode(key) ? String((key as Node & { value?: unknown }).value) : String(key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
