import { dirname } from 'node:path';
import type { Disk } from '../core/disk.js';
import { below, TEMPORARY } from './layout.js';

/**
 * Writes a file so that it is there whole or not at all, even after a power cut: temporary file, fsync, rename,
 * fsync of the folder. `path` is relative to `root`.
 */
export function writeAtomic(disk: Disk, root: string, path: string, content: string): void {
  const temporary = below(root, `${TEMPORARY}/${path.replaceAll('/', '~')}`);
  const target = below(root, path);
  const handle = disk.openWrite(temporary);
  try {
    handle.write(Buffer.from(content, 'utf8'));
    handle.sync();
  } finally {
    handle.close();
  }
  disk.rename(temporary, target);
  disk.syncFolder(dirname(target));
}

/** Removes a file for good. `path` is relative to `root`. */
export function removeDurably(disk: Disk, root: string, path: string): void {
  const target = below(root, path);
  if (!disk.stat(target)) return;
  disk.remove(target);
  disk.syncFolder(dirname(target));
}

/** Leaves a file alone that has this content already, so that a run with nothing to do writes nothing. */
export function writeIfChanged(disk: Disk, root: string, path: string, content: string): void {
  const target = below(root, path);
  if (disk.stat(target) && disk.readFile(target).toString('utf8') === content) return;
  writeAtomic(disk, root, path, content);
}
