import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { EvalError } from './arguments.js';

/** A row of a set; which keys it has depends on the set. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The rows of a JSONL file, plain or gzipped.
 * @throws EvalError with code 4 when the file is missing or a line is not a JSON object.
 */
export function readRows(path: string): Row[] {
  if (!existsSync(path)) throw new EvalError(`no such file: ${path}`, 4);
  return readText(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, `${path}:${index + 1}`)]));
}

/** The text of a file, plain or gzipped. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function parse(line: string, place: string): Row {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row;
  } catch {
    // Told below, with the place.
  }
  throw new EvalError(`${place}: not a JSON object`, 4);
}

/** A row's value as text, '' where there is none. */
export function text(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' ? value : '';
}
