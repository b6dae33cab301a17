import type { Disk } from '../core/disk.js';
import { readLines } from './lines.js';

const CHUNK_UNITS = 1 << 16;
/** A key at the start of a line: a string that stands there alone is followed by nothing or a comma. */
const KEY = /^("(?:[^"\\]|\\.)*"): /;

/**
 * A file of indented JSON, as `JSON.stringify` writes it, without the indentation: in pieces, since a manifest may be
 * larger than what fits into memory.
 */
export function* compactJson(disk: Disk, path: string): Generator<string, void, undefined> {
  let text = '';
  for (const line of readLines(disk, path)) {
    text += line.toString('utf8').trimStart().replace(KEY, '$1:');
    if (text.length < CHUNK_UNITS) continue;
    yield text;
    text = '';
  }
  yield text;
}
