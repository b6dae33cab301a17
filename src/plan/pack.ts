import { sha256 } from '../core/hash.js';
import { charsetOfHead } from '../decode/file-charset.js';
import { kindOf } from '../read/formats.js';
import type { FileList } from './file-list.js';
import type { InputFile } from './input-file.js';
import { type Shard, shardKey } from './shard.js';

/** Opening, reading and closing a file costs about as much as cleaning this many bytes. */
const FILE_COST_BYTES = 4096;

/**
 * Packs files into shards of about `target` bytes. Big line-oriented files are cut at multiples
 * of `target`, so that appending to one changes its last shard only. Other files are packed together; whether
 * a shard ends after a file depends on the file's name alone, so that a new file disturbs one shard.
 */
export function pack(files: FileList, target: number): Shard[] {
  const shards: Shard[] = [];
  let [start, next, bytes, cost] = [0, 0, 0, 0];
  let first = '';
  const close = (): void => {
    if (next > start) shards.push(wholeFiles(files, { start, end: next, first, bytes }));
    [start, bytes, cost] = [next, 0, 0];
  };
  for (const file of files) {
    const { path, size } = file;
    if (file.splittable && size > target) {
      close();
      for (let from = 0; from < size; from += target)
        shards.push(stretch(file, from, Math.min(from + target, size)));
      start = ++next;
      continue;
    }
    if (start === next) first = path;
    next++;
    bytes += size;
    const own = size + FILE_COST_BYTES;
    cost += own;
    if (cost > 2 * target || endsShard(path, own / target)) close();
  }
  close();
  return withDistinctKeys(shards);
}

interface Range {
  /** Places in the list of files. */
  readonly start: number;
  readonly end: number;
  /** Path of the first of them. */
  readonly first: string;
  readonly bytes: number;
}

function wholeFiles(files: FileList, { start, end, first, bytes }: Range): Shard {
  const items: Shard['items'] = () =>
    files.slice(start, end).map(({ path, size, mtimeMs }) => ({ path, from: 0, to: size, size, mtimeMs }));
  return { key: shardKey({ path: first, from: 0 }), bytes, items };
}

function stretch({ path, size, mtimeMs }: InputFile, from: number, to: number): Shard {
  const items = [{ path, from, to, size, mtimeMs }];
  return { key: shardKey({ path, from }), bytes: to - from, items: () => items };
}

/** True for a share of `chance` of all names, always the same ones. */
function endsShard(path: string, chance: number): boolean {
  return parseInt(sha256(path).slice(0, 8), 16) < chance * 2 ** 32;
}

function withDistinctKeys(shards: readonly Shard[]): Shard[] {
  const seen = new Set<string>();
  return shards.map(shard => {
    let { key } = shard;
    while (seen.has(key)) key = sha256(key).slice(0, key.length);
    seen.add(key);
    return { ...shard, key };
  });
}

/**
 * Whether a file of this name may be cut at line starts. One that begins in another charset than UTF-8 may not: a later
 * part then depends on the file's head.
 */
export function isSplittable(path: string, head: Buffer): boolean {
  const kind = kindOf(path);
  return kind !== undefined && kind.format.lines && !kind.gzip && charsetOfHead(head).name === undefined;
}
