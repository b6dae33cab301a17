import { dirname } from 'node:path';
import type { Disk } from '../../src/core/disk.js';
import { nodeDisk } from '../../src/write/node-disk.js';

interface Inode {
  content: Buffer;
  /** What a power cut leaves of it; undefined when it was never synced. */
  durable: Buffer | undefined;
}

/** Names as they are, and as a power cut leaves them. */
interface State {
  readonly live: Map<string, Inode>;
  readonly durable: Map<string, Inode>;
  readonly folders: Set<string>;
  readonly durableFolders: Set<string>;
}

const empty = (): State => ({
  live: new Map(),
  durable: new Map(),
  folders: new Set(),
  durableFolders: new Set(),
});

export interface MemoryDisk extends Disk {
  /** Every file with its content. */
  readonly files: () => Map<string, Buffer>;
  /** The disk as the next process finds it: as it is, or after a power cut, when only what was synced is left. */
  readonly next: (powerCut: boolean) => MemoryDisk;
}

/**
 * A disk in memory for all that lies below `root`; everything else is the real one. It tells what was synced from
 * what was not: after a power cut a name is there only if its folder was synced since, and content that was
 * not synced comes back as zeros of the same length, as file systems with delayed allocation leave it.
 */
export function memoryDisk(root: string, state: State = empty()): MemoryDisk {
  const { live, durable, folders, durableFolders } = state;
  const inside = (path: string): boolean => path === root || path.startsWith(`${root}/`);
  const get = (path: string): Inode => {
    const found = live.get(path);
    if (!found) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    return found;
  };
  const below = (folder: string): string[] =>
    [...live.keys(), ...folders]
      .filter(path => path.startsWith(`${folder}/`))
      .map(path => path.slice(folder.length + 1));

  return {
    stat: path => {
      if (!inside(path)) return nodeDisk.stat(path);
      const file = live.get(path);
      if (file) return { size: file.content.length, mtimeMs: 0, isFile: true, isFolder: false };
      return folders.has(path) ? { size: 0, mtimeMs: 0, isFile: false, isFolder: true } : undefined;
    },
    list: folder =>
      inside(folder)
        ? [...new Set(below(folder).map(path => path.split('/')[0] ?? ''))].sort()
        : nodeDisk.list(folder),
    readFile: path => (inside(path) ? Buffer.from(get(path).content) : nodeDisk.readFile(path)),
    openRead: path => {
      if (!inside(path)) return nodeDisk.openRead(path);
      const { content } = get(path);
      return { read: (into, position) => content.copy(into, 0, position), close: () => undefined };
    },
    openWrite: path => {
      const inode: Inode = live.get(path) ?? { content: Buffer.alloc(0), durable: undefined };
      inode.content = Buffer.alloc(0);
      live.set(path, inode);
      return {
        write: bytes => {
          inode.content = Buffer.concat([inode.content, bytes]);
        },
        sync: () => {
          inode.durable = inode.content;
        },
        close: () => undefined,
      };
    },
    createExclusive: (path, content) => {
      if (live.has(path)) return false;
      live.set(path, { content: Buffer.from(content), durable: undefined });
      return true;
    },
    makeFolder: path => {
      for (let one = path; inside(one); one = dirname(one)) folders.add(one);
    },
    rename: (from, to) => {
      live.set(to, get(from));
      live.delete(from);
    },
    remove: path => {
      live.delete(path);
    },
    removeFolder: path => {
      if (below(path).length === 0) folders.delete(path);
    },
    syncFolder: folder => {
      for (const path of durable.keys())
        if (dirname(path) === folder && !live.has(path)) durable.delete(path);
      for (const [path, inode] of live) if (dirname(path) === folder) durable.set(path, inode);
      for (const path of durableFolders)
        if (dirname(path) === folder && !folders.has(path)) durableFolders.delete(path);
      for (const path of folders) if (dirname(path) === folder) durableFolders.add(path);
    },
    files: () => new Map([...live].map(([path, { content }]) => [path, content])),
    next: powerCut => {
      const reached = (path: string): boolean =>
        !inside(dirname(path)) || (durableFolders.has(dirname(path)) && reached(dirname(path)));
      const files = [...(powerCut ? durable : live)]
        .filter(([path]) => !powerCut || reached(path))
        .map(([path, inode]): [string, Inode] => {
          const content = powerCut ? (inode.durable ?? Buffer.alloc(inode.content.length)) : inode.content;
          return [path, { content, durable: content }];
        });
      const kept = [...(powerCut ? durableFolders : folders)].filter(path => !powerCut || reached(path));
      return memoryDisk(root, {
        live: new Map(files),
        durable: new Map(files),
        folders: new Set(kept),
        durableFolders: new Set(kept),
      });
    },
  };
}
