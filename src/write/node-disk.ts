import fs from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../core/failure.js';
import type { Disk, FileStat, ReadHandle, WriteHandle } from '../core/disk.js';

/** The real disk. */
export const nodeDisk: Disk = {
  stat,
  list: folder => {
    try {
      return fs.readdirSync(folder).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  readFile: path => fs.readFileSync(path),
  openRead,
  openWrite,
  createExclusive: (path, content) => {
    // Linked into place, so that nobody ever reads it empty.
    const draft = `${path}.${process.pid}`;
    fs.writeFileSync(draft, content);
    try {
      fs.linkSync(draft, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  },
  makeFolder,
  rename: (from, to) => {
    fs.renameSync(from, to);
  },
  remove: path => {
    fs.rmSync(path, { force: true });
  },
  removeFolder: path => {
    try {
      fs.rmdirSync(path);
    } catch (error) {
      if (!isMissing(error) && codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    }
  },
  syncFolder: path => {
    // Windows cannot open folders, and makes renames durable by itself.
    if (process.platform === 'win32') return;
    const fd = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  },
};

function stat(path: string): FileStat | undefined {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  return (
    found && {
      size: found.size,
      mtimeMs: found.mtimeMs,
      isFile: found.isFile(),
      isFolder: found.isDirectory(),
    }
  );
}

function openRead(path: string): ReadHandle {
  const fd = fs.openSync(path, 'r');
  return {
    read: (into, position) => fs.readSync(fd, into, 0, into.length, position),
    close: () => {
      fs.closeSync(fd);
    },
  };
}

function openWrite(path: string): WriteHandle {
  const fd = fs.openSync(path, 'w');
  return {
    write: bytes => {
      // A write may be short on a nearly full disk; only an error ends it.
      for (let done = 0; done < bytes.length;) done += fs.writeSync(fd, bytes, done, bytes.length - done);
    },
    sync: () => {
      fs.fsyncSync(fd);
    },
    close: () => {
      fs.closeSync(fd);
    },
  };
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

/** Makes a folder and those above it, one by one: Node's own way tells of a read-only disk that "no such folder" is there. */
function makeFolder(path: string): void {
  if (makeOne(path)) return;
  makeFolder(dirname(path));
  if (!makeOne(path)) throw Object.assign(new Error(`No folder can be made at ${path}.`), { code: 'EPERM' });
}

/** False when there is no folder to make it in. */
function makeOne(path: string): boolean {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && dirname(path) !== path) return false;
    if (code !== 'EEXIST' || stat(path)?.isFolder !== true) throw error;
  }
  return true;
}
