import { dirname } from 'node:path';
import { type Disk, readFully, type ReadHandle } from '../core/disk.js';
import { below, TEMPORARY } from './layout.js';

/**
 * Writes a file so that it is there whole or not at all, even after a power cut: temporary file, fsync, rename,
 * fsync of the folder. `path` is relative to `root`.
 */
export function writeAtomic(disk: Disk, root: string, path: string, content: string): void {
  writeChunks(disk, root, path, [Buffer.from(content, 'utf8')]);
}

function writeChunks(disk: Disk, root: string, path: string, chunks: Iterable<Buffer>): void {
  const temporary = below(root, `${TEMPORARY}/${path.replaceAll('/', '~')}`);
  const target = below(root, path);
  const handle = disk.openWrite(temporary);
  try {
    for (const chunk of chunks) handle.write(chunk);
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

/** The same for content that is not held in memory as a whole: it is made anew where it has to be written. */
export function writePiecesIfChanged(
  disk: Disk,
  root: string,
  path: string,
  pieces: () => Iterable<string>,
): void {
  if (!isContent(disk, below(root, path), chunksOf(pieces())))
    writeChunks(disk, root, path, chunksOf(pieces()));
}

const CHUNK_UNITS = 1 << 20;

function* chunksOf(pieces: Iterable<string>): Generator<Buffer, void, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK_UNITS) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

function isContent(disk: Disk, path: string, chunks: Iterable<Buffer>): boolean {
  const size = disk.stat(path)?.size;
  if (size === undefined) return false;
  const file = disk.openRead(path);
  try {
    let at = 0;
    for (const chunk of chunks) {
      if (at + chunk.length > size || !holdsAt(file, at, chunk)) return false;
      at += chunk.length;
    }
    return at === size;
  } finally {
    file.close();
  }
}

function holdsAt(file: ReadHandle, offset: number, expected: Buffer): boolean {
  const found = Buffer.allocUnsafe(expected.length);
  return readFully(file, found, offset) && found.equals(expected);
}
