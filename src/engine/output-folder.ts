import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { below, LEDGER, OUTPUTS, PRIVATE, TEMPORARY } from '../write/layout.js';

/** What may lie in a folder before limpia has ever written to it. */
const PLACEHOLDERS = new Set(['.gitkeep', '.gitignore', '.DS_Store', 'Thumbs.db']);

/**
 * Refuses an output folder that would mix with the input or with somebody else's files.
 * @throws LimpiaError
 */
export function checkFolders(disk: Disk, input: string, output: string): void {
  if (isInside(output, input) || isInside(input, output))
    throw new LimpiaError(
      `The output ${output} and the input ${input} lie in each other.`,
      EXIT.usage,
      'Choose an output folder beside the input: limpia never writes where it reads.',
    );
  const found = disk.stat(output);
  if (!found) return;
  if (!found.isFolder) throw new LimpiaError(`${output} is a file.`, EXIT.usage, 'Name a folder with --out.');
  const names = disk.list(output);
  const foreign = names.filter(name => !PLACEHOLDERS.has(name));
  if (foreign.length > 0 && !names.includes(PRIVATE))
    throw new LimpiaError(
      `${output} holds files that limpia did not write, ${String(foreign[0])} for one.`,
      EXIT.usage,
      'Choose an empty or new folder with --out.',
    );
}

export function claimOutput(disk: Disk, output: string): void {
  const folders = [LEDGER, TEMPORARY, ...OUTPUTS].map(folder => below(output, folder));
  for (const folder of folders) disk.makeFolder(folder);
  for (const parent of new Set([...folders.map(dirname), output])) disk.syncFolder(parent);
  disk.syncFolder(dirname(resolve(output)));
}

/** What an interrupted run left behind; to be called under the lock. */
export function removeTemporary(disk: Disk, output: string): void {
  for (const name of disk.list(below(output, TEMPORARY))) disk.remove(below(output, `${TEMPORARY}/${name}`));
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
