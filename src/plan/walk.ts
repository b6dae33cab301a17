import type { readdirSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import fastGlob from 'fast-glob';
import { entriesOf, type FolderEntry, listedAs, type ReadFolder, shownAs } from './folder-entries.js';
import { sortedNames, type SortedNames } from './sorted-names.js';

export interface WalkOptions {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** Folders that fit count as well as files, with a `/` behind them; for one pattern. */
  readonly folders?: boolean;
  /** The disk's own answer unless a test gives another. */
  readonly readFolder?: ReadFolder | undefined;
  /** Told of folders that cannot be listed, which then count as paths that fit; where it is left out nobody hears of errors. */
  readonly onClosed?: (path: string) => void;
  /** Told of links, of which none is followed; more than once where a folder is listed again. */
  readonly onLink?: (path: string) => void;
  /** How many entries of folders fast-glob may see at a time. */
  readonly entries?: number;
}

/** fast-glob takes half a kilobyte for each entry: some 10 MB. */
const ENTRIES = 20_000;
/** Small folders are looked through together, since fast-glob takes a fifth of a millisecond to get ready. */
const FOLDERS = 1000;

/** A stretch of the sorted paths that was not looked through yet: what a folder holds, or the rest of it. */
interface Stretch {
  /** Below the root; '' for the root. */
  readonly folder: string;
  /** The first place in it, and the first behind it. */
  readonly from: string;
  readonly to: string;
  /** What is left of the folder's entries; undefined where it was never listed. */
  readonly rest?: SortedNames;
}

const LAST = '\uffff\uffff';
const ALL: Stretch = { folder: '', from: '', to: LAST };

/**
 * The paths below `root` that fit patterns of fast-glob, sorted by code unit, with a few of them in memory at a time:
 * fast-glob is shown some folders, or a part of a large one, as if the others were empty, and those later.
 * @throws the system's error where `root` itself cannot be listed, and somebody wants to hear of errors.
 */
export function* walk(root: string, options: WalkOptions): Generator<string, void, undefined> {
  // What comes next stands last.
  const agenda: (string | Stretch)[] = [ALL];
  for (let next = agenda.pop(); next !== undefined; next = agenda.pop()) {
    if (typeof next === 'string') {
      yield next;
      continue;
    }
    const batch = [next];
    for (let more = agenda.at(-1); typeof more === 'object' && batch.length < FOLDERS; more = agenda.at(-1)) {
      batch.push(more);
      agenda.pop();
    }
    const found = look(root, batch, options);
    for (let i = found.length - 1; i >= 0; i--) agenda.push(found[i] ?? '');
  }
}

/** What lies in stretches that follow each other, in order: paths that fit, and stretches that there was no room for. */
function look(root: string, batch: readonly Stretch[], options: WalkOptions): (string | Stretch)[] {
  const { include, exclude = [], folders = false, readFolder = entriesOf, entries = ENTRIES } = options;
  const room = include.some(isIndirect) ? Infinity : entries;
  const from = batch[0]?.from ?? '';
  const to = batch.at(-1)?.to ?? '';
  const shown = waysTo(batch);
  const later: Stretch[] = [];
  const closed: string[] = [];
  let taken = 0;

  const show = (folder: string, names: SortedNames): FolderEntry[] => {
    const now = names.take(room);
    const next = names.peek();
    if (next !== undefined)
      later.push({ folder, from: startOf(folder) + next, to: endOf(folder), rest: names });
    taken += now.length;
    return now.map(shownAs);
  };
  const listing = (path: string, folder: string): FolderEntry[] => {
    const start = startOf(folder);
    const isOurs = from === '' || (from <= start && start < to);
    if (!isOurs) return [];
    // The first one always has its turn, or patterns that begin elsewhere in it might take the room each time.
    if (taken < room || folder === batch[0]?.folder)
      return show(folder, sortedNames(namesOf(readFolder(path), start, options)));
    later.push({ folder, from: start, to: endOf(folder) });
    return [];
  };
  const readdir = (path: string): FolderEntry[] => {
    const folder = relative(root, path).split(sep).join('/');
    let entries = shown.get(folder);
    try {
      entries ??= listing(path, folder);
    } catch (error) {
      if (folder === '') throw error;
      closed.push(folder);
      entries = [];
    }
    shown.set(folder, entries);
    return entries;
  };

  for (const { folder, rest } of batch)
    if (rest) shown.set(folder, [...(shown.get(folder) ?? []), ...show(folder, rest)]);
  const found = fastGlob.sync([...include], {
    cwd: root,
    ignore: [...exclude],
    dot: false,
    onlyFiles: !folders,
    // So a folder sorts where what it holds does.
    markDirectories: true,
    followSymbolicLinks: false,
    suppressErrors: !options.onClosed,
    // It asks for entries with their types, and wants to know no more of them than is here.
    fs: { readdirSync: readdir as unknown as typeof readdirSync },
  });
  const ours = from === '' ? found : found.filter(path => from <= path && path < to);
  if (!options.onClosed) return merged(ours, later);
  closed.forEach(options.onClosed);
  return merged([...new Set([...ours, ...closed])], later);
}

/** Paths that fit such a pattern keep its dots, or lie elsewhere, and so have no place in the order of the folders. */
function isIndirect(pattern: string): boolean {
  return pattern.includes('./') || pattern.includes('..') || isAbsolute(pattern);
}

/** All in order, without paths and stretches that lie in a stretch: they are found when its time comes. */
function merged(paths: string[], stretches: Stretch[]): (string | Stretch)[] {
  const all: (string | Stretch)[] = [];
  stretches.sort((a, b) => (a.from < b.from ? -1 : 1));
  let [next, until] = [0, ''];
  const upTo = (path: string): void => {
    for (let one = stretches[next]; one && one.from <= path; one = stretches[++next]) {
      if (one.from < until) continue;
      all.push(one);
      until = one.to;
    }
  };
  for (const path of paths.sort()) {
    upTo(path);
    if (path >= until) all.push(path);
  }
  upTo(LAST);
  return all;
}

/** The folders above those of a batch, each with the entries that lead there. */
function waysTo(batch: readonly Stretch[]): Map<string, FolderEntry[]> {
  const names = new Map<string, Set<string>>();
  for (const { folder } of batch) {
    let below = folder;
    while (below !== '') {
      const cut = below.lastIndexOf('/');
      const above = below.slice(0, Math.max(0, cut));
      const known = names.get(above) ?? new Set();
      names.set(above, known.add(`${below.slice(cut + 1)}/`));
      below = above;
    }
  }
  return new Map([...names].map(([above, keys]) => [above, Array.from(keys, shownAs)]));
}

/** A folder's entries as they stand in paths. */
function* namesOf(
  entries: Iterable<FolderEntry>,
  start: string,
  { onLink }: Pick<WalkOptions, 'onLink'>,
): Generator<string, void, undefined> {
  for (const entry of entries) {
    if (onLink && entry.isSymbolicLink() && !entry.name.startsWith('.')) onLink(start + entry.name);
    yield listedAs(entry);
  }
}

function startOf(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

/** `0` comes next after `/`. */
function endOf(folder: string): string {
  return folder === '' ? LAST : `${folder}0`;
}
