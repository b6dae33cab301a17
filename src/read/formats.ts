import { csv } from './csv.js';
import type { Format } from './format.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { markdown, text } from './text.js';

const FORMATS: readonly Format[] = [text, markdown, jsonl, json, csv];

export interface FileKind {
  readonly format: Format;
  readonly gzip: boolean;
}

/** How to read a file, by its name; undefined when limpia does not know the ending. */
export function kindOf(path: string): FileKind | undefined {
  const lower = path.toLowerCase();
  const gzip = lower.endsWith('.gz');
  const plain = gzip ? lower.slice(0, -'.gz'.length) : lower;
  const format = FORMATS.find(({ extensions }) => extensions.some(extension => plain.endsWith(extension)));
  return format && { format, gzip };
}

/** Every ending that limpia reads, for messages. */
export const ENDINGS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);
