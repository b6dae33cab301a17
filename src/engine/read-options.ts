import micromatch from 'micromatch';
import type { Config } from '../config/schema.js';
import type { ReadOptions } from './read-item.js';

/** How the configuration wants files to be read. */
export function readOptions({ input, limits }: Config): ReadOptions {
  const forced = Object.entries(input.charset);
  const { pick } = input.json;
  const picks = typeof pick === 'string' ? [] : Object.entries(pick);
  return {
    textFields: input.text,
    fieldNames: input.fields,
    maxBytes: limits.record,
    pickOf: path => {
      const keys = typeof pick === 'string' ? pick : (lastFor(path, picks) ?? '');
      return keys === '' ? [] : keys.split('.');
    },
    charsetOf: path => lastFor(path, forced),
  };
}

/** The last pattern that fits wins, so that exceptions stand below what they are exceptions of. */
function lastFor(path: string, patterns: readonly (readonly [string, string])[]): string | undefined {
  return patterns.findLast(([pattern]) => micromatch.isMatch(path, pattern, { dot: true }))?.[1];
}
