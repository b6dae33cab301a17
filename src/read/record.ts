import type { Reason } from '../core/reasons.js';
import type { Fields } from '../core/document.js';
import { NO_FIELDS } from '../core/document.js';
import { type Member, members } from '../core/members.js';
import { recordDate } from './dates.js';
import type { Parsed, ParseOptions } from './format.js';
import { ownIdOf } from './own-id.js';

const OWNED: readonly (keyof Fields)[] = ['title', 'byline', 'section', 'url', 'source', 'added', 'created'];

/** Newer versions of Node tell the line and column as well, which would make audits differ. */
function withoutLine(message: string): string {
  return message.replace(/ \(line \d+ column \d+\)$/, '');
}

/** One JSON object as a record: its text, the fields limpia owns, and all others byte for byte. */
export function parseRecord(json: string, options: ParseOptions): Parsed {
  const bare = json.startsWith('\ufeff') ? json.slice(1) : json;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    return rejected('invalid-json', withoutLine(error instanceof Error ? error.message : String(error)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return rejected('not-an-object', 'The record is JSON, but not an object.');
  const record = withInner(value);
  const found = textOf(record, options.textFields);
  if (!found.ok) return found;
  const used = new Set(found.names);

  const { fieldNames } = options;
  const idName = nameOfField(record, fieldNames.id);
  const id = record.get(idName);
  const all = members(bare);
  const ownId = ownIdOf(idText(id, all, idName));
  // An id that limpia takes over in another form stays in `extra` as well, as fields do.
  if (ownId !== '' && ownId === id) used.add(idName);
  const fields: Fields = NO_FIELDS;
  const known = OWNED.map(name => {
    const from = nameOfField(record, fieldNames[name]);
    const field = used.has(from) ? '' : fieldOf(name, record.get(from));
    if (field !== '' && field === record.get(from)) used.add(from);
    return [name, field] as const;
  });
  return {
    ok: true,
    ownId,
    text: found.text,
    fields: { ...fields, ...Object.fromEntries(known) },
    extra: extraOf(all, used),
  };
}

/** The values of a record by their names; `content.rendered` is that of a member of a member. */
interface Values {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  readonly get: (name: string) => unknown;
}

function withInner(record: object): Values {
  const get = (name: string): unknown =>
    Object.hasOwn(record, name) ? own(record, name) : name.split('.').reduce(own, record);
  return { names: Object.keys(record), has: name => get(name) !== undefined, get };
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

type Rejection = Extract<Parsed, { ok: false }>;

function rejected(reason: Reason, error: string): Rejection {
  return { ok: false, reason, error };
}

/** The text, and the fields that it is made of. */
function textOf(
  record: Values,
  textFields: ParseOptions['textFields'],
): { ok: true; text: string; names: readonly string[] } | Rejection {
  const groups = textFields.map(entry => (typeof entry === 'string' ? [entry] : entry));
  const names = groups.map(group => group.filter(name => record.has(name))).find(({ length }) => length > 0);
  if (names === undefined)
    return rejected(
      'no-text',
      `No field named ${groups.flat().join(', ')}; input.text in pipeline.yml names it. ` +
        `There is: ${record.names.slice(0, MAX_NAMES).join(', ')}.${deeper(record)}`,
    );
  const values: string[] = [];
  for (const name of names) {
    const value = record.get(name);
    if (typeof value !== 'string')
      return rejected('no-text', `The field "${name}" is ${nameOf(value)}, not a string.`);
    values.push(value);
  }
  const text = values.filter(value => value.trim() !== '').join('\n\n');
  const quoted = names.map(name => `"${name}"`).join(', ');
  return text === '' ? rejected('empty', `The field ${quoted} holds no text.`) : { ok: true, text, names };
}

/** Many a file holds its records in a list of an object in an object. */
function deeper({ names, get }: Values): string {
  const entries = names.map(name => [name, get(name)] as const);
  const keys = listIn(entries, DEEPEST);
  return keys === undefined
    ? ''
    : ` If the list at ${keys} holds the records, "pick: ${keys}" under input.json in pipeline.yml says so.`;
}

/** Levels of objects that are looked through for a list. */
const DEEPEST = 4;

/** The keys that lead to a list of objects, with dots between them: those of the list nearest to the top. */
function listIn(entries: readonly (readonly [string, unknown])[], depth: number): string | undefined {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const [list] = entries.find(([, value]) => Array.isArray(value) && isObject(value[0])) ?? [];
  if (list !== undefined || depth === 0) return list;
  for (const [name, value] of entries) {
    const below =
      isObject(value) && !Array.isArray(value) ? listIn(Object.entries(value), depth - 1) : undefined;
    if (below !== undefined) return `${name}.${below}`;
  }
  return undefined;
}

/** How many of a record's names a message tells. */
const MAX_NAMES = 10;

function nameOfField(record: Values, names: readonly string[]): string {
  return names.find(name => record.has(name)) ?? '';
}

/** Members that limpia does not own, and all but the last of those it does. */
function extraOf(all: readonly Member[], used: ReadonlySet<string>): string {
  const last = new Map(all.map((member, i) => [member.key, i]));
  const kept = all.filter(({ key }, i) => !used.has(key) || last.get(key) !== i);
  return `{${kept.map(({ raw }) => raw).join(',')}}`;
}

/** The text of an id: a number as its digits stand in the JSON; '' for what is neither. */
function idText(id: unknown, all: readonly Member[], name: string): string {
  if (typeof id === 'string') return id;
  if (typeof id !== 'number') return '';
  const raw = all.findLast(({ key }) => key === name)?.raw ?? '';
  return raw.slice(raw.lastIndexOf(':') + 1).trim();
}

function fieldOf(name: keyof Fields, value: unknown): string {
  if (name === 'added' || name === 'created') return recordDate(value) ?? '';
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  return value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
}
