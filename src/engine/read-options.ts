import micromatch from 'micromatch';
import type { Config } from '../config/schema.js';
import type { ReadOptions } from './read-item.js';

/** How the configuration wants files to be read. */
export function readOptions({ input, limits }: Config): ReadOptions {
  const forced = Object.entries(input.charset);
  return {
    textFields: input.text,
    fieldNames: input.fields,
    maxBytes: limits.record,
    pick: input.json.pick === '' ? [] : input.json.pick.split('.'),
    // The last pattern that fits wins, so that exceptions stand below what they are exceptions of.
    charsetOf: path => forced.findLast(([pattern]) => micromatch.isMatch(path, pattern, { dot: true }))?.[1],
  };
}
