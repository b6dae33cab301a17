import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { suggest } from '../core/suggest.js';
import { HEAD_BYTES } from '../decode/file-charset.js';
import { ENDINGS, kindOf } from '../read/formats.js';
import { type InputFile, isSplittable } from './pack.js';
import { type Patterns, unmatched } from './unmatched.js';

/** What discovery asks of a folder; the disk's own answer unless a test gives another. */
export type ReadFolder = typeof readdirSync;

export interface DiscoverOptions extends Patterns {
  readonly readFolder?: ReadFolder;
}

export interface Discovery {
  /** The folder that all paths are relative to. */
  readonly root: string;
  /** Sorted by path, by code unit. */
  readonly files: readonly InputFile[];
  /** Files that match but that limpia cannot read by their ending, sorted. */
  readonly ignored: readonly string[];
  /** Patterns that no file fits, and links that lead out of sight, each as a sentence. */
  readonly warnings: readonly string[];
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
  const { paths, closed, links } = found.isFile
    ? { paths: [basename(input)], closed: [], links: [] }
    : glob(root, options);
  const readable = paths.filter(path => kindOf(path));
  const ignored = paths.filter(path => !kindOf(path));
  // A folder that cannot be listed is planned like a file: whoever tries to read it rejects it, with the reason.
  const files = [...readable.flatMap(path => describe(disk, root, path)), ...closed].sort(byPath);
  if (files.length === 0) {
    const seen =
      ignored.length > 0 ? ` Of other kinds it holds ${ignored.length}, ${String(ignored[0])} first.` : '';
    throw new LimpiaError(
      `Nothing to read in ${resolve(input)}.${seen} ${notFollowed(links)}`.trimEnd(),
      EXIT.input,
      `${patterns(options)}limpia reads ${ENDINGS.join(', ')}, plain or .gz.`,
    );
  }
  const asked = found.isFile ? { ...options, include: [], exclude: [] } : options;
  const told = [...unmatched(root, paths, asked), notFollowed(links)].filter(Boolean);
  return { root, files, ignored, warnings: told };
}

/** "Did you mean …?" where something of nearly the same name lies beside it. */
export function slip(disk: Disk, input: string): string {
  const folder = dirname(input);
  const hint = suggest(basename(input), disk.list(folder));
  return hint.startsWith('Did') ? hint : '';
}

/** Says so where somebody has set which files to read. */
function patterns({ include, exclude }: DiscoverOptions): string {
  if (include.join() === '**/*' && exclude.length === 0) return '';
  const except = exclude.length === 0 ? '' : ` without ${exclude.join(', ')}`;
  return `input in pipeline.yml asks for ${include.join(', ')}${except}. `;
}

function byPath(a: InputFile, b: InputFile): number {
  return a.path < b.path ? -1 : 1;
}

function glob(
  root: string,
  { include, exclude, readFolder = readdirSync }: DiscoverOptions,
): { paths: string[]; closed: InputFile[]; links: string[] } {
  const closed = new Map<string, InputFile>();
  const links = new Set<string>();
  const readdir = ((folder: string, options: { withFileTypes: true }) => {
    try {
      const entries = readFolder(folder, options);
      for (const entry of entries)
        if (entry.isSymbolicLink() && !entry.name.startsWith('.'))
          links.add(below(root, join(folder, entry.name)));
      return entries;
    } catch (error) {
      const path = below(root, folder);
      if (path === '') throw error;
      closed.set(path, { path, size: 0, mtimeMs: 0, splittable: false });
      return [];
    }
  }) as ReadFolder;
  try {
    const paths = fastGlob.sync([...include], {
      cwd: root,
      ignore: [...exclude],
      dot: false,
      onlyFiles: true,
      followSymbolicLinks: false,
      fs: { readdirSync: readdir },
    });
    return { paths: paths.sort(), closed: [...closed.values()], links: [...links].sort() };
  } catch (error) {
    throw new LimpiaError(
      `Cannot look through ${root}: ${error instanceof Error ? error.message : String(error)}.`,
      EXIT.input,
    );
  }
}

function below(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** Nothing is left out in silence. */
function notFollowed(links: readonly string[]): string {
  if (links.length === 0) return '';
  const first = links.slice(0, 3).join(', ');
  return links.length === 1
    ? `A symbolic link is not followed: ${first}.`
    : `${links.length} symbolic links are not followed: ${first}${links.length > 3 ? ', …' : ''}.`;
}

function describe(disk: Disk, root: string, path: string): InputFile[] {
  const full = join(root, path);
  const found = lstatSync(full, { throwIfNoEntry: false });
  // It is gone, or its name is no UTF-8 and leads nowhere: whoever tries to read it says so.
  if (!found) return [{ path, size: 0, mtimeMs: 0, splittable: false }];
  if (!found.isFile()) return [];
  const splittable = kindOf(path)?.format.lines === true && isSplittable(path, head(disk, full));
  return [{ path, size: found.size, mtimeMs: found.mtimeMs, splittable }];
}

function head(disk: Disk, path: string): Buffer {
  try {
    const handle = disk.openRead(path);
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      return bytes.subarray(0, handle.read(bytes, 0));
    } finally {
      handle.close();
    }
  } catch {
    // Unreadable files are planned like others: the worker that cannot open one rejects it with the reason.
    return Buffer.alloc(0);
  }
}
