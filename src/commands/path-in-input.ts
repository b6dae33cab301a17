import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { EXIT, LimpiaError } from '../core/errors.js';
import { sha256Stream } from '../core/hash.js';
import { readChunks } from '../read/bytes.js';
import type { Manifest } from '../write/manifest.js';
import { nodeDisk } from '../write/node-disk.js';

/**
 * A file's path as a run knows it: below the input folder that the user names; else as the last run read it, below `raw`,
 * or by itself.
 * @throws LimpiaError when it does not lie in the folder that the user names.
 */
export function pathInInput(file: string, input: string | undefined, manifest: Manifest | undefined): string {
  const full = resolve(file);
  if (input !== undefined) {
    const path = inside(input, full);
    if (path !== undefined) return path;
    throw new LimpiaError(
      `${file} does not lie in ${input}.`,
      EXIT.usage,
      'Name the folder that limpia clean reads.',
    );
  }
  const parts = full.split(sep);
  const known = parts
    .map((_, i) => parts.slice(i).join('/'))
    .filter(suffix => manifest?.inputs.some(({ path }) => path === suffix));
  const same = known.find(path => manifest && isUnchanged(full, path, manifest));
  // A file that was changed since is still the one of its name.
  return same ?? inside('raw', full) ?? known[0] ?? (parts.at(-1) || file);
}

/** Whether the last run read these bytes under this path; of a file that was read in several parts its name is enough. */
function isUnchanged(full: string, path: string, { inputs }: Manifest): boolean {
  const [read, ...more] = inputs.filter(one => one.path === path);
  if (read === undefined || more.length > 0) return more.length > 0;
  const { size } = statSync(full);
  if (size !== read.to) return false;
  const hash = sha256Stream();
  for (const chunk of readChunks(nodeDisk, full, 0, size)) hash.update(chunk);
  return hash.digest() === read.sha256;
}

function inside(folder: string, full: string): string | undefined {
  const path = relative(resolve(folder), full);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
