import { type Dirent, opendirSync } from 'node:fs';

export type FolderEntry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** What a folder holds, in any order. */
export type ReadFolder = (folder: string) => Iterable<FolderEntry>;

/** The disk's answer, entry by entry: all at once they take several times the memory of their names. */
export function* entriesOf(folder: string): Generator<FolderEntry, void, undefined> {
  const opened = opendirSync(folder);
  try {
    for (let entry = opened.readSync(); entry; entry = opened.readSync()) yield entry;
  } finally {
    opened.closeSync();
  }
}

/** No name holds it. */
const OTHER = '\0';

/** An entry as text: its name, for a folder with the `/` that comes behind it in paths, for what is no file either with a mark. */
export function listedAs(entry: FolderEntry): string {
  if (entry.isFile()) return entry.name;
  return entry.name + (entry.isDirectory() ? '/' : OTHER);
}

const yes = (): boolean => true;
const no = (): boolean => false;

/** The entry again. Links are not followed: whoever asks whether it is one need not know. */
export function shownAs(listed: string): FolderEntry {
  const isFolder = listed.endsWith('/');
  if (!isFolder && !listed.endsWith(OTHER))
    return { name: listed, isFile: yes, isDirectory: no, isSymbolicLink: no };
  return { name: listed.slice(0, -1), isFile: no, isDirectory: isFolder ? yes : no, isSymbolicLink: no };
}
