import { z } from 'zod';
import { didYouMean, suggest } from './suggest.js';

/** What is wrong with a value, in words for the person who wrote it. */
export interface Explained {
  readonly path: readonly (string | number)[];
  /** The fault is the name of the entry, not its value. */
  readonly onKey: boolean;
  readonly message: string;
  readonly hint: string;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** The issues of a failed parse. A misspelt name is one fault: that the right name is missing is not another. */
export function explainIssues(schema: Schema, issues: readonly Issue[]): Explained[] {
  const all = issues.flatMap(issue => explain(schema, issue, []));
  const misspelt = all.filter(({ onKey }) => onKey);
  const isNews = ({ path, message }: Explained): boolean =>
    !message.endsWith(MISSING) || !misspelt.some(({ hint }) => hint === didYouMean(String(path.at(-1))));
  return [...misspelt, ...all.filter(one => !one.onKey && isNews(one))];
}

const MISSING = 'is missing.';

function explain(schema: Schema, issue: Issue, above: Path): Explained[] {
  const path = [...above, ...issue.path.map(key => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map(key => ({
      path: [...path, key],
      onKey: true,
      message: `There is no "${key}" here.`,
      hint: suggest(key, known),
    }));
  }
  if (issue.code === 'invalid_union') {
    const branch = nearest(issue.errors);
    if (branch) return branch.flatMap(inner => explain(schema, inner, path));
  }
  const about = descriptionAt(schema, path);
  return [{ path, onKey: false, message: sentence(issue, path), hint: about }];
}

/** The branch of a union that the author meant: one that fails inside the value, not at its type. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = branches.filter(
    branch =>
      !branch.some(({ path, code }) => path.length === 0 && /^invalid_(?:type|value|union)$/.test(code)),
  );
  return meant.sort((a, b) => a.length - b.length)[0];
}

function sentence(issue: Issue, path: Path): string {
  const found = 'input' in issue ? describe(issue.input) : '';
  const but = found === '' ? '' : `, not ${found}`;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `"${String(path.at(-1) ?? 'value')}" ${MISSING}`;
      return `Expected ${TYPES[issue.expected] ?? issue.expected}${but}.`;
    case 'invalid_value':
      return `Expected ${oneOf(issue.values.map(String))}${but}.`;
    case 'invalid_union': {
      const types = issue.errors.flatMap(branch => branch.map(expectedOf)).filter(text => text !== '');
      return types.length === 0 ? issue.message : `Expected ${oneOf([...new Set(types)])}${but}.`;
    }
    case 'too_big':
      return `Expected ${limited(issue.origin, 'at most', issue.maximum)}${but}.`;
    case 'too_small':
      return `Expected ${limited(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}${but}.`;
    default:
      return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  }
}

/** `a number of at most 1`, `a list of at least 1`, `a text of at least 1 character`. */
function limited(origin: string, how: string, limit: number | bigint): string {
  const name = origin === 'array' ? 'a list' : (TYPES[origin] ?? origin);
  const unit = origin === 'string' ? ' character' : origin === 'array' ? ' item' : '';
  return `${name} of ${how} ${limit}${unit === '' || limit === 1 ? unit : `${unit}s`}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list ([a, b] or lines that start with "- ")',
  object: 'a mapping (name: value)',
  record: 'a mapping (name: value)',
};

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  return issue.code === 'invalid_value' ? oneOf(issue.values.map(String)) : '';
}

function describe(value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping (does a text with ": " in it need quotes?)';
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

function oneOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function keysAt(schema: Schema, path: Path): string[] {
  const objects = schemasAt([schema], path).filter(one => one instanceof z.ZodObject);
  return [...new Set(objects.flatMap(one => Object.keys(one.shape)))];
}

function descriptionAt(schema: Schema, path: Path): string {
  for (const one of schemasAt([schema], path, false)) {
    const text = z.globalRegistry.get(one)?.description;
    if (text !== undefined) return text;
  }
  return '';
}

/** The schemas that a value at `path` may have to meet. */
function schemasAt(from: readonly Schema[], path: Path, unwrapLast = true): Schema[] {
  const [key, ...rest] = path;
  if (key === undefined)
    return unwrapLast ? from.flatMap(unwrap) : from.flatMap(one => [one, ...unwrap(one)]);
  const below = from.flatMap(unwrap).flatMap((one): Schema[] => {
    if (one instanceof z.ZodObject) {
      const inner = (one.shape as Readonly<Record<string, Schema>>)[String(key)];
      return inner ? [inner] : [];
    }
    if (one instanceof z.ZodArray) return [one.element];
    return one instanceof z.ZodRecord ? [one.valueType] : [];
  });
  return schemasAt(below, rest, unwrapLast);
}

function unwrap(schema: Schema): Schema[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return unwrap(schema.unwrap());
  return [schema];
}
