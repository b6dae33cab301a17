import type { Fields } from '../core/document.js';
import { NO_FIELDS } from '../core/document.js';
import { isoDate } from './dates.js';
import type { Format, Parsed, ParseOptions } from './format.js';
import { splitLines } from './lines.js';
import { members } from './members.js';

/** JSON Lines (https://jsonlines.org): one record a line. */
export const jsonl: Format = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  lines: true,
  split: splitLines,
  parse: parseRecord,
};

const OWNED: readonly (keyof Fields)[] = ['title', 'byline', 'url', 'source', 'added', 'created'];

/** Newer versions of Node tell the line and column as well, which would make audits differ. */
function withoutLine(message: string): string {
  return message.replace(/ \(line \d+ column \d+\)$/, '');
}

/** One JSON object as a record: its text, the fields limpia owns, and all others byte for byte. */
export function parseRecord(json: string, { textFields }: ParseOptions): Parsed {
  const bare = json.startsWith('\ufeff') ? json.slice(1) : json;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    return {
      ok: false,
      reason: 'invalid-json',
      error: withoutLine(error instanceof Error ? error.message : String(error)),
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, reason: 'not-an-object', error: 'The line is JSON, but not an object.' };
  const record = new Map<string, unknown>(Object.entries(value));
  const textField = textFields.find(name => record.has(name));
  if (textField === undefined)
    return {
      ok: false,
      reason: 'no-text',
      error: `No field named ${textFields.join(', ')}; input.text in pipeline.yml names it.`,
    };
  const text = record.get(textField);
  if (typeof text !== 'string')
    return {
      ok: false,
      reason: 'no-text',
      error: `The field "${textField}" is ${nameOf(text)}, not a string.`,
    };
  if (text.trim() === '')
    return { ok: false, reason: 'empty', error: `The field "${textField}" holds no text.` };

  const ownId = ownIdOf(record.get('id'));
  const fields: Fields = {
    ...NO_FIELDS,
    ...Object.fromEntries(OWNED.map(name => [name, fieldOf(name, record.get(name))])),
  };
  const used = new Set<string>([textField]);
  if (ownId !== '') used.add('id');
  // A field that limpia takes over in another form stays in `extra` as well.
  for (const name of OWNED) if (fields[name] !== '' && fields[name] === record.get(name)) used.add(name);
  return { ok: true, ownId, text, fields, extra: extraOf(bare, used) };
}

/** Members that limpia does not own, and all but the last of those it does. */
function extraOf(json: string, used: ReadonlySet<string>): string {
  const all = members(json);
  const last = new Map(all.map((member, i) => [member.key, i]));
  const kept = all.filter(({ key }, i) => !used.has(key) || last.get(key) !== i);
  return `{${kept.map(({ raw }) => raw).join(',')}}`;
}

const MAX_ID_BYTES = 128;

/** The record's id where every consumer can use it: printable ASCII, not a number (pandas would make it one), not long. */
function ownIdOf(id: unknown): string {
  return typeof id === 'string' && /^[\x21-\x7e]+$/.test(id) && !/^\d+$/.test(id) && id.length <= MAX_ID_BYTES
    ? id
    : '';
}

function fieldOf(name: keyof Fields, value: unknown): string {
  if (typeof value !== 'string') return '';
  return name === 'added' || name === 'created' ? (isoDate(value) ?? '') : value;
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
