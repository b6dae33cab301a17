import type { Format } from './format.js';
import { splitLines } from './lines.js';
import { parseRecord } from './record.js';

/** JSON Lines (https://jsonlines.org): one record a line. */
export const jsonl: Format = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  lines: true,
  whole: false,
  markup: 'plain',
  split: splitLines,
  parser: options => text => parseRecord(text, options),
};
