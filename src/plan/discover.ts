import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Disk } from '../core/disk.js';
import { EXIT, LimpiaError } from '../core/errors.js';
import { suggest } from '../core/suggest.js';
import { HEAD_BYTES } from '../decode/file-charset.js';
import { ENDINGS, kindOf } from '../read/formats.js';
import type { ReadFolder } from './folder-entries.js';
import { type FileList, fileListBuilder } from './file-list.js';
import type { InputFile } from './input-file.js';
import { isSplittable } from './pack.js';
import { type Patterns, unmatched } from './unmatched.js';
import { walk } from './walk.js';

export interface DiscoverOptions extends Patterns {
  /** The disk's own answer unless a test gives another. */
  readonly readFolder?: ReadFolder;
}

export interface Discovery {
  /** The folder that all paths are relative to. */
  readonly root: string;
  readonly files: FileList;
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
  const { exclude, include, readFolder } = options;
  const patterns = unmatched(root, found.isFile ? { ...options, include: [], exclude: [] } : options);
  const [closed, links] = [new Set<string>(), new Set<string>()];
  const paths = found.isFile
    ? [basename(input)]
    : walk(root, {
        include,
        exclude,
        readFolder,
        onClosed: path => closed.add(path),
        onLink: path => links.add(path),
      });
  const files = fileListBuilder();
  const ignored: string[] = [];
  for (const path of lookedThrough(root, paths)) {
    // A folder that cannot be listed is planned like a file: whoever tries to read it rejects it, with the reason.
    if (closed.has(path)) {
      files.push({ path, size: 0, mtimeMs: 0, splittable: false });
      continue;
    }
    patterns.see(path);
    if (!kindOf(path)) ignored.push(path);
    else {
      const file = describe(disk, root, path);
      if (file) files.push(file);
    }
  }
  const list = files.finish();
  const skipped = notFollowed([...links].sort());
  if (list.length === 0) {
    const seen =
      ignored.length > 0 ? ` Of other kinds it holds ${ignored.length}, ${String(ignored[0])} first.` : '';
    throw new LimpiaError(
      `Nothing to read in ${resolve(input)}.${seen} ${skipped}`.trimEnd(),
      EXIT.input,
      `${asked(options)}limpia reads ${ENDINGS.join(', ')}, plain or .gz.`,
    );
  }
  return { root, files: list, ignored, warnings: [...patterns.told(), skipped].filter(Boolean) };
}

/** "Did you mean …?" where something of nearly the same name lies beside it. */
export function slip(disk: Disk, input: string): string {
  const folder = dirname(input);
  const hint = suggest(basename(input), disk.list(folder));
  return hint.startsWith('Did') ? hint : '';
}

/** Says so where somebody has set which files to read. */
function asked({ include, exclude }: DiscoverOptions): string {
  if (include.join() === '**/*' && exclude.length === 0) return '';
  const except = exclude.length === 0 ? '' : ` without ${exclude.join(', ')}`;
  return `input in pipeline.yml asks for ${include.join(', ')}${except}. `;
}

/** @throws LimpiaError instead of the system's error for a root that cannot be listed. */
function* lookedThrough(root: string, paths: Iterable<string>): Generator<string, void, undefined> {
  try {
    yield* paths;
  } catch (error) {
    throw new LimpiaError(
      `Cannot look through ${root}: ${error instanceof Error ? error.message : String(error)}.`,
      EXIT.input,
    );
  }
}

/** Nothing is left out in silence. */
function notFollowed(links: readonly string[]): string {
  if (links.length === 0) return '';
  const first = links.slice(0, 3).join(', ');
  return links.length === 1
    ? `A symbolic link is not followed: ${first}.`
    : `${links.length} symbolic links are not followed: ${first}${links.length > 3 ? ', …' : ''}.`;
}

/** Undefined for what is no file any more. */
function describe(disk: Disk, root: string, path: string): InputFile | undefined {
  const full = join(root, path);
  const found = lstatSync(full, { throwIfNoEntry: false });
  // It is gone, or its name is no UTF-8 and leads nowhere: whoever tries to read it says so.
  if (!found) return { path, size: 0, mtimeMs: 0, splittable: false };
  if (!found.isFile()) return undefined;
  const splittable = kindOf(path)?.format.lines === true && isSplittable(path, head(disk, full));
  return { path, size: found.size, mtimeMs: found.mtimeMs, splittable };
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
