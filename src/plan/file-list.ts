import type { InputFile } from './input-file.js';

/**
 * The files of a corpus, sorted by path (by code unit). Some 20 bytes a file and what its path does not share with the one
 * before, where an object with its path takes ten times as much.
 */
export interface FileList extends Iterable<InputFile> {
  readonly length: number;
  /** The files from one place to before another. */
  readonly slice: (from: number, to: number) => InputFile[];
  readonly has: (path: string) => boolean;
}

export interface FileListBuilder {
  /** Files come in the order of their paths. */
  readonly push: (file: InputFile) => void;
  readonly finish: () => FileList;
}

/** Files that are packed together; a look at one of them unpacks them all. */
const BLOCK_FILES = 4096;

interface Block {
  readonly first: string;
  /** What each path does not share with the one before it, one behind the other. */
  readonly rests: string;
  /** UTF-16 units that each path shares with the one before it, and that its rest has. */
  readonly shared: Uint16Array;
  readonly lengths: Uint16Array;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  readonly splittable: Uint8Array;
}

export function fileListBuilder(): FileListBuilder {
  const blocks: Block[] = [];
  let open: InputFile[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length > 0) blocks.push(packed(open));
    open = [];
  };
  return {
    push: file => {
      open.push(file);
      length++;
      if (open.length === BLOCK_FILES) close();
    },
    finish: () => {
      close();
      return listOf(blocks, length);
    },
  };
}

/** @param files sorted by path. */
export function fileList(files: Iterable<InputFile>): FileList {
  const list = fileListBuilder();
  for (const file of files) list.push(file);
  return list.finish();
}

function listOf(blocks: readonly Block[], length: number): FileList {
  let last: { readonly at: number; readonly files: readonly InputFile[] } = { at: -1, files: [] };
  const unpackedAt = (at: number): readonly InputFile[] => {
    const block = blocks[at];
    if (at !== last.at) last = { at, files: block ? unpacked(block) : [] };
    return last.files;
  };
  return {
    length,
    slice: (from, to) => {
      const files: InputFile[] = [];
      for (let at = Math.floor(from / BLOCK_FILES); at * BLOCK_FILES < to; at++) {
        const start = at * BLOCK_FILES;
        files.push(...unpackedAt(at).slice(Math.max(0, from - start), to - start));
      }
      return files;
    },
    has: path => {
      // The last block that does not begin behind it.
      let [low, high] = [0, blocks.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((blocks[middle]?.first ?? '') <= path) low = middle + 1;
        else high = middle;
      }
      return holds(unpackedAt(low - 1), path);
    },
    *[Symbol.iterator]() {
      for (const block of blocks) yield* unpacked(block);
    },
  };
}

function holds(files: readonly InputFile[], path: string): boolean {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((files[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return files[low]?.path === path;
}

function packed(files: readonly InputFile[]): Block {
  const shared = new Uint16Array(files.length);
  const lengths = new Uint16Array(files.length);
  const rests = files.map(({ path }, i) => {
    const common = sharedUnits(files[i - 1]?.path ?? '', path);
    shared[i] = common;
    lengths[i] = path.length - common;
    return path.slice(common);
  });
  return {
    first: files[0]?.path ?? '',
    rests: rests.join(''),
    shared,
    lengths,
    sizes: Float64Array.from(files, ({ size }) => size),
    times: Float64Array.from(files, ({ mtimeMs }) => mtimeMs),
    splittable: Uint8Array.from(files, ({ splittable }) => Number(splittable)),
  };
}

function unpacked({ rests, shared, lengths, sizes, times, splittable }: Block): InputFile[] {
  const files: InputFile[] = [];
  let at = 0;
  let path = '';
  for (let i = 0; i < sizes.length; i++) {
    const end = at + (lengths[i] ?? 0);
    path = path.slice(0, shared[i]) + rests.slice(at, end);
    at = end;
    files.push({ path, size: sizes[i] ?? 0, mtimeMs: times[i] ?? 0, splittable: splittable[i] === 1 });
  }
  return files;
}

/** UTF-16 units; no path is longer than a 16-bit number tells, on any system. */
function sharedUnits(before: string, path: string): number {
  const most = Math.min(before.length, path.length);
  let units = 0;
  while (units < most && before.charCodeAt(units) === path.charCodeAt(units)) units++;
  return units;
}
