import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { suggest } from '../core/schema-issues.js';
import { ENDINGS, kindOf } from '../read/formats.js';
import { type InputFile, isSplittable } from './pack.js';

export interface DiscoverOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Discovery {
  /** The folder that all paths are relative to. */
  readonly root: string;
  /** Sorted by path, by code unit. */
  readonly files: readonly InputFile[];
  /** Files that match but that limpia cannot read by their ending, sorted. */
  readonly ignored: readonly string[];
}

/**
 * The files to read below `input`, which may also be a single file. Hidden files and links are not followed.
 * @throws LimpiaError when there is nothing there, or nothing that limpia can read.
 */
export function discover(disk: Disk, input: string, options: DiscoverOptions): Discovery {
  const found = disk.stat(input);
  if (!found)
    throw new LimpiaError(
      `There is no ${input}.`,
      EXIT.input,
      slip(disk, input) || `Name a folder of files (${ENDINGS.join(', ')}), or put them in raw/.`,
    );
  const root = found.isFile ? dirname(input) : input;
  const paths = found.isFile ? [basename(input)] : glob(root, options);
  const readable = paths.filter(path => kindOf(path));
  const ignored = paths.filter(path => !kindOf(path));
  const files = readable.flatMap(path => describe(disk, root, path));
  if (files.length === 0) {
    const seen =
      ignored.length > 0 ? ` Of other kinds it holds ${ignored.length}, ${String(ignored[0])} first.` : '';
    throw new LimpiaError(
      `Nothing to read in ${resolve(input)}.${seen}`,
      EXIT.input,
      `limpia reads ${ENDINGS.join(', ')}, plain or .gz.`,
    );
  }
  return { root, files, ignored };
}

/** "Did you mean …?" where something of nearly the same name lies beside it. */
function slip(disk: Disk, input: string): string {
  const folder = dirname(input);
  const hint = suggest(basename(input), disk.list(folder));
  return hint.startsWith('Did') ? hint : '';
}

function glob(root: string, { include, exclude }: DiscoverOptions): string[] {
  try {
    return fastGlob
      .sync([...include], {
        cwd: root,
        ignore: [...exclude],
        dot: false,
        onlyFiles: true,
        followSymbolicLinks: false,
      })
      .sort();
  } catch (error) {
    throw new LimpiaError(
      `Cannot look through ${root}: ${error instanceof Error ? error.message : String(error)}.`,
      EXIT.input,
    );
  }
}

const HEAD_BYTES = 4;

function describe(disk: Disk, root: string, path: string): InputFile[] {
  const full = join(root, path);
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (!found?.isFile()) return [];
  const splittable = kindOf(path)?.format.lines === true && isSplittable(path, head(disk, full));
  return [{ path, size: found.size, mtimeMs: found.mtimeMs, splittable }];
}

function head(disk: Disk, path: string): Uint8Array {
  try {
    const handle = disk.openRead(path);
    try {
      const bytes = new Uint8Array(HEAD_BYTES);
      return bytes.subarray(0, handle.read(bytes, 0));
    } finally {
      handle.close();
    }
  } catch {
    // Unreadable files are planned like others: the worker that cannot open one rejects it with the reason.
    return new Uint8Array();
  }
}
